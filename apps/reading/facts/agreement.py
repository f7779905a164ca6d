"""Says plainly whether those who answer one question agree, and on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from apps.claims.models import Fact, Measure
from apps.contradictions.models import Contradiction


class Standing(StrEnum):
    """How the claims on one fact stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    NEAR = "near"
    ONE = "one"
    WORDED = "worded"
    MANY = "many"
    NONE = "none"


STANDINGS = {
    Standing.AGREE: "witnesses agree",
    Standing.DIFFER: "do not agree",
    Standing.ONE: "only one witness",
    Standing.WORDED: "in other words",
    Standing.MANY: "several answers at once",
}

SAID = {
    Standing.AGREE: "agree",
    Standing.DIFFER: "do not agree",
    Standing.NEAR: "agree as far as their wording goes",
    Standing.WORDED: "answer in other words, which are not compared",
    Standing.MANY: "answer; several answers may be true at once",
}
SAID_BY_ONE = {
    Standing.DIFFER: "does not agree with itself",
    Standing.NEAR: "agrees with itself as far as the wording goes",
    Standing.MANY: "answers; several answers may be true at once",
}


@dataclass(frozen=True)
class Agreement:
    """How many places and witnesses answer, and whether they agree."""

    standing: Standing
    places: int
    witnesses: int

    @property
    def counts(self) -> str:
        """“3 places, 2 witnesses”."""
        places = "1 place" if self.places == 1 else f"{self.places} places"
        witnesses = "1 witness" if self.witnesses == 1 else f"{self.witnesses} witnesses"
        return f"{places}, {witnesses}"

    @property
    def words(self) -> str:
        """The agreement in a sentence without its full stop."""
        if self.standing == Standing.NONE:
            return "No accepted answer counts today"
        if self.standing == Standing.ONE:
            return self.counts
        said = SAID_BY_ONE if self.witnesses == 1 else SAID
        return f"{self.counts} {said[self.standing]}"


def agreement(fact: Fact, *, is_disputed: bool) -> Agreement:
    """How those who answer a fact stand to each other; a dispute is a case about this alone.

    Claims may have nothing in common and yet be no case: Hanoi lies in Vietnam.
    """
    places = len(fact.claim_ids)
    return Agreement(_standing(fact, places, is_disputed=is_disputed), places, fact.witnesses)


def disputed(keys: Iterable[str] | None = None) -> frozenset[str]:
    """Of these questions, or of all, those whose answers are a case among themselves."""
    cases = Contradiction.objects.public().filter(facts__len=1)
    if keys is not None:
        cases = cases.filter(facts__overlap=list(keys))
    return frozenset(key for [key] in cases.values_list("facts", flat=True))


def _standing(fact: Fact, places: int, *, is_disputed: bool) -> Standing:
    if not places:
        return Standing.NONE
    if not fact.measure.is_functional and places > 1:
        return Standing.MANY
    if fact.disagrees:
        return Standing.DIFFER if is_disputed else Standing.NEAR
    if fact.witnesses == 1:
        return Standing.ONE
    return Standing.WORDED if fact.measure.kind == Measure.Kind.TEXT else Standing.AGREE
