"""Draws lines over time: geometry for a server-side SVG, x in per cent and y in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from apps.domain.axes import Axis, Tick, calendar_marks, round_figures
from apps.reading.facts.lanes import ends, middle
from apps.reading.facts.series import Line, Mark, Strand

LEFT, WIDTH = Decimal(9), Decimal(88)
TOP = 24
TALL, LOW = 260, 84
LONGEST_STEP = 400  # days: years that follow each other are joined
A_YEAR = 366
FAR = 2  # a contradicted value this many times above all others would flatten them
VISIBLE = 3
MOST_LINES = 6


@dataclass(frozen=True)
class Dot:
    """One claim at its time and height."""

    mark: Mark
    x: Decimal
    y: Decimal
    low: Decimal
    high: Decimal
    is_beyond: bool

    @property
    def has_point(self) -> bool:
        """Whether it is a figure rather than a bound."""
        return bool(self.mark.claim.hard.lower_inc and self.mark.claim.hard.upper_inc)

    @property
    def bar(self) -> Decimal:
        """The height of its range."""
        return max(self.low - self.high, Decimal(2))

    @property
    def has_bar(self) -> bool:
        """Whether its range is tall enough to be seen, or all there is to see."""
        return not self.has_point or self.bar > VISIBLE


@dataclass(frozen=True)
class Drawn:
    """A line with its strokes and dots."""

    line: Line
    dots: tuple[Dot, ...]
    strokes: tuple[tuple[Dot, Dot], ...]


@dataclass(frozen=True)
class Plot:
    """Lines between two axes."""

    title: str
    drawn: tuple[Drawn, ...]
    years: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    height: int

    @property
    def axis_y(self) -> int:
        """Where the time axis runs."""
        return self.height + TOP

    @property
    def whole_height(self) -> int:
        """With the labels of the years."""
        return self.axis_y + 24


def plots(strand: Strand) -> tuple[Plot | None, list[Plot]]:
    """The picture of a strand, and a small one for each scope where there are several."""
    marks = [m for line in strand.lines for m in line.marks if _is_drawn(m)]
    if len({mark.first for mark in marks}) < 2:
        return None, []
    time = _time(marks)
    values = _values(marks)
    main = _plot("", _to_draw(strand.lines)[:MOST_LINES], (time, values, TALL), strand)
    scopes: dict[str, list[Line]] = {}
    for line in _to_draw(strand.lines):
        scopes.setdefault(line.scope, []).append(line)
    small = [_plot(scope, of, (time, values, LOW), strand) for scope, of in scopes.items()]
    several = [plot for plot in small if sum(len(drawn.dots) for drawn in plot.drawn) > 1]
    return main, several if len(several) > 1 else []


def _to_draw(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if any(map(_is_drawn, line.marks))]


def _is_drawn(mark: Mark) -> bool:
    """Sums over several years would dwarf the years in them; the table has them."""
    return mark.days <= A_YEAR or not mark.claim.measure.is_additive_over_time


def _time(marks: Sequence[Mark]) -> tuple[Decimal, Decimal]:
    days = [_day(mark) for mark in marks]
    return min(days) - A_YEAR // 2, max(days) + A_YEAR // 2


def _values(marks: Sequence[Mark]) -> tuple[Decimal, Decimal]:
    """From nought, or below it, to a little above all that is not contradicted."""
    sure = [end for mark in marks if not mark.is_contradicted for end in ends(mark.claim)]
    unsure = [end for mark in marks if mark.is_contradicted for end in ends(mark.claim)]
    top = max(sure or unsure, default=Decimal(1))
    near = [end for end in unsure if not sure or end <= top * FAR]
    high = max([top, *near])
    low = min([Decimal(0), *sure, *near])
    return low, high + (high - low) / 12 or Decimal(1)


def _day(mark: Mark) -> Decimal:
    """The middle of its period."""
    return Decimal(mark.first.toordinal()) + Decimal(mark.days) / 2


def _plot(
    title: str,
    lines: Sequence[Line],
    frame: tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal], int],
    strand: Strand,
) -> Plot:
    time, values, height = frame
    across = Axis(*time, LEFT, WIDTH)
    up = Axis(*values, Decimal(height + TOP), Decimal(-height))
    levels = round_figures(values[0] / strand.factor, values[1] / strand.factor)
    heights = [(up.place(value * strand.factor), words) for value, words in levels]
    return Plot(
        title=title,
        drawn=tuple(_drawn(line, across, up) for line in lines),
        years=tuple((across.place(day), words) for day, words in calendar_marks(*time)),
        levels=tuple(heights if height == TALL else heights[::3]),
        height=height,
    )


def _drawn(line: Line, across: Axis, up: Axis) -> Drawn:
    dots = [_dot(mark, across, up) for mark in line.marks if _is_drawn(mark)]
    joined = [dot for dot in dots if dot.has_point and not dot.is_beyond]
    strokes = tuple(
        (one, other)
        for one, other in pairwise(joined)
        if 0 < _day(other.mark) - _day(one.mark) <= LONGEST_STEP
    )
    return Drawn(line, tuple(dots), strokes)


def _dot(mark: Mark, across: Axis, up: Axis) -> Dot:
    span, centre = mark.claim.hard, middle(mark.claim)
    low = up.low if span.lower is None else span.lower
    high = up.high if span.upper is None else span.upper
    height = centre if centre is not None else (low if span.upper is None else high)
    return Dot(
        mark=mark,
        x=across.place(_day(mark)),
        y=up.place(height),
        low=up.place(low),
        high=up.place(high),
        is_beyond=height > up.high,
    )
