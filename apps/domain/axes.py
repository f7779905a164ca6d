"""Axes of pictures: a window around figures or days, and the round marks along it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from apps.domain.dates import MONTHS, day_in_words

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MOST_TICKS = 6
FEW_DAYS = 70
FEW_YEARS = 3
HUNDREDTH = Decimal("0.01")
NEAR_ZERO = Decimal("0.6")

Tick = tuple[Decimal, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` at the place `first` to `high`, which lies `length` further (or back)."""

    low: Decimal
    high: Decimal
    first: Decimal
    length: Decimal

    def place(self, value: Decimal) -> Decimal:
        """Where a value lies; one from beyond an end lies at that end."""
        held = min(max(value, self.low), self.high)
        share = (held - self.low) / (self.high - self.low)
        return (self.first + share * self.length).quantize(HUNDREDTH)


def window(ends: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """From zero where that is not far off, with a little air on both sides."""
    known = list(ends)
    low, high = min(known), max(known)
    if low == high:
        return low - 1, high + 1
    air = (high - low) / 10
    if 0 <= low <= high * NEAR_ZERO:
        return Decimal(0), high + air
    return low - air, high + air


def round_figures(low: Decimal, high: Decimal) -> Iterator[Tick]:
    """Round figures between two ends."""
    raw = (high - low) / MOST_TICKS
    power = Decimal(10) ** raw.adjusted()
    step = next(power * s for s in STEPS if power * s >= raw)
    value = (low / step).to_integral_value(rounding="ROUND_CEILING") * step
    while value <= high:
        yield value, f"{value.normalize():,f}"
        value += step


def calendar_marks(low: Decimal, high: Decimal) -> Iterator[Tick]:
    """Beginnings of years, of months, or single days between two day numbers."""
    first, last = _day(low), _day(high)
    if last.year - first.year >= FEW_YEARS:
        step = next(s for s in YEARS if (last.year - first.year) / s <= MOST_TICKS)
        days = [date(year, 1, 1) for year in range(first.year, last.year + 1) if not year % step]
        words = [str(day.year) for day in days]
    elif high - low > FEW_DAYS:
        every = 1 if high - low < FEW_DAYS * MOST_TICKS // 2 else 6
        months = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13, every)]
        days = [date(year, month, 1) for year, month in months]
        words = [f"{MONTHS[day.month - 1][:3]} {day.year}" for day in days]
    else:
        step = -(-(last - first).days // MOST_TICKS) or 1
        days = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, step)]
        words = [day_in_words(day) for day in days]
    for day, word in zip(days, words, strict=True):
        if low <= day.toordinal() <= high:
            yield Decimal(day.toordinal()), word


def _day(number: Decimal) -> date:
    """The day of that number, or the nearest that the calendar has."""
    return date.fromordinal(min(max(int(number), 1), date.max.toordinal()))
