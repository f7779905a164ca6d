"""The difference on one axis: geometry for a server-side SVG, x in per cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.text import Truncator

from apps.domain.axes import Axis, calendar_marks, round_figures, window

LEFT, WIDTH = Decimal(1), Decimal(94)
ROW = 44
LEAST_WIDTH = Decimal("0.5")
MOST_LETTERS = 22  # of what is printed; it stands in full above
ROOM = 44  # letters beside one another on a narrow screen


@dataclass(frozen=True)
class Bar:
    """One span: where it starts, how long it is, and whether it has no end on a side."""

    label: str
    words: str
    x: Decimal
    width: Decimal
    y: int
    name: str
    is_open_low: bool
    is_open_high: bool
    label_x: Decimal
    is_label_left: bool

    @property
    def end_x(self) -> Decimal:
        """Where the bar ends."""
        return self.x + self.width

    @property
    def text_y(self) -> int:
        """Baseline of the label, above the bar."""
        return self.y - 11


@dataclass(frozen=True)
class Picture:
    """Bars above an axis with ticks."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[Decimal, str], ...]
    height: int
    axis_y: int


def picture(lines: Sequence[Mapping[str, Any]], *, is_dated: bool = False) -> Picture | None:
    """A picture of the lines, of days if so; None where nothing has two ends to draw."""
    ends = [Decimal(line[end]) for line in lines for end in ("low", "high") if line[end]]
    if len(ends) < 2 or max(ends) == min(ends):
        return None
    low, high = window(ends)
    axis = Axis(low, high, LEFT, WIDTH)
    bars = tuple(_bar(line, index, axis, is_dated=is_dated) for index, line in enumerate(lines))
    axis_y = len(bars) * ROW + 6
    marks = list(calendar_marks(low, high) if is_dated else round_figures(low, high))
    ticks = tuple((axis.place(value), label) for value, label in marks[:: _thinned(marks)])
    return Picture(bars, ticks, axis_y + 24, axis_y)


def _thinned(marks: Sequence[tuple[Decimal, str]]) -> int:
    """One of how many marks there is room for."""
    return -(-sum(len(label) for _, label in marks) // ROOM) or 1


def _bar(line: Mapping[str, Any], index: int, axis: Axis, *, is_dated: bool) -> Bar:
    start = axis.place(Decimal(line["low"]) if line["low"] else axis.low)
    end = axis.place(Decimal(line["high"]) if line["high"] else axis.high)
    width = max(end - start, LEAST_WIDTH)
    is_label_left = start + width > LEFT + WIDTH - start  # where there is more room
    return Bar(
        label=line["label"],
        words=Truncator(line.get("printed") or "").chars(MOST_LETTERS),
        x=start,
        width=width,
        y=index * ROW + 26,
        name=line["name"],
        is_open_low=not line["low"],
        # The last day of a date is reached, although the day after it is not.
        is_open_high=not line["high"] or not (line["high_closed"] or is_dated),
        label_x=start + width if is_label_left else start,
        is_label_left=is_label_left,
    )
