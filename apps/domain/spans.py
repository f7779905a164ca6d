"""A span is what a printed figure leaves possible: an interval with open, closed or no ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from apps.domain.figures import (
    EXACT,
    HALF,
    ZERO,
    plain_figure,
    quotient_above,
    quotient_below,
)
from apps.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Span:
    """All figures from low to high; None is no end. A span is never empty."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        for end in (low, high):
            if end is None:
                continue
            if not isinstance(end, Decimal):
                raise TypeError(f"A span ends in a Decimal or None, not in {end!r}.")
            if not end.is_finite():
                raise Refusal(f"A span cannot end in {end}.", "Leave the end out (None).")
        # An end that is not there is never closed, so that equal spans compare equal.
        if low is None:
            object.__setattr__(self, "low_closed", False)
        if high is None:
            object.__setattr__(self, "high_closed", False)
        if low is not None and high is not None and not low < high:
            self._refuse_emptiness(low, high)

    def _refuse_emptiness(self, low: Decimal, high: Decimal) -> None:
        if low > high:
            first, last = plain_figure(low), plain_figure(high)
            raise Refusal(f"The span from {first} to {last} is reversed.", f"Give {last} first.")
        if not (self.low_closed and self.high_closed):
            raise Refusal(
                f"A span at {plain_figure(low)} with an open end is empty.", "Close both ends."
            )

    @classmethod
    def exactly(cls, value: Decimal) -> Span:
        return cls(value, value)

    @classmethod
    def at_least(cls, value: Decimal) -> Span:
        return cls(value, None)

    @classmethod
    def over(cls, value: Decimal) -> Span:
        return cls(value, None, low_closed=False)

    @classmethod
    def below(cls, value: Decimal) -> Span:
        return cls(None, value, high_closed=False)

    @classmethod
    def at_most(cls, value: Decimal) -> Span:
        return cls(None, value)

    @classmethod
    def anything(cls) -> Span:
        return cls(None, None)

    @property
    def width(self) -> Decimal | None:
        """None when an end is missing."""
        if self.low is None or self.high is None:
            return None
        return EXACT.subtract(self.high, self.low)

    @property
    def middle(self) -> Decimal | None:
        """None when an end is missing."""
        if self.low is None or self.high is None:
            return None
        return EXACT.multiply(EXACT.add(self.low, self.high), HALF)

    @property
    def is_exact(self) -> bool:
        return self.low is not None and self.low == self.high

    def ends_before(self, other: Span) -> bool:
        """Every figure here is smaller than every figure there."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def meets(self, other: Span) -> bool:
        """Some figure lies in both; [10, 11) and exactly 11 do not meet."""
        return not (self.ends_before(other) or other.ends_before(self))

    def gap(self, other: Span) -> Decimal:
        """The distance between the nearest ends; zero for spans that meet or touch."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return EXACT.subtract(other.low, self.high)
        if other.high is not None and self.low is not None and other.high < self.low:
            return EXACT.subtract(self.low, other.high)
        return ZERO

    def contains(self, inner: Decimal | Span) -> bool:
        span = Span.exactly(inner) if isinstance(inner, Decimal) else inner
        return self._starts_no_later(span) and self._ends_no_earlier(span)

    def _starts_no_later(self, other: Span) -> bool:
        if self.low is None or other.low is None:
            return self.low is None
        if self.low == other.low:
            return self.low_closed or not other.low_closed
        return self.low < other.low

    def _ends_no_earlier(self, other: Span) -> bool:
        if self.high is None or other.high is None:
            return self.high is None
        if self.high == other.high:
            return self.high_closed or not other.high_closed
        return self.high > other.high

    def hull(self, other: Span) -> Span:
        """The smallest span that contains both."""
        left = self if self._starts_no_later(other) else other
        right = self if self._ends_no_earlier(other) else other
        return Span(left.low, right.high, left.low_closed, right.high_closed)

    def intersection(self, other: Span) -> Span | None:
        if not self.meets(other):
            return None
        left = other if self._starts_no_later(other) else self
        right = other if self._ends_no_earlier(other) else self
        return Span(left.low, right.high, left.low_closed, right.high_closed)

    def __add__(self, other: Span) -> Span:
        """All sums of one figure from each; exact. An open end opens the end of the sum."""
        return Span(
            None if self.low is None or other.low is None else EXACT.add(self.low, other.low),
            None if self.high is None or other.high is None else EXACT.add(self.high, other.high),
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> Span:
        return Span(
            None if self.high is None else EXACT.minus(self.high),
            None if self.low is None else EXACT.minus(self.low),
            self.high_closed,
            self.low_closed,
        )

    def __sub__(self, other: Span) -> Span:
        """All differences of one figure from each; exact."""
        return Span(
            None
            if self.low is None or other.high is None
            else EXACT.subtract(self.low, other.high),
            None
            if self.high is None or other.low is None
            else EXACT.subtract(self.high, other.low),
            self.low_closed and other.high_closed,
            self.high_closed and other.low_closed,
        )

    def scaled(self, factor: Decimal) -> Span:
        """Every figure times the factor; exact."""
        if factor == ZERO:
            return Span.exactly(ZERO)
        if factor < ZERO:
            return (-self).scaled(EXACT.minus(factor))
        return Span(
            None if self.low is None else EXACT.multiply(self.low, factor),
            None if self.high is None else EXACT.multiply(self.high, factor),
            self.low_closed,
            self.high_closed,
        )

    def unscaled(self, factor: Decimal) -> Span:
        """Every figure divided by a positive factor; ends that do not come out widen outward."""
        if factor <= ZERO:
            raise ValueError(f"A span is unscaled by a positive factor, not by {factor}.")
        return Span(
            None if self.low is None else quotient_below(self.low, factor),
            None if self.high is None else quotient_above(self.high, factor),
            self.low_closed,
            self.high_closed,
        )

    def divided_by(self, whole: Span) -> Span:
        """All shares part / whole of non-negative figures; ends that do not come out widen outward.

        A whole that may be next to nothing leaves the share without an upper end.
        """
        if self.low is None or whole.low is None or self.low < ZERO or whole.low < ZERO:
            raise ValueError(f"Shares need non-negative figures, not {self} of {whole}.")
        if whole.high == ZERO:
            return Span.at_least(ZERO)  # nothing follows from a share of nothing
        low, low_closed = ZERO, self.low == ZERO and self.low_closed
        if self.low > ZERO and whole.high is not None:
            low = quotient_below(self.low, whole.high)
            low_closed = self.low_closed and whole.high_closed
        if self.high == ZERO:
            return Span.exactly(ZERO)
        if self.high is None or whole.low == ZERO:
            return Span(low, None, low_closed)
        high = quotient_above(self.high, whole.low)
        return Span(low, high, low_closed, self.high_closed and whole.low_closed)

    def __str__(self) -> str:
        if self.low is None and self.high is None:
            return "anything"
        if self.is_exact and self.low is not None:
            return f"exactly {plain_figure(self.low)}"
        if self.low is None and self.high is not None:
            return f"{'at most' if self.high_closed else 'below'} {plain_figure(self.high)}"
        if self.high is None and self.low is not None:
            return f"{'at least' if self.low_closed else 'over'} {plain_figure(self.low)}"
        return self._both_ends_in_words()

    def _both_ends_in_words(self) -> str:
        assert self.low is not None and self.high is not None
        low = ("" if self.low_closed else "over ") + plain_figure(self.low)
        high = ("" if self.high_closed else "below ") + plain_figure(self.high)
        return f"{low} to {high}"


def span_sum(spans: Sequence[Span]) -> Span:
    """The span of the sum of one figure from each span; of no spans, exactly 0."""
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    with localcontext(EXACT):
        return Span(
            sum(lows, ZERO) if len(lows) == len(spans) else None,
            sum(highs, ZERO) if len(highs) == len(spans) else None,
            False not in [span.low_closed for span in spans],
            False not in [span.high_closed for span in spans],
        )
