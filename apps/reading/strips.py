"""Places the ranges of several claims on one axis, so that a glance shows which do not meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")
THINNEST = Decimal(3)  # per cent of the axis: a narrower range could not be seen
MARGIN = Decimal("1.08")


@dataclass(frozen=True)
class Ends:
    """A range in the base unit of its family; None where it has no end.

    An end may be told to lie outside: below 20 ends at 20 and does not hold it.
    """

    low: Decimal | None
    high: Decimal | None
    family: str
    low_is_outside: bool = False
    high_is_outside: bool = False


@dataclass(frozen=True)
class Stretch:
    """A range on the axis, in per cent of it; `rings` are ends that it does not hold."""

    x: str
    width: str
    rings: tuple[str, ...] = ()


def stretches(ranges: Sequence[Ends | None]) -> list[Stretch | None]:
    """A stretch for each range, or nothing for all where they cannot share an axis."""
    known = [one for one in ranges if one is not None and (one.low, one.high) != (None, None)]
    ends = [end for one in known for end in (one.low, one.high) if end is not None]
    if len(known) < 2 or len({one.family for one in known}) > 1:
        return [None] * len(ranges)
    low, high = _axis(ends)
    return [
        _stretch(one, low, high) if one is not None and one in known else None for one in ranges
    ]


def _axis(ends: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """From nought where the figures are near it, else just around them."""
    low, high = min(ends), max(ends)
    if low >= ZERO and low * 3 < high:
        return ZERO, high * MARGIN
    slack = (high - low) * (MARGIN - 1) or Decimal(1)
    return low - slack, high + slack


def _stretch(one: Ends, low: Decimal, high: Decimal) -> Stretch:
    first = ZERO if one.low is None else (one.low - low) * HUNDRED / (high - low)
    last = HUNDRED if one.high is None else (one.high - low) * HUNDRED / (high - low)
    if last - first < THINNEST:
        middle = (first + last) / 2
        first = max(ZERO, min(middle - THINNEST / 2, HUNDRED - THINNEST))
        last = first + THINNEST
    rings = [first] * one.low_is_outside + [last] * one.high_is_outside
    return Stretch(
        x=_per_cent(first),
        width=_per_cent(last - first),
        rings=tuple(_per_cent(ring) for ring in rings),
    )


def _per_cent(share: Decimal) -> str:
    return f"{share.quantize(TENTH)}%"
