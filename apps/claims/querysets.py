"""Named reads over claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.claims.models import BegunClaim, Claim, Evidence, Fact, SeriesTally, Stroke  # noqa: F401
    from apps.sources.models import Source, Text


PLAIN_WORD = re.compile(r"[^\W_]+")
# They stand in questions as they are read, never in keys.
SMALL_WORDS = frozenset("a an and at by for from in of on or the to".split())
OVER_TIME = 3


class WordsOfKey(models.Func):
    """The words in the key of a fact, to look facts up by how their words begin."""

    function = "array_to_tsvector"
    template = (
        "%(function)s(array_remove(regexp_split_to_array(%(expressions)s, '[^[:alnum:]]+'), ''))"
    )
    output_field = SearchVectorField()


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

    def mentioning(
        self, word: str, subjects: models.QuerySet[Any], measures: models.QuerySet[Any]
    ) -> ClaimQuerySet:
        """Claims with it in their key or print, as it is written, or on one of these."""
        written = models.Q(key__contains=word) | models.Q(printed__contains=word)
        named = models.Q(subject__in=subjects) | models.Q(measure__in=measures)
        return self.filter(written | named)

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


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Reads over the passages that carry claims."""

    def printing(self) -> EvidenceQuerySet:
        """Those that print the value: one for each claim and text."""
        return self.filter(prints_value=True)

    def supporting(self) -> EvidenceQuerySet:
        """Those on which a claim stands besides."""
        return self.filter(prints_value=False)

    def in_originals(self) -> EvidenceQuerySet:
        """Those in the wording of the source itself."""
        return self.filter(passage__text__kind="original")


class FactQuerySet(models.QuerySet["Fact"]):
    """Reads over facts, as the claims in the network leave them."""

    def answered(self) -> FactQuerySet:
        """Those that a claim in the network answers."""
        return self.filter(witnesses__gt=0)

    def standing(self, name: str, disputed: Collection[int]) -> FactQuerySet:
        """Those on which witnesses agree, differ or are not compared, or that have only one.

        `disputed` are the facts whose claims are a case among themselves.
        """
        differs = models.Q(disagrees=True, measure__is_functional=True, pk__in=disputed)
        one_answer, text = models.Q(measure__is_functional=True), models.Q(measure__kind="text")
        return {
            "agree": self.filter(one_answer & ~text & ~differs, witnesses__gt=1),
            "differ": self.filter(differs),
            "one": self.filter(~differs, witnesses=1),
            "worded": self.filter(one_answer & text & ~differs, witnesses__gt=1),
            "many": self.filter(~one_answer, witnesses__gt=1),
        }.get(name, self)

    def naming(self, words: Iterable[str]) -> FactQuerySet:
        """Those in whose key a word begins with each of these; small words ask for nothing."""
        asked = [part for word in words for part in PLAIN_WORD.findall(word)]
        telling = [word for word in asked if word not in SMALL_WORDS] or asked
        if not telling:
            return self.none()
        query = SearchQuery(" & ".join(f"'{word}':*" for word in telling), search_type="raw")
        return self.alias(words=WordsOfKey("key")).filter(words=query)

    def of_source(self, source: int) -> FactQuerySet:
        """Those that a source answers."""
        return self.filter(source_ids__contains=[source])

    def in_the_order_of(self, numbers: Iterable[int]) -> list[Fact]:
        """These facts with their measures, in this order.

        Whole rows are fetched only of what is shown, not of all that comes before it.
        """
        numbers = list(numbers)
        found = self.select_related("measure").in_bulk(numbers)
        return [found[number] for number in numbers if number in found]

    def in_order(self) -> FactQuerySet:
        """By measure, subject and time."""
        return self.order_by("measure_id", "subject_id", "period_range", "pk")

    def counted_by(self, field: str) -> dict[int, int]:
        """How many there are of each value of a field."""
        return dict(self.order_by().values_list(field).annotate(count=models.Count("pk")))


class SeriesTallyQuerySet(models.QuerySet["SeriesTally"]):
    """Reads over measures of subjects, counted."""

    def told(self) -> SeriesTallyQuerySet:
        """Those of which anything is told."""
        return self.filter(facts__gt=0)

    def over_time(self) -> SeriesTallyQuerySet:
        """Figures told for at least three periods, those with most first."""
        kinds = ("quantity", "share", "count")
        found = self.filter(dated__gte=OVER_TIME, measure__kind__in=kinds)
        return found.select_related("measure", "subject").order_by("-dated", "measure", "subject")


class StrokeQuerySet(models.QuerySet["Stroke"]):
    """Reads over what people entered in one go."""

    def standing_of(self, person: User, text: Text) -> StrokeQuerySet:
        """What this person entered in this text and did not take back, the last first."""
        return self.filter(person=person, text=text, undone_at__isnull=True).order_by("-pk")

    def that_left(self, claim: Claim, version: int, person: User) -> StrokeQuerySet:
        """This person's strokes after which the claim had this version, and which still stand."""
        own = self.filter(person=person, undone_at__isnull=True)
        return own.filter(**{f"made__claims__{claim.pk}": version})


class BegunClaimQuerySet(models.QuerySet["BegunClaim"]):
    """Reads over claims that people are still writing."""

    def of(self, person: User) -> BegunClaimQuerySet:
        """What this person is writing; nobody sees that of others."""
        return self.filter(person=person)

    def at(self, text: Text, start: int, end: int) -> BegunClaimQuerySet:
        """A new claim on just this passage."""
        return self.filter(claim=None, text=text, start=start, end=end)

    def editing(self, claim: Claim) -> BegunClaimQuerySet:
        """What is to become of this claim."""
        return self.filter(claim=claim)

    def in_full(self) -> BegunClaimQuerySet:
        """With all that a list says about them but the wordings."""
        return self.select_related("text__source", "claim").defer("text__content")
