"""Says a stretch of days on the axis of ordinals in words."""

from __future__ import annotations

from datetime import date

from apps.domain.periods import Period
from apps.domain.spans import Span

OPEN = ".."


def days_in_words(span: Span) -> str:
    """A stretch of days in the fewest words: a year, a month, a day, or from one to another."""
    first = None if span.low is None else date.fromordinal(int(span.low))
    last = None if span.high is None else date.fromordinal(int(span.high) - 1)
    if first is not None and last is not None:
        day, year, until = first.isoformat(), first.isoformat()[:4], last.isoformat()[:4]
        for text in (year, day[:7], day, f"{year}/{until}"):
            if year <= until and (period := Period.read(text)).span == span:
                return str(period)
    return str(Period.read(f"{first or OPEN}/{last or OPEN}"))
