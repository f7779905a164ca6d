"""A claim stripped to plain values for reckoning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from apps.domain.periods import Period
from apps.domain.spans import Span
from apps.domain.units import Unit

UNSPECIFIED_ROLE = "=UNSPECIFIED"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim says. Spans and ulp are in the base unit of `unit`'s family, or days.

    `answer` is the entity that answers the question, for measures whose values are entities;
    `wider_answers` holds all that this entity is part of. `tells` is what the measure tells about
    another one, `cites` whom the source names for it, `published` when the source came out.
    For a piece of the slot key ("supplier=russia") `slot_names` gives the words that people
    read, and `extents` all that is known to lie in it; nothing where its borders are not known.
    """

    claim: int
    key: str
    source: str
    root: str
    measure: str
    kind: str
    topic: str
    label: str
    printed: str
    reading: str
    unit: Unit
    fact: str
    strand: str
    slot_key: str
    wider_slot_keys: frozenset[str]
    period: Period | None
    hard: Span
    plausible: Span
    ulp: Decimal
    alternatives: tuple[Span, ...] = ()
    hedged: bool = False
    answer: str = ""
    wider_answers: frozenset[str] = frozenset()
    dated: Period | None = None
    tells: str = ""
    answer_in_words: str = ""
    cites: str = ""
    published: Period | None = None
    slot_names: Mapping[str, str] = field(default_factory=dict, compare=False)
    extents: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False)

    @property
    def is_loose(self) -> bool:
        """Whether the question itself is left open: a role unspecified, a period hedged.

        Two such claims may speak of different things, so they give advisories only.
        """
        return is_loose(self.period, self.slot_key)

    @property
    def brief(self) -> str:
        """The print, or for a date in words without a figure the date that is meant."""
        return self.printed if self._shows_its_date else str(self.dated)

    @property
    def said(self) -> str:
        """The print as a sentence holds it; words without a figure come with their date."""
        return self.printed if self._shows_its_date else f"“{self.printed}”, that is {self.dated},"

    @property
    def _shows_its_date(self) -> bool:
        return self.dated is None or any(char.isdigit() for char in self.printed)

    @property
    def readings(self) -> tuple[Span, ...]:
        """Every hard span that the print allows, the printed reading first."""
        return (self.hard, *self.alternatives)

    def own_pieces(self, other: Statement) -> frozenset[str]:
        """The pieces of the slot key in which it differs from the other."""
        return frozenset(self.slot_key.split("|")) - frozenset(other.slot_key.split("|"))

    def allows(self, span: Span) -> bool:
        """Whether any reading of the print leaves room for a value of the span."""
        return any(reading.meets(span) for reading in self.readings)

    def is_of_one_origin_with(self, other: Statement) -> bool:
        """Whether two sources print one series, of which each may have another state."""
        sources = (self.source, other.source)
        return self.source != other.source and self.root == other.root not in sources

    def agrees_with(self, other: Statement) -> bool:
        """Whether both can be true at once."""
        return any(other.allows(reading) for reading in self.readings)


def is_loose(period: Period | None, slot_key: str) -> bool:
    """Whether a question of this period and these slots is left open."""
    is_vague = period is not None and (
        period.hedged or period.start_unknown or period.end_unknown or period.end_open
    )
    return is_vague or UNSPECIFIED_ROLE in slot_key


def agreed(statements: tuple[Statement, ...]) -> Span:
    """What the claims of one fact leave possible together.

    Their intersection where they agree; where they do not, the hull, so that a slip in one
    fact does not spread through all that rest on it.
    """
    span = statements[0].hard
    for statement in statements[1:]:
        common = span.intersection(statement.hard)
        if common is None:
            return _hull(statements)
        span = common
    for statement in statements:
        for alternative in statement.alternatives:
            span = span.hull(alternative)
    return span


def _hull(statements: tuple[Statement, ...]) -> Span:
    span = statements[0].hard
    for statement in statements:
        for reading in statement.readings:
            span = span.hull(reading)
    return span


def by_fact(statements: tuple[Statement, ...]) -> list[tuple[Statement, ...]]:
    """The statements sorted into facts, in the order of their first appearance."""
    facts: dict[str, list[Statement]] = {}
    for statement in statements:
        facts.setdefault(statement.fact, []).append(statement)
    return [tuple(group) for group in facts.values()]
