"""Gathers one measure of one subject over time: a line for each source and scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from apps.claims.models import Claim, Measure
from apps.claims.wording import on_one_line, printed_with_unit, role_names
from apps.contradictions.exhibits import BASES
from apps.domain.periods import Period
from apps.domain.units import unit
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.facts.footnotes import Footnote, footnotes
from apps.reading.facts.shapes import Shape
from apps.reading.profiles import standings

FIGURES = (Measure.Kind.QUANTITY, Measure.Kind.SHARE, Measure.Kind.COUNT)

DAYS_OF_A_LEAP_YEAR = 366


@dataclass(frozen=True)
class Mark:
    """One claim of a series, with how it stands."""

    claim: Claim
    printed: str
    standing: str
    notes: tuple[Footnote, ...] = ()

    @property
    def first(self) -> date:
        """The first day of its period."""
        first: date = self.claim.period_range.lower
        return first

    @property
    def days(self) -> int:
        """How long its period is."""
        beyond: date = self.claim.period_range.upper
        return (beyond - self.first).days

    @property
    def is_long(self) -> bool:
        """Whether its period is longer than a year."""
        return self.days > DAYS_OF_A_LEAP_YEAR

    @property
    def is_contradicted(self) -> bool:
        """Whether a contradiction about it is open."""
        return self.standing == "contradicted"


@dataclass(frozen=True)
class Line:
    """What one source says for one scope, in the order of time."""

    number: int
    source: str
    scope: str
    marks: tuple[Mark, ...]

    @property
    def name(self) -> str:
        """“all suppliers (Nghiem 2025)”."""
        return f"{self.scope} ({self.source})" if self.scope else self.source

    @property
    def shape(self) -> Shape:
        """Its points."""
        return Shape(self.number)

    @property
    def stroke(self) -> str:
        """The class of its strokes."""
        return f"line-{self.number % 4}"


@dataclass(frozen=True)
class Told:
    """How claims stand, and what verdicts say on their questions."""

    standings: Mapping[int, str]
    notes: Mapping[str, tuple[Footnote, ...]]


@dataclass(frozen=True)
class Row:
    """One period with what each line says."""

    period: str
    cells: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True)
class Panel:
    """A table of what the lines say, without those that say nothing in it."""

    title: str
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Strand:
    """Lines that may share an axis: one basis, one status, one family of units."""

    anchor: str
    title: str
    unit: str
    factor: Decimal
    lines: tuple[Line, ...]
    panels: tuple[Panel, ...]

    @property
    def notes(self) -> list[Footnote]:
        """Every footnote to what it shows, once."""
        marks = [mark for line in self.lines for mark in line.marks]
        notes = {note.number: note for mark in marks for note in mark.notes}
        return [notes[number] for number in sorted(notes)]


def strands(measure: Measure, subject: Entity, audience: Audience) -> list[Strand]:
    """All that is said of this measure of this subject, in strands that can be compared."""
    claims = Claim.objects.filter(
        measure=measure,
        subject=subject,
        review__in=audience.reviews,
        period_range__isnull=False,
        period_range__upper_inf=False,
        period_range__lower_inf=False,
        hard__isnull=False,
    )
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims.in_words().order_by("source__position", "period_range", "pk"):
        grouped.setdefault((claim.strand, unit(claim.unit).family), []).append(claim)
    found = sorted(grouped.values(), key=lambda group: -len(group))
    every = [claim for group in found for claim in group]
    told = Told(standings(every), footnotes(every))
    return [_strand(f"strand-{n}", group, told) for n, group in enumerate(found, start=1)]


def _strand(anchor: str, claims: list[Claim], told: Told) -> Strand:
    [(slug, _)] = Counter(claim.unit for claim in claims).most_common(1)
    lines = _lines(claims, slug, told)
    words = [unit(slug).label, BASES.get(claims[0].basis, ""), claims[0].status]
    return Strand(
        anchor=anchor,
        title=", ".join(word for word in words if word) or "figures",
        unit=unit(slug).label,
        factor=unit(slug).factor,
        lines=lines,
        panels=tuple(_panels(lines)),
    )


def _lines(claims: Iterable[Claim], usual: str, told: Told) -> tuple[Line, ...]:
    """The line with most marks first."""
    grouped: dict[tuple[str, str], list[Mark]] = {}
    for claim in claims:
        scope = ", ".join(role_names(claim).values())
        is_usual = claim.unit == usual
        words = on_one_line(claim.printed) if is_usual else printed_with_unit(claim)
        notes = told.notes.get(claim.fact_key, ())
        mark = Mark(claim, words, told.standings.get(claim.pk, ""), notes)
        grouped.setdefault((claim.source.short_name, scope), []).append(mark)
    longest = sorted(grouped.items(), key=lambda entry: -len(entry[1]))
    return tuple(
        Line(number, source, scope, tuple(marks))
        for number, ((source, scope), marks) in enumerate(longest)
    )


def _panels(lines: Iterable[Line]) -> Iterator[Panel]:
    """What is told of years and shorter times, and what is told of longer ones."""
    for title, is_long in (("Year by year", False), ("Over several years", True)):
        kept = [
            replace(line, marks=tuple(mark for mark in line.marks if mark.is_long == is_long))
            for line in lines
        ]
        told = tuple(line for line in kept if line.marks)
        if told:
            yield Panel(title, told, tuple(_rows(told)))


def _rows(lines: tuple[Line, ...]) -> Iterator[Row]:
    """A row for each period, the newest first, longer ones above the years in them."""
    periods = {
        (mark.claim.period_range.upper, mark.days): mark.claim.period
        for line in lines
        for mark in line.marks
    }
    for (end, days), period in sorted(periods.items(), reverse=True):
        cells = (
            tuple(m for m in line.marks if (m.claim.period_range.upper, m.days) == (end, days))
            for line in lines
        )
        yield Row(str(Period.read(period)), tuple(cells))
