"""Named reads over contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from django.db import models

from apps.claims.models import Claim
from apps.domain.complaints import is_storable

if TYPE_CHECKING:
    from apps.contradictions.models import Contradiction, Verdict  # noqa: F401


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

    def narrowed(
        self,
        *,
        state: Sequence[str] = (),
        rule: Sequence[str] = (),
        severity: Sequence[str] = (),
        source: Sequence[str] = (),
    ) -> ContradictionQuerySet:
        """Only those of these states, rules, severities and sources; nothing narrows nothing."""
        if not all(map(is_storable, (*state, *rule, *severity, *source))):
            return self.none()
        chosen = {"state__in": state, "rule__in": rule, "severity__in": severity}
        narrowed = self.filter(**{field: values for field, values in chosen.items() if values})
        if source:
            stated = models.Q(involvements__claim__source__slug__in=source)
            seen = models.Q(sightings__text__source__slug__in=source)
            narrowed = narrowed.filter(stated | seen).distinct()
        return narrowed

    def counted_by(self, field: str) -> list[tuple[str, int]]:
        """How many there are of each value of a field."""
        counts = self.order_by(field).values_list(field).annotate(count=models.Count("pk"))
        return list(counts)

    def counted_by_source(self) -> list[tuple[str, int]]:
        """How many there are in which each source plays a part."""
        counts: Counter[str] = Counter()
        for slug in ("involvements__claim__source__slug", "sightings__text__source__slug"):
            counted = self.order_by().exclude(**{slug: None}).values_list(slug)
            counts.update(dict(counted.annotate(count=models.Count("pk", distinct=True))))
        return sorted(counts.items())

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

    def found_again(self, fingerprints: Collection[str]) -> ContradictionQuerySet:
        """Those of these fingerprints, with the claims that take part."""
        chosen = self.filter(fingerprint__in=fingerprints)
        return chosen.prefetch_related("involvements__claim")

    def in_brief(self) -> ContradictionQuerySet:
        """With what a line of the queue shows."""
        return self.select_related("assigned_to", "settled_by__given_by").prefetch_related(
            "involvements__claim__source", "sightings__text__source"
        )

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

    def in_full(self) -> VerdictQuerySet:
        """With all that is shown of a verdict."""
        return self.select_related("given_by", "contradiction").prefetch_related(
            "wrong_claims__source", "grounds__claim__source", "grounds__passage__text__source"
        )

    def that_judged_a_claim_of(self, case: Contradiction) -> VerdictQuerySet:
        """Those that took a claim of this case out of the network."""
        judged = Claim.objects.judged().filter(involvements__contradiction=case)
        return self.filter(wrong_claims__in=judged).distinct()
