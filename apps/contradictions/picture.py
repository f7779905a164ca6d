"""The difference on one axis: geometry for a server-side SVG, x in per cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from apps.domain.axes import Axis, round_figures, window

LEFT, WIDTH = Decimal(1), Decimal(94)
ROW = 34
LEAST_WIDTH = Decimal("0.5")


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
        """Baseline of the label."""
        return self.y + 5


@dataclass(frozen=True)
class Picture:
    """Bars above an axis with ticks."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[Decimal, str], ...]
    height: int
    axis_y: int


def picture(lines: Sequence[Mapping[str, Any]]) -> Picture | None:
    """A picture of the lines; None where nothing has two ends to draw."""
    ends = [Decimal(line[end]) for line in lines for end in ("low", "high") if line[end]]
    if len(ends) < 2 or max(ends) == min(ends):
        return None
    low, high = window(ends)
    axis = Axis(low, high, LEFT, WIDTH)
    bars = tuple(_bar(line, index, axis) for index, line in enumerate(lines))
    axis_y = len(bars) * ROW + 12
    ticks = tuple((axis.place(value), label) for value, label in round_figures(low, high))
    return Picture(bars, ticks, axis_y + 24, axis_y)


def _bar(line: Mapping[str, Any], index: int, axis: Axis) -> Bar:
    start = axis.place(Decimal(line["low"]) if line["low"] else axis.low)
    end = axis.place(Decimal(line["high"]) if line["high"] else axis.high)
    width = max(end - start, LEAST_WIDTH)
    is_label_left = start + width > Decimal(60)
    return Bar(
        label=line["label"],
        words=line.get("printed") or "",
        x=start,
        width=width,
        y=index * ROW + 20,
        name=line["name"],
        is_open_low=not line["low"],
        is_open_high=not line["high"] or not line["high_closed"],
        label_x=start - Decimal("1.5") if is_label_left else start + width + Decimal("1.5"),
        is_label_left=is_label_left,
    )
