"""Named reads over claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.claims.models import Claim, Fact, Stroke  # noqa: F401
    from apps.sources.models import Source, Text


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Reads over claims."""

    def accepted(self) -> ClaimQuerySet:
        """What the public reads."""
        return self.filter(review="accepted")

    def proposed(self) -> ClaimQuerySet:
        """What waits for an editor."""
        return self.filter(review="proposed")

    def in_network(self) -> ClaimQuerySet:
        """Claims that detection reckons with: accepted and not judged wrong."""
        return self.accepted().filter(is_judged_wrong=False)

    def judged(self) -> ClaimQuerySet:
        """Claims whose print counts no more: judged wrong, or read otherwise by a verdict."""
        return self.filter(models.Q(is_judged_wrong=True) | ~models.Q(corrected_reading=""))

    def of_source(self, source: Source) -> ClaimQuerySet:
        """All claims that one source makes."""
        return self.filter(source=source)

    def in_text(self, text: Text) -> ClaimQuerySet:
        """Claims with a passage in this text."""
        return self.filter(evidence__passage__text=text)

    def on_facts(self, fact_keys: Iterable[str]) -> ClaimQuerySet:
        """Claims that answer one of these questions."""
        return self.filter(fact_key__in=list(fact_keys))

    def in_words(self) -> ClaimQuerySet:
        """With all that is needed to say a claim in words."""
        return self.select_related("source", "measure", "subject", "value_entity").prefetch_related(
            "filled_roles__entity"
        )

    def in_words_together(self) -> ClaimQuerySet:
        """As `in_words`, for many claims: what several of them name is fetched once."""
        return self.prefetch_related(
            "source", "measure", "subject", "value_entity", "filled_roles__entity"
        ).defer("period_range", "entered_at", "note", "part_fact_key", "whole_fact_key")


class FactQuerySet(models.QuerySet["Fact"]):
    """Reads over facts, as the claims in the network leave them."""

    def answered(self) -> FactQuerySet:
        """Those that a claim in the network answers."""
        return self.filter(witnesses__gt=0)

    def standing(self, name: str, disputed: Collection[int]) -> FactQuerySet:
        """Those on which witnesses agree, or differ, or that have only one witness.

        `disputed` are the facts whose claims are a case among themselves.
        """
        differs = models.Q(disagrees=True, measure__is_functional=True, pk__in=disputed)
        comparable = ~models.Q(measure__kind="text") & models.Q(measure__is_functional=True)
        return {
            "agree": self.filter(comparable & ~differs, witnesses__gt=1),
            "differ": self.filter(differs),
            "one": self.filter(~differs, witnesses=1),
        }.get(name, self)

    def naming(self, words: Iterable[str]) -> FactQuerySet:
        """Those whose key holds each of these words."""
        found = self
        for word in words:
            found = found.filter(key__contains=word)
        return found

    def of_source(self, source: int) -> FactQuerySet:
        """Those that a source answers."""
        return self.filter(source_ids__contains=[source])

    def counted_by_source(self) -> dict[int, int]:
        """How many each source answers."""
        each = models.Func(models.F("source_ids"), function="unnest")
        told = self.order_by().annotate(told_by=each).values("told_by")
        return dict(told.annotate(count=models.Count("pk")).values_list("told_by", "count"))

    def in_order(self) -> FactQuerySet:
        """By measure, subject and time."""
        return self.order_by("measure_id", "subject_id", "period_range", "pk")

    def counted_by(self, field: str) -> dict[int, int]:
        """How many there are of each value of a field."""
        return dict(self.order_by().values_list(field).annotate(count=models.Count("pk")))


class StrokeQuerySet(models.QuerySet["Stroke"]):
    """Reads over what people entered in one go."""

    def last_of(self, person: User, text: Text) -> Stroke | None:
        """What this person would take back next in this text."""
        own = self.filter(person=person, text=text, undone_at__isnull=True)
        return own.order_by("-pk").first()
