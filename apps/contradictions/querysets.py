"""Named reads over contradictions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from apps.accounts.models import User
from apps.claims.models import Claim
from apps.domain.complaints import is_storable

if TYPE_CHECKING:
    from apps.contradictions.models import (  # noqa: F401
        Appraisal,
        Contradiction,
        Distinction,
        Pair,
        Verdict,
    )


NOBODY = "~"  # no user name has this sign


@dataclass(frozen=True)
class Age:
    """Between how many days ago a case was found."""

    label: str
    newest: int
    oldest: int | None


AGES = {
    "day": Age("within a day", 0, 1),
    "week": Age("within a week", 1, 7),
    "month": Age("within a month", 7, 31),
    "older": Age("longer ago", 31, None),
}
# Where the value of a facet is found; sources speak by claims and by places in their print.
PATHS = {
    "source": ("involvements__claim__source__slug", "sightings__text__source__slug"),
    "measure": ("involvements__claim__measure__slug",),
    "entity": ("involvements__claim__subject__slug",),
}


def _found_in(age: Age) -> models.Q:
    now = timezone.now()
    newest = models.Q(found_at__lte=now - timedelta(days=age.newest))
    if age.oldest is None:
        return newest
    return newest & models.Q(found_at__gt=now - timedelta(days=age.oldest))


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    """Reads over contradictions."""

    def open(self) -> ContradictionQuerySet:
        """Those that wait for a verdict."""
        return self.filter(state__in=["open", "in_review"])

    def settled(self) -> ContradictionQuerySet:
        """Those that a verdict answers."""
        return self.filter(state="settled")

    def public(self) -> ContradictionQuerySet:
        """All but the withdrawn."""
        return self.exclude(state="withdrawn")

    def on_fact(self, key: str) -> ContradictionQuerySet:
        """Those in which this question plays a part."""
        return self.filter(facts__contains=[key])

    def taken_by(self, person: User) -> ContradictionQuerySet:
        """Those that wait for this person's verdict."""
        return self.filter(state="in_review", assigned_to=person)

    def narrowed(self, **wanted: Sequence[str]) -> ContradictionQuerySet:
        """Only those that fit a chosen value of each facet; nothing narrows nothing."""
        if not all(is_storable(value) for values in wanted.values() for value in values):
            return self.none()
        narrowed = self
        for name, values in wanted.items():
            if values:
                narrowed = narrowed.filter(self._fitting(name, list(values)))
        return narrowed

    def listed(self, **wanted: Sequence[str]) -> ContradictionQuerySet:
        """Those that fit; the withdrawn are among them only where somebody asks for these."""
        cases = self if "withdrawn" in wanted.get("state", ()) else self.public()
        return cases.narrowed(**wanted)

    def _fitting(self, name: str, values: Sequence[str]) -> models.Q:
        """What makes one of these values of a facet a case's own."""
        if name == "age":
            ages = [_found_in(AGES[value]) for value in values if value in AGES]
            return reduce(or_, ages, models.Q(pk=None))
        if name == "assignee":
            taken = models.Q(state="in_review", assigned_to__username__in=values)
            return taken | ~models.Q(state="in_review") if NOBODY in values else taken
        paths = PATHS.get(name)
        if paths is None:
            return models.Q(**{f"{name}__in": values})
        ways = reduce(or_, (models.Q(**{f"{path}__in": values}) for path in paths))
        return models.Q(pk__in=self.model._default_manager.filter(ways).values("pk"))

    def by_what_settles_most(self) -> ContradictionQuerySet:
        """The suspects with most cases first, each case with the `weight` of its suspect."""
        waiting = models.Count("pk", filter=models.Q(state__in=["open", "in_review"]))
        together = models.Window(waiting, partition_by=[models.F("suspect")])
        order = (models.F("suspect").asc(nulls_last=True), "-gap_in_ulps", "pk")
        known = models.Case(models.When(suspect=None, then=1), default=0)
        return self.annotate(weight=together, lacks_suspect=known).order_by(
            "lacks_suspect", "-weight", *order
        )

    def to_reconcile(
        self, *, changed: Collection[str], wholes: Collection[str], found: Collection[str] = ()
    ) -> ContradictionQuerySet:
        """Those about changed facts, those about sums of such a whole, and those found again."""
        return self.filter(
            models.Q(facts__overlap=list(changed))
            | models.Q(anchor__in=list(wholes))
            | models.Q(fingerprint__in=list(found))
        )

    def touching(self, claims: list[Claim]) -> ContradictionQuerySet:
        """Those in which one of the claims plays a part."""
        return self.filter(involvements__claim__in=claims).distinct()

    def counted_by_state(self) -> dict[str, int]:
        """How many wait, and how many are settled."""
        waiting = models.Q(state__in=["open", "in_review"])
        return self.aggregate(
            open=models.Count("pk", filter=waiting),
            settled=models.Count("pk", filter=models.Q(state="settled")),
        )

    def in_brief(self) -> ContradictionQuerySet:
        """With what a line of the queue shows."""
        return self.select_related("assigned_to", "settled_by__given_by", "suspect__source")

    def in_full(self) -> ContradictionQuerySet:
        """With claims, sources and verdicts."""
        return self.select_related("assigned_to", "settled_by__given_by").prefetch_related(
            "involvements__claim__source",
            "involvements__claim__measure",
            "involvements__claim__subject",
            "involvements__claim__value_entity",
            "involvements__claim__entered_by",
            "involvements__claim__filled_roles__entity",
            "sightings__text__source",
        )


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Reads over verdicts."""

    def standing(self) -> VerdictQuerySet:
        """Those that answer their own contradiction today; reopening it takes that away."""
        return self.filter(contradiction__settled_by=models.F("pk"))

    def on_claims_of(self, person: User) -> VerdictQuerySet:
        """Those on cases in which a claim plays a part that this person entered, newest first."""
        cases = models.Q(contradiction__involvements__claim__entered_by=person)
        judged = models.Q(wrong_claims__entered_by=person)
        return self.filter(cases | judged).distinct().order_by("-given_at", "-pk")

    def in_full(self) -> VerdictQuerySet:
        """With all that is shown of a verdict."""
        return self.select_related("given_by", "contradiction").prefetch_related(
            "wrong_claims__source",
            "distinctions__claim__source",
            "grounds__claim__source",
            "grounds__passage__text__source",
        )

    def that_judged_a_claim_of(self, case: Contradiction) -> VerdictQuerySet:
        """Those that took a claim of this case out of the network."""
        judged = Claim.objects.judged().filter(involvements__contradiction=case)
        return self.filter(wrong_claims__in=judged).distinct()


class DistinctionQuerySet(models.QuerySet["Distinction"]):
    """Reads over what sets claims apart that both stand."""

    def standing_on(self, claims: Collection[int]) -> DistinctionQuerySet:
        """Those of verdicts that answer their case today, where two of these claims are named."""
        standing = self.filter(verdict__contradiction__settled_by=models.F("verdict"))
        found = standing.filter(claim__in=claims).select_related("claim", "verdict")
        return found.order_by("verdict", "claim")


class AppraisalQuerySet(models.QuerySet["Appraisal"]):
    """Reads over decisions on proposals."""

    def standing(self) -> AppraisalQuerySet:
        """Those that nobody took back."""
        return self.filter(undone_by__isnull=True)

    def on_work_of(self, person: User) -> AppraisalQuerySet:
        """Those on what this person proposed, the newest first."""
        return self.standing().filter(author=person).order_by("-at", "-pk")

    def in_full(self) -> AppraisalQuerySet:
        """With what a line about them shows."""
        return self.select_related(
            "by",
            "author",
            "claim__measure",
            "claim__subject",
            "mention__entity",
            "mention__passage",
        ).prefetch_related("claim__filled_roles__entity")


class PairQuerySet(models.QuerySet["Pair"]):
    """Reads over cases that two editors answer apart."""

    def open_on(self, case: Contradiction) -> Pair | None:
        """The two that are asked just now on a case, if anybody is."""
        pairs = self.filter(contradiction=case, is_closed=False)
        return pairs.select_related("one", "other").first()

    def answered(self) -> PairQuerySet:
        """Those that found their consensus, in the order of their verdicts."""
        return self.filter(verdict__isnull=False).order_by("verdict")
