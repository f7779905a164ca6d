"""What a rule has to say when claims cannot all be true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, Context, Decimal
from enum import StrEnum

from apps.domain.figures import ZERO, plain_figure, quotient_below
from apps.domain.spans import Span
from apps.domain.statements import Statement
from apps.domain.units import Unit, show, show_span

CENT = Decimal("0.01")
MOST_ULPS = Decimal(10) ** 15
DIGITS_SHOWN = 12
DECIMALS_READ = 4
DECIMALS_SHOWN = 6
WIDE = Context(prec=100)
ANYTHING = "*"
TEXT = "text:"


class Severity(StrEnum):
    """How sure a finding is. A gap below one unit of the last digit is a note."""

    CERTAIN = "certain"
    LIKELY = "likely"
    ADVISORY = "advisory"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Part:
    """A claim with the role it plays in a finding: claim, part, whole, row, total, share."""

    statement: Statement
    name: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text with the part it plays: citation, reference, figure."""

    source: str
    text: int
    start: int
    end: int
    quote: str
    name: str

    @property
    def place(self) -> str:
        """Where it stands, so that the same trouble is known again."""
        return f"{self.source}:{self.start}-{self.end}"


def text_key(source: str) -> str:
    """What stands for a text among the keys of facts."""
    return f"{TEXT}{source}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum or picture: a label and a span in the finding's unit."""

    label: str
    printed: str
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Claims that cannot all be true, with the arithmetic that shows it.

    `gap` is in the base unit of `unit`'s family; `ulp` is the unit of the last digit to
    measure it by. `implied` says for a claim what the others would make of it. `explanations`
    are codes, likeliest first. `conflicts`: sets of claim keys of which at least one must go.
    `anchor` is the fact whose parts are summed: such a finding may change with any of them;
    ANYTHING where it may change with any claim.
    A finding about the print of texts has `spots` in place of parts.
    """

    rule: str
    severity: Severity
    headline: tuple[str, str]
    topic: str
    says: str
    parts: tuple[Part, ...]
    unit: Unit
    gap: Decimal = Decimal(0)
    gap_in_words: str = ""
    ulp: Decimal = Decimal(1)
    lines: tuple[Line, ...] = ()
    implied: tuple[tuple[str, Span], ...] = ()
    explanations: tuple[str, ...] = ()
    conflicts: tuple[frozenset[str], ...] = ()
    anchor: str = ""
    spots: tuple[Spot, ...] = ()

    @property
    def gap_in_ulps(self) -> Decimal:
        """The gap in units of the last printed digit; beyond a quadrillion nobody counts."""
        return min(self.gap / self.ulp, MOST_ULPS).quantize(CENT) if self.ulp else ZERO

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts and texts that it is about, sorted."""
        stated = {part.statement.fact for part in self.parts}
        return tuple(sorted(stated | {text_key(spot.source) for spot in self.spots}))

    @property
    def fingerprint(self) -> str:
        """Rule and facts or places: the same when the same trouble is found again."""
        return fingerprint_of(self.rule, [*self.facts, *(spot.place for spot in self.spots)])

    @property
    def inputs_hash(self) -> str:
        """Changes when any figure behind the finding changes."""
        if self.spots:
            return spots_hash((spot.place, spot.quote) for spot in self.spots)
        return _digest(sorted(_inputs(part.statement) for part in self.parts))

    def graded(self) -> Finding:
        """The same finding: a note below one ulp, an advisory where a claim is loose.

        Ends that only touch are no matter of rounding: nothing is both over 60 and at most 60.
        """
        if any(part.statement.is_loose for part in self.parts):
            explanations = ("scope", *(code for code in self.explanations if code != "scope"))
            return replace(self, severity=Severity.ADVISORY, explanations=explanations)
        is_graver = self.severity in (Severity.CERTAIN, Severity.LIKELY)
        if not is_graver or self.gap == 0 or self.gap >= self.ulp:
            return self
        return replace(self, severity=Severity.NOTE, explanations=("rounding", *self.explanations))

    def joined_by(self, other: Finding) -> Finding:
        """One finding of two about the same facts: the graver one tells, on what both rest on."""
        graves = list(Severity)
        if graves.index(other.severity) < graves.index(self.severity):
            return other.joined_by(self)
        known = {part.statement.key for part in self.parts}
        return replace(
            self,
            parts=(*self.parts, *(p for p in other.parts if p.statement.key not in known)),
            lines=tuple(dict.fromkeys((*self.lines, *other.lines))),
            implied=tuple({**dict(other.implied), **dict(self.implied)}.items()),
            conflicts=tuple(dict.fromkeys((*self.conflicts, *other.conflicts))),
        )


def each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of one group, with those about the same facts as one."""
    found: dict[tuple[str, ...], Finding] = {}
    for finding in findings:
        met = found.get(finding.facts)
        found[finding.facts] = finding if met is None else met.joined_by(finding)
    yield from found.values()


def _inputs(statement: Statement) -> str:
    spans = ";".join(f"{s.low},{s.high},{s.low_closed},{s.high_closed}" for s in statement.readings)
    return f"{statement.key}|{statement.fact}|{spans}|{statement.answer}|{statement.printed}"


def fingerprint_of(rule: str, places: Iterable[str]) -> str:
    """The fingerprint of what a rule finds over these facts or places, in order."""
    return _digest([rule, *places])


def inputs_of(statements: Iterable[Statement]) -> str:
    """The hash that a finding over these statements would have."""
    return _digest(sorted(_inputs(statement) for statement in statements))


def spots_hash(spots: Iterable[tuple[str, str]]) -> str:
    """The hash that a finding over these places and quotes would have."""
    return _digest(sorted(f"{place}|{quote}" for place, quote in spots))


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def and_elsewhere(one: Statement, other: Statement, verb: str) -> str:
    """How a sentence goes on from one claim to another; who speaks is not named twice."""
    return "and elsewhere" if one.label == other.label else f"and {other.label} {verb}"


def gap_shown(gap: Decimal, unit: Unit) -> str:
    """A gap of the base unit, in the unit that people read; never more than it is."""
    shown = lessened(quotient_below(gap, unit.factor), DIGITS_SHOWN)
    if unit.family == "rank":
        return f"{plain_figure(shown)} place{'' if shown == 1 else 's'}"
    return show(shown, unit)


def gap_at_least(gap: Decimal, unit: Unit) -> str:
    """The gap as a lower bound; nothing for ends that only touch."""
    return f"at least {gap_shown(gap, unit)}" if gap else ""


def lessened(value: Decimal, digits: int) -> Decimal:
    """The figure cut, not rounded, to so many digits."""
    return Context(prec=digits, rounding=ROUND_DOWN).plus(value)


def span_shown(span: Span, unit: Unit) -> str:
    """A span of the base unit, in the unit that people read."""
    return show_span(_legible(unit.from_base(span)), unit)


def _legible(span: Span) -> Span:
    """A little wider where quotients run on: one digit more than the width shows will do."""
    ends = [end for end in (span.low, span.high) if end is not None]
    if all(end == end.quantize(Decimal(1).scaleb(-DECIMALS_READ), context=WIDE) for end in ends):
        return span
    places = max(0, 1 - span.width.adjusted()) if span.width else DECIMALS_SHOWN
    step = Decimal(1).scaleb(-min(places, DECIMALS_SHOWN))
    low = span.low and span.low.quantize(step, ROUND_FLOOR, WIDE)
    high = span.high and span.high.quantize(step, ROUND_CEILING, WIDE)
    return Span(low, high, span.low_closed, span.high_closed)
