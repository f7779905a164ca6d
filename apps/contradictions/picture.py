"""The difference on one axis: geometry for a server-side SVG, x in per cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

LEFT, WIDTH = Decimal(1), Decimal(94)
ROW = 34
LEAST_WIDTH = Decimal("0.5")
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MOST_TICKS = 6


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
    low, high = _window(min(ends), max(ends))
    scale = WIDTH / (high - low)

    def place(value: Decimal) -> Decimal:
        return (LEFT + (value - low) * scale).quantize(Decimal("0.01"))

    bars = tuple(_bar(line, index, place, (low, high)) for index, line in enumerate(lines))
    axis_y = len(bars) * ROW + 12
    return Picture(bars, _ticks(low, high, place), axis_y + 24, axis_y)


def _window(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """From zero where that is not far off, with a little air on both sides."""
    air = (high - low) / 10
    if 0 <= low <= high * Decimal("0.6"):
        return Decimal(0), high + air
    return low - air, high + air


def _bar(line: Mapping[str, Any], index: int, place: Any, window: tuple[Decimal, Decimal]) -> Bar:
    low, high = window
    start = place(Decimal(line["low"])) if line["low"] else place(low)
    end = place(Decimal(line["high"])) if line["high"] else place(high)
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


def _ticks(low: Decimal, high: Decimal, place: Any) -> tuple[tuple[Decimal, str], ...]:
    """Round figures along the axis."""
    raw = (high - low) / MOST_TICKS
    power = Decimal(10) ** (raw.adjusted())
    step = next(power * s for s in STEPS if power * s >= raw)
    first = (low / step).to_integral_value(rounding="ROUND_CEILING") * step
    values, value = [], first
    while value <= high:
        values.append(value)
        value += step
    return tuple((place(value), f"{value.normalize():,f}") for value in values)
