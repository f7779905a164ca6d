"""The difference on one axis."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from apps.contradictions.picture import Picture, picture


def line(low: str, high: str, *, high_closed: bool = False) -> dict[str, Any]:
    closed = {"low_closed": True, "high_closed": high_closed}
    return {"label": "Almanac", "printed": "", "name": "claim", "low": low, "high": high, **closed}


def drawn(*lines: dict[str, Any], is_dated: bool = False) -> Picture:
    shown = picture(lines, is_dated=is_dated)
    assert shown is not None
    return shown


def test_days_are_marked_by_the_calendar_and_reached() -> None:
    #   734045 is 20 September 2010
    shown = drawn(line("734045", "734046"), line("734400", "735500"), is_dated=True)

    assert [label for _, label in shown.ticks] == ["2011", "2012", "2013", "2014", "2015"]
    assert not any(bar.is_open_high for bar in shown.bars)


def test_long_marks_are_thinned() -> None:
    shown = drawn(line("734045", "734046"), line("734075", "734076"), is_dated=True)

    assert sum(len(label) for _, label in shown.ticks) <= 60


def test_figures_are_marked_by_round_figures_and_an_open_end_by_a_ring() -> None:
    shown = drawn(line("0", "20"), line("71.5", "72.5", high_closed=True))

    assert [label for _, label in shown.ticks] == ["0", "20", "40", "60"]
    assert [bar.is_open_high for bar in shown.bars] == [True, False]
    assert picture([line("3", "3", high_closed=True)]) is None
    assert shown.bars[0].x == Decimal("1.00")
