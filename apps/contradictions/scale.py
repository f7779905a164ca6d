"""Slips of scale: thousands for millions, a decimal comma read as a thousands mark."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from apps.domain.statements import Statement

SCALES = (3, -3, 6, -6)
FIGURE_KINDS = ("quantity", "count")


@dataclass(frozen=True, slots=True)
class Slip:
    """`power`: one figure is 10 to this power times the other; `by`: what explains it."""

    power: int
    by: str


def slip_between(one: Statement, other: Statement) -> Slip | None:
    """The slip of scale that alone would make two figures agree, or None.

    A print that allows two readings ("1056 or 1.056") is a slip when only the second agrees.
    """
    if one.kind not in FIGURE_KINDS or one.hard.meets(other.hard):
        return None
    by = "unit-slip"
    if one.alternatives or other.alternatives:
        if not one.agrees_with(other):
            return None
        by = "decimal-separator"
    for power in SCALES:
        if one.hard.scaled(Decimal(10) ** power).meets(other.hard) and _is_plain(one, other):
            return Slip(power, by)
    return None


def _is_plain(one: Statement, other: Statement) -> bool:
    """Bounds without an end, and nought, meet much at any scale, which explains nothing."""
    ends = (one.hard.low, one.hard.high, other.hard.low, other.hard.high)
    return all(end is not None and end > 0 for end in ends)
