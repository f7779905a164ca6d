"""Puts dated events in the order of time, with what the sources make of each date."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import QueryDict

from apps.claims.facts import ids_of
from apps.claims.models import Claim, Fact, Measure
from apps.claims.querysets import FactQuerySet
from apps.domain.axes import YEARS, Axis, Tick
from apps.domain.complaints import is_storable
from apps.domain.dates import MONTHS, day_in_words
from apps.domain.spelling import fold
from apps.entities.models import Entity
from apps.reading.facts.agreement import disputed
from apps.reading.facts.lines import FactLine, fact_lines
from apps.reading.profiles import about
from apps.sources.models import Source

LEFT, WIDTH = Decimal(1), Decimal(97)
TALLEST = 64
MOST_BARS = 60


@dataclass(frozen=True)
class Chosen:
    """What an address asks for."""

    words: str
    measure: str
    source: str
    entity: str

    @classmethod
    def read(cls, asked: QueryDict) -> Chosen:
        """The wishes in an address."""
        names = ("q", "measure", "source", "entity")
        return cls(*(asked.get(name, "").strip()[:120] for name in names))

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than all."""
        return any(vars(self).values())

    def facts(self) -> FactQuerySet:
        """The dated events asked for, the oldest first."""
        found = dated()
        if not all(map(is_storable, vars(self).values())):
            return found.none()
        if self.words:
            found = found.naming(fold(self.words).split())
        if self.measure:
            found = found.filter(measure__slug=self.measure)
        if self.source:
            source = Source.objects.filter(slug=self.source).first()
            found = found.of_source(source.pk) if source else found.none()
        if self.entity:
            entity = Entity.objects.standing_for(self.entity)
            claims = Claim.objects.accepted().filter(about(entity)) if entity else None
            keys = claims.values_list("fact_key", flat=True) if claims is not None else []
            found = found.filter(pk__in=ids_of(set(keys)))
        return found.select_related("measure").order_by("low", "high", "pk")


@dataclass(frozen=True)
class Event:
    """A dated event in a line."""

    when: str
    line: FactLine


@dataclass(frozen=True)
class Column:
    """How many events some years hold, and how many of them are in dispute."""

    words: str
    x: Decimal
    width: Decimal
    count: int
    disputed: int
    height: int
    disputed_height: int

    @property
    def y(self) -> int:
        """The upper edge."""
        return TALLEST - self.height

    @property
    def disputed_y(self) -> int:
        """The upper edge of what is in dispute."""
        return TALLEST - self.disputed_height


@dataclass(frozen=True)
class Histogram:
    """Columns over years."""

    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    step: int
    height: int = TALLEST + 22
    axis_y: int = TALLEST


def dated() -> FactQuerySet:
    """Facts whose answers are dates with both ends."""
    facts = Fact.objects.answered().filter(measure__kind=Measure.Kind.DATE)
    return facts.filter(low__isnull=False, high__isnull=False)


def kinds_of_dates() -> list[tuple[str, str, int]]:
    """The measures of dates, with how many facts each has."""
    counted = dated().counted_by("measure")
    measures = Measure.objects.filter(pk__in=counted).order_by("label")
    return [(one.slug, one.label, counted[one.pk]) for one in measures]


def events(facts: list[Fact]) -> list[Event]:
    """Facts in lines with their dates in words."""
    return [Event(_when(line.fact), line) for line in fact_lines(facts)]


def _when(fact: Fact) -> str:
    """The days that the answers leave possible, as short as they can be said."""
    assert fact.low is not None
    assert fact.high is not None
    first, last = (date.fromordinal(int(end)) for end in (fact.low, fact.high - 1))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first == last:
        return day_in_words(first)
    if first.day == 1 and date.fromordinal(last.toordinal() + 1).day == 1:
        months = [f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
        return " to ".join(dict.fromkeys(months))
    return f"{day_in_words(first)} to {day_in_words(last)}"


def histogram(facts: FactQuerySet) -> Histogram | None:
    """How many events begin in which years; None where there is but one year."""
    cases = disputed()
    years: Counter[int] = Counter()
    contested: Counter[int] = Counter()
    for low, key in facts.order_by().values_list("low", "key"):
        year = date.fromordinal(max(int(low or 1), 1)).year
        years[year] += 1
        contested[year] += key in cases
    if len(years) < 2:
        return None
    return _drawn(years, contested)


def _drawn(years: Counter[int], contested: Counter[int]) -> Histogram:
    low, high = min(years), max(years)
    step = next(step for step in YEARS if (high - low) / step < MOST_BARS)
    first = low - low % step
    axis = Axis(Decimal(first), Decimal(high + step), LEFT, WIDTH)
    starts = range(first, high + 1, step)
    counts = [[sum(c[y] for y in range(s, s + step)) for c in (years, contested)] for s in starts]
    tallest = max(count for count, _ in counts)
    columns = tuple(
        Column(
            words=str(start) if step == 1 else f"{start} to {start + step - 1}",
            x=axis.place(Decimal(start)),
            width=(WIDTH * step / (high + step - first) * Decimal("0.8")).quantize(Decimal("0.01")),
            count=count,
            disputed=among,
            height=round(count * (TALLEST - 4) / tallest),
            disputed_height=round(among * (TALLEST - 4) / tallest),
        )
        for start, (count, among) in zip(starts, counts, strict=True)
        if count
    )
    apart = next(one for one in YEARS if (high + step - first) / one <= 6)
    ticks = tuple(
        (axis.place(Decimal(year)), str(year))
        for year in range(first, high + step)
        if not year % apart
    )
    return Histogram(columns, ticks, step)
