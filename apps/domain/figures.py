"""Exact reckoning with Decimal: nothing here is ever rounded without saying so."""

from __future__ import annotations

from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)

ZERO = Decimal(0)
ONE = Decimal(1)
HALF = Decimal("0.5")
TENTH = Decimal("0.1")

# Sums and products are exact: 1,000 digits are plenty, and a result that needs more is an error.
EXACT = Context(prec=1000, traps=[InvalidOperation, DivisionByZero, Overflow, Inexact])

# Quotients seldom end. Rounding them outward at 50 digits may widen a span, never narrow it.
_DOWNWARD = Context(prec=50, rounding=ROUND_FLOOR, traps=[InvalidOperation, DivisionByZero])
_UPWARD = Context(prec=50, rounding=ROUND_CEILING, traps=[InvalidOperation, DivisionByZero])


def quotient_below(dividend: Decimal, divisor: Decimal) -> Decimal:
    """The quotient, or the nearest 50-digit figure below it."""
    return _DOWNWARD.divide(dividend, divisor)


def quotient_above(dividend: Decimal, divisor: Decimal) -> Decimal:
    """The quotient, or the nearest 50-digit figure above it."""
    return _UPWARD.divide(dividend, divisor)


def plain_figure(value: Decimal) -> str:
    """The figure as people write it: 1,056 or 9.5, never 1E+3 or 9.50."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
