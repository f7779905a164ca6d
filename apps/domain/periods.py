"""A period is the time that a claim speaks of, written as EDTF and reckoned in whole days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from apps.domain.dates import EXAMPLES, MONTHS, PRECISIONS, CalendarDate
from apps.domain.figures import EXACT
from apps.domain.refusals import Refusal, quoted
from apps.domain.spans import Span

OPEN = ".."
UNKNOWN = ""
LONGEST_PERIOD = 40
DAYS_IN = {"day": 1, "month": 30, "year": 365, "decade": 3652, "century": 36524}


@lru_cache(maxsize=4096)
def _days(start: date | None, end: date | None) -> Span:
    return Span(
        None if start is None else Decimal(start.toordinal()),
        None if end is None else Decimal(end.toordinal() + 1),
        high_closed=False,
    )


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day inclusive; None where an end is open (still running) or unknown."""

    edtf: str
    start: date | None
    end: date | None
    precision: str
    approximate: bool = False
    uncertain: bool = False
    start_open: bool = False
    start_unknown: bool = False
    end_open: bool = False
    end_unknown: bool = False

    @classmethod
    def read(cls, text: str) -> Period:
        """Refuses, by name, whatever is not a period of the closed EDTF subset."""
        if not text:
            raise Refusal("The period is empty.", EXAMPLES)
        if len(text) > LONGEST_PERIOD:
            raise Refusal(f"{quoted(text)} is too long for a period.", EXAMPLES)
        if "/" in text:
            return _read_interval(text)
        only = CalendarDate.read(text)
        return cls(text, only.first, only.last, only.precision, only.approximate, only.uncertain)

    @property
    def span(self) -> Span:
        """From the first day's ordinal up to, not including, the day after the last."""
        return _days(self.start, self.end)

    @property
    def hedged(self) -> bool:
        return self.approximate or self.uncertain

    @property
    def hard(self) -> Span:
        """What the wording rules out for certain: “about 2009” and “perhaps 2009” nothing."""
        return Span.anything() if self.hedged else self.span

    @property
    def plausible(self) -> Span:
        """The span; a hedged one reaches one more unit of its own precision to either side."""
        if not self.hedged:
            return self.span
        low, high, step = self.span.low, self.span.high, self.ulp_days
        return Span(
            None if low is None else EXACT.subtract(low, step),
            None if high is None else EXACT.add(high, step),
            high_closed=False,
        )

    @property
    def unit_word(self) -> str:
        """The unit in which the period is given; for an interval, that of its coarser end."""
        return max(self._precisions, key=PRECISIONS.index)

    @property
    def _precisions(self) -> set[str]:
        if self.precision != "interval":
            return {self.precision}
        ends = (end for end in self.edtf.split("/") if end not in (OPEN, UNKNOWN))
        return {CalendarDate.read(end).precision for end in ends}

    @property
    def ulp_days(self) -> Decimal:
        """About how many days one unit of the last given digit is."""
        return Decimal(DAYS_IN[self.unit_word])

    def given_wholly_in(self, unit_word: str) -> bool:
        return self._precisions == {unit_word}

    def contains(self, other: Period) -> bool:
        """Every day of the other lies in this one. An unknown end is not known to contain any."""
        if self == other:
            return True
        if self.start_unknown or self.end_unknown:
            return False
        return self.span.contains(other.span)

    def within(self, other: Period) -> bool:
        return other.contains(self)

    def overlaps(self, other: Period) -> bool:
        """They may share a day; an unknown end may lie anywhere."""
        return self.span.meets(other.span)

    def __str__(self) -> str:
        if self.precision != "interval":
            return str(CalendarDate.read(self.edtf))
        left, right = self.edtf.split("/")
        if left == OPEN:
            return f"until {CalendarDate.read(right)}"
        if right == OPEN:
            return f"since {CalendarDate.read(left)}"
        if left == UNKNOWN:
            return f"until {CalendarDate.read(right)}, start unknown"
        if right == UNKNOWN:
            return f"from {CalendarDate.read(left)}, end unknown"
        return _interval_in_words(CalendarDate.read(left), CalendarDate.read(right))


def tiles(periods: Iterable[Period], whole: Period) -> bool:
    """Whether the periods are disjoint and together cover the whole, without a day between.

    Hedged periods and unknown ends settle nothing, so they never tile.
    """
    parts = list(periods)
    if not parts or any(p.hedged or p.start_unknown or p.end_unknown for p in [*parts, whole]):
        return False
    spans = sorted((p.span for p in parts), key=lambda s: (s.low is not None, s.low or Decimal(0)))
    if spans[0].low != whole.span.low or spans[-1].high != whole.span.high:
        return False
    return all(left.high is not None and left.high == right.low for left, right in pairwise(spans))


def steps_apart(a: Period, b: Period) -> int:
    """Days, months or years (as the coarser gives them) between the nearest days, at least 1.

    Zero for periods that overlap. 2016 and 2017 are 1 apart; on the day axis they only touch.
    """
    edges = _nearest_days(a, b)
    if edges is None:
        return 0
    coarser = max(a.unit_word, b.unit_word, key=PRECISIONS.index)
    return max(1, _count_between(*edges, coarser))


def gap_in_words(a: Period, b: Period) -> str:
    """How far apart two periods are: “1 year”, “5 days”, “at least 1 month”, “no gap”."""
    edges = _nearest_days(a, b)
    if edges is None:
        return "no gap"
    for word in ("day", "month", "year"):
        if a.given_wholly_in(word) and b.given_wholly_in(word):
            return _counted(_count_between(*edges, word), word)
    return f"at least {_elapsed_in_words(*edges)}"


def _read_interval(text: str) -> Period:
    ends = text.split("/")
    if len(ends) != 2:
        raise Refusal(f"{quoted(text)} has more than two ends.", "Write one slash: 2005/2015.")
    if all(end in (OPEN, UNKNOWN) for end in ends):
        raise Refusal(f"{quoted(text)} names no date.", "Write 2023/.. for “since 2023”.")
    first, last = (None if e in (OPEN, UNKNOWN) else _read_end(e, text) for e in ends)
    if first and last and last.last < first.first:
        raise Refusal(f"{quoted(text)} is reversed.", f"Write {ends[1]}/{ends[0]}.")
    dates = [end for end in (first, last) if end]
    return Period(
        edtf=text,
        start=first.first if first else None,
        end=last.last if last else None,
        precision="interval",
        approximate=any(end.approximate for end in dates),
        uncertain=any(end.uncertain for end in dates),
        start_open=ends[0] == OPEN,
        start_unknown=ends[0] == UNKNOWN,
        end_open=ends[1] == OPEN,
        end_unknown=ends[1] == UNKNOWN,
    )


def _read_end(end: str, interval: str) -> CalendarDate:
    try:
        found = CalendarDate.read(end)
    except Refusal as refusal:
        raise Refusal(f"{quoted(interval)}: {refusal.message}", refusal.remedy) from refusal
    if found.precision in ("decade", "century"):
        first, last = f"{found.first.year:04}", f"{found.last.year:04}"
        raise Refusal(
            f"{quoted(interval)}: {quoted(end)} leaves the end of the interval open.",
            f"Name the year, from {first} to {last}.",
        )
    return found


def _interval_in_words(left: CalendarDate, right: CalendarDate) -> str:
    if left.qualifier or right.qualifier or left.precision != right.precision:
        return f"{left} – {right}"
    if left.precision == "year":
        return f"{left}–{right}"
    if left.precision == "month" and left.first.year == right.first.year:
        return f"{MONTHS[left.first.month - 1]}–{right}"
    if left.precision == "day" and left.first.replace(day=1) == right.first.replace(day=1):
        return f"{left.first.day}–{right}"
    return f"{left} – {right}"


def _nearest_days(a: Period, b: Period) -> tuple[date, date] | None:
    """The last day of the earlier period and the first of the later; None when they overlap."""
    earlier, later = (a, b) if a.span.ends_before(b.span) else (b, a)
    if earlier.end is None or later.start is None or a.overlaps(b):
        return None
    return earlier.end, later.start


def _count_between(left: date, right: date, unit_word: str) -> int:
    if unit_word == "day":
        return (right - left).days
    if unit_word == "month":
        return (right.year - left.year) * 12 + right.month - left.month
    return right.year - left.year


def _elapsed_in_words(left: date, right: date) -> str:
    """Whole years, else whole months, else days."""
    months = _count_between(left, right, "month") - (right.day < left.day)
    if months >= 12:
        return _counted(months // 12, "year")
    return _counted(months, "month") if months else _counted((right - left).days, "day")


def _counted(count: int, unit_word: str) -> str:
    return f"{count} {unit_word}" + ("" if count == 1 else "s")
