"""Ranges of several claims on one axis."""

from __future__ import annotations

from decimal import Decimal

from apps.reading.strips import Ends, stretches


def usd(low: int, high: int | None, *, ring: str = "") -> Ends:
    return Ends(
        low=Decimal(low),
        high=None if high is None else Decimal(high),
        family="usd",
        low_is_outside=ring == "low",
        high_is_outside=ring == "high",
    )


def test_ranges_near_nought_share_an_axis_from_nought() -> None:
    part, whole = stretches([usd(72, 72), usd(0, 20, ring="high")])

    assert part is not None
    assert (part.x, part.width, part.rings) == ("91.1%", "3.0%", ())
    assert whole is not None
    assert (whole.x, whole.width, whole.rings) == ("0.0%", "25.7%", ("25.7%",))


def test_a_range_without_an_end_runs_to_the_edge() -> None:
    _, over = stretches([usd(50, 60), usd(80, None, ring="low")])

    assert over is not None
    assert (over.x, over.width) == ("93.1%", "6.9%")


def test_different_families_share_no_axis() -> None:
    shares = Ends(Decimal(1), Decimal(2), family="percent")

    assert stretches([usd(1, 2), shares]) == [None, None]


def test_one_range_alone_needs_no_axis() -> None:
    assert stretches([usd(1, 2), None]) == [None, None]
