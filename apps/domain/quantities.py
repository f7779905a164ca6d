"""A quantity is what a printed figure says and what it leaves open, with the reason in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from apps.domain.figures import EXACT, HALF, ONE, TENTH, ZERO, plain_figure
from apps.domain.misreadings import EXAMPLES, refusal_of
from apps.domain.refusals import Refusal, quoted
from apps.domain.spans import Span
from apps.domain.units import Unit

LONGEST_READING = 120
MOST_DIGITS = 30

_FIGURE = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_GRAMMAR = re.compile(
    r"(?:(?P<word>over|at least|under|at most|nearly|about) (?P<bound>FIG)"
    r"|(?P<low>FIG)(?:\.\.(?P<high>FIG))?)(?P<estimated> estimated)?".replace("FIG", _FIGURE)
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Only `hard` and `alternatives` can contradict; `plausible` gives hints.

    `alternatives` are the hard spans of the further readings of one print ("1056 or 1.056").
    `ulp` is one unit of the last printed digit. `hedged`: the source says about or estimated.
    """

    reading: str
    hard: Span
    plausible: Span
    ulp: Decimal
    alternatives: tuple[Span, ...] = ()
    hedged: bool = False
    derivation: str = ""

    @classmethod
    def read(cls, reading: str, *, exact: bool = False, non_negative: bool = True) -> Quantity:
        """Reads the closed normal form and refuses all else.

        `exact` says that whole figures are counted, not rounded; a figure with decimals never is.
        """
        if len(reading) > LONGEST_READING:
            raise Refusal(f"{quoted(reading)} is too long for a figure.", EXAMPLES)
        first, *others = (
            _Wording.read(part, reading, exact=exact, non_negative=non_negative)
            for part in reading.split(" or ")
        )
        alternatives = tuple(other.hard for other in others)
        if len({first.hard, *alternatives}) <= len(others):
            raise Refusal(f"{quoted(reading)} offers the same reading twice.", "Give it once.")
        derivation = "; or ".join(wording.derivation for wording in (first, *others))
        return cls(
            reading, first.hard, first.plausible, first.ulp, alternatives, first.hedged, derivation
        )

    def in_base(self, measured_in: Unit) -> Quantity:
        """The same in the base unit of the unit's family: 1,056 million USD in USD."""
        if measured_in.factor == ONE:
            return self
        times = f"times {plain_figure(measured_in.factor)} for {measured_in.label}"
        return replace(
            self,
            hard=measured_in.to_base(self.hard),
            plausible=measured_in.to_base(self.plausible),
            ulp=EXACT.multiply(self.ulp, measured_in.factor),
            alternatives=tuple(measured_in.to_base(span) for span in self.alternatives),
            derivation=f"{self.derivation}; {times}",
        )

    def allows(self, span: Span) -> bool:
        """Whether any reading of the print leaves room for a figure of the span."""
        return any(own.meets(span) for own in (self.hard, *self.alternatives))


@dataclass(frozen=True, slots=True)
class _Wording:
    """One reading without alternatives."""

    text: str
    word: str
    low: str
    high: str
    estimated: bool
    exact: bool
    non_negative: bool

    @classmethod
    def read(cls, text: str, reading: str, *, exact: bool, non_negative: bool) -> _Wording:
        match = _GRAMMAR.fullmatch(text)
        if match is None:
            raise refusal_of(text, reading)
        low = match["bound"] or match["low"]
        high = match["high"] or low
        exact = exact and "." not in low + high
        word = match["word"] or ""
        wording = cls(text, word, low, high, bool(match["estimated"]), exact, non_negative)
        wording._refuse_nonsense(is_range=match["high"] is not None)
        return wording

    def _refuse_nonsense(self, *, is_range: bool) -> None:
        name, low, high = quoted(self.text), Decimal(self.low), Decimal(self.high)
        if max(_digits(self.low), _digits(self.high)) > MOST_DIGITS:
            raise Refusal(f"{name} has more than {MOST_DIGITS} digits.", EXAMPLES)
        if is_range and high < low:
            raise Refusal(f"{name} is a reversed range.", f"Write {self.high}..{self.low}.")
        if is_range and high == low:
            raise Refusal(f"{name} is a range from a figure to itself.", f"Write {self.low}.")
        if self.low.startswith("-") and (low == ZERO or self.non_negative):
            raise Refusal(f"{name} is negative, and this figure cannot be.", "Leave “-” out.")
        if low == ZERO and (self.word == "nearly" or (self.word == "under" and self.non_negative)):
            raise Refusal(f"{name} leaves no figure at all.", "Write 0, or at most 0.")

    @property
    def hedged(self) -> bool:
        return self.estimated or self.word == "about"

    @property
    def ulp(self) -> Decimal:
        """The coarser one, if the ends of a range are printed with different care."""
        return max(_last_digit(self.low), _last_digit(self.high))

    @property
    def hard(self) -> Span:
        value = Decimal(self.low)
        match self.word:
            case "over":
                span = Span.over(value)
            case "at least":
                span = Span.at_least(value)
            case "under" | "nearly":
                span = Span.below(value)
            case "at most":
                span = Span.at_most(value)
            case "about":
                span = Span.anything()
            case _:
                span = self._printed
        return self._floored(span)

    @property
    def _printed(self) -> Span:
        """XBRL Calculations 1.1: half a unit of the last digit to either side, both ends closed."""
        low, high = Decimal(self.low), Decimal(self.high)
        if self.exact:
            return Span(low, high)
        return Span(
            EXACT.subtract(low, EXACT.multiply(HALF, _last_digit(self.low))),
            EXACT.add(high, EXACT.multiply(HALF, _last_digit(self.high))),
        )

    @property
    def plausible(self) -> Span:
        value = Decimal(self.low)
        match self.word:
            case "about":
                return self._floored(_widened(Span.exactly(value)))
            case "nearly":
                tenth_less = _widened(Span.exactly(value)).low
                span = self._floored(Span(tenth_less, value, high_closed=False))
            case _:
                span = self.hard
        return self._floored(_widened(span)) if self.estimated else span

    def _floored(self, span: Span) -> Span:
        """Without what lies below zero, where the measure cannot be negative."""
        if not self.non_negative:
            return span
        floored = span.intersection(Span.at_least(ZERO))
        assert floored is not None, f"{self.text} was to be refused"
        return floored

    @property
    def derivation(self) -> str:
        below = " of a non-negative measure" if self.non_negative else ""
        reason = {
            "over": "“over” is an open lower end",
            "at least": "“at least” is a closed lower end",
            "under": f"“under” is an open upper end{below}",
            "at most": f"“at most” is a closed upper end{below}",
            "nearly": f"“nearly” is an open upper end{below}, plausibly at most a tenth less",
            "about": "“about” rules nothing out, plausibly a tenth more or less",
            "": "a count, exact as printed" if self.exact else "last digit ± half a unit",
        }[self.word]
        if self.low != self.high:
            reason = f"a range, {'exact as printed' if self.exact else f'each end: {reason}'}"
        if not self.estimated or self.word == "about":
            return reason
        return f"{reason}; an estimate allows {_ends_in_words(self.plausible)}"


def _digits(figure: str) -> int:
    return len(figure.lstrip("-").replace(".", ""))


def _last_digit(figure: str) -> Decimal:
    """One unit of the last printed digit: 0.01 for 9.53, 1 for 1056."""
    return Decimal((0, (1,), -len(figure.partition(".")[2])))


def _widened(span: Span) -> Span:
    """A tenth of each end further out, closed."""
    low, high = span.low, span.high
    return Span(
        None if low is None else EXACT.subtract(low, EXACT.multiply(low.copy_abs(), TENTH)),
        None if high is None else EXACT.add(high, EXACT.multiply(high.copy_abs(), TENTH)),
    )


def _ends_in_words(span: Span) -> str:
    if span.high is not None and not span.low:
        return f"{plain_figure(span.high)} at most"
    if span.low is not None and span.high is None:
        return f"{plain_figure(span.low)} at least"
    return str(span)
