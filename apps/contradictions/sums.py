"""Adding rows up against a total, line by line, with what each line is implied to be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import (
    Finding,
    Line,
    Part,
    Severity,
    gap_at_least,
    span_shown,
)
from apps.domain.spans import Span, span_sum
from apps.domain.statements import Statement, agreed, by_fact
from apps.domain.units import Unit

Facts = tuple[tuple[Statement, ...], ...]
LONGEST_LIST = 120


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its rows; each row is a fact, with all claims on it.

    Rows that are complete must reach the total; others must not exceed it.
    """

    totals: tuple[Statement, ...]
    rows: Facts
    total: Span
    rows_sum: Span
    is_complete: bool

    @classmethod
    def of(
        cls, totals: tuple[Statement, ...], rows: tuple[Statement, ...], *, is_complete: bool
    ) -> Sum:
        """The sum over facts; rows in the order of their periods, a clashing total first."""
        facts = tuple(sorted(by_fact(rows), key=_place))
        rows_sum = span_sum([agreed(fact) for fact in facts])
        alone = sorted(
            totals,
            key=lambda total: not _misses(agreed((total,)), rows_sum, is_complete=is_complete),
        )
        return cls(tuple(alone), facts, agreed(totals), rows_sum, is_complete)

    @property
    def misses(self) -> bool:
        """Whether total and rows leave no value in common."""
        return _misses(self.total, self.rows_sum, is_complete=self.is_complete)

    @property
    def unit(self) -> Unit:
        """The unit in which the sum is shown: that of the first row."""
        return self.rows[0][0].unit

    @property
    def gap(self) -> Decimal:
        """How far the nearest sum and total lie apart, in the base unit."""
        return self.total.gap(self.rows_sum)

    def implied_for(self, fact: tuple[Statement, ...]) -> Span:
        """What total and other rows leave for one row."""
        others = span_sum([agreed(row) for row in self.rows if row is not fact])
        return self.total - others

    def finding(self, rule: str, name: str) -> Finding:
        """The finding, with its lines; `name` is what the total is called."""
        total, row_name = self.totals[0], "row" if self.is_complete else "part"
        reached = span_shown(self.rows_sum, self.unit)
        sources = " and ".join(dict.fromkeys(row[0].label for row in self.rows))
        words = gap_at_least(self.gap, self.unit)
        return Finding(
            rule=rule,
            severity=Severity.CERTAIN,
            headline=(total.printed, reached),
            topic=total.topic,
            says=f"For the {total.topic}, {len(self.rows)} {row_name}s ({_shortened(sources)}) "
            f"add up to {reached}, where {total.label} states {total.printed}: "
            f"{f'{words} apart' if words else 'no value is both'}.",
            parts=self._parts(name, row_name),
            unit=self.unit,
            gap=self.gap,
            gap_in_words=words,
            ulp=max(claim.ulp for claim in (*self.totals, *(row[0] for row in self.rows))),
            lines=self._lines(name, row_name),
            implied=self._implied(),
            explanations=("misprint", "vintage", "scope"),
            conflicts=clashing((self.totals, *self.rows), self._clash),
            anchor=total.fact,
        )

    def _clash(self, choice: Choice) -> bool:
        total, *rows = (agreed((claim,)) for claim in choice)
        return _misses(total, span_sum(rows), is_complete=self.is_complete)

    def _parts(self, name: str, row_name: str) -> tuple[Part, ...]:
        rows = tuple(Part(claim, row_name) for row in self.rows for claim in row)
        return (*(Part(claim, name) for claim in self.totals), *rows)

    def _lines(self, name: str, row_name: str) -> tuple[Line, ...]:
        total = self.totals[0]
        rows = tuple(
            Line(_differing(row[0], total), row[0].printed, agreed(row), row_name)
            for row in self.rows
        )
        return (
            *rows,
            Line("Sum", "", self.rows_sum, "sum"),
            Line(total.label, total.printed, self.total, name),
        )

    def _implied(self) -> tuple[tuple[str, Span], ...]:
        lowest = Span(self.rows_sum.low, None, self.rows_sum.low_closed)
        for_total = self.rows_sum if self.is_complete else lowest
        totals = tuple((claim.key, for_total) for claim in self.totals)
        if not self.is_complete:
            return totals
        rows = tuple((claim.key, self.implied_for(row)) for row in self.rows for claim in row)
        return (*totals, *rows)


def _misses(total: Span, rows_sum: Span, *, is_complete: bool) -> bool:
    return not total.meets(rows_sum) if is_complete else total.ends_before(rows_sum)


def _place(fact: tuple[Statement, ...]) -> tuple[int, str]:
    period = fact[0].period
    start = period.start.toordinal() if period is not None and period.start else 0
    return (start, fact[0].slot_key)


def _differing(row: Statement, total: Statement) -> str:
    """What sets a row apart from its total: its period, or its own slot."""
    if row.slot_key == total.slot_key:
        return str(row.period)
    own = row.own_pieces(total)
    return row.slot_names.get(min(own), row.topic) if own else row.topic


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST_LIST else f"{words[: LONGEST_LIST - 1]}…"
