"""All answers to one question on one axis: geometry for a server-side SVG, x in per cent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from apps.claims.models import Claim
from apps.domain.axes import Axis, calendar_marks, round_figures, window
from apps.domain.units import unit
from apps.reading.facts.shapes import Shape, shapes_of

LEFT, WIDTH = Decimal(2), Decimal(95)
LANE = 44
THINNEST = Decimal("0.4")


@dataclass(frozen=True)
class Lane:
    """One claim: its range, its point, and the ends that are open."""

    label: str
    x: Decimal
    width: Decimal
    y: int
    point: Decimal | None
    shape: Shape
    rings: tuple[Decimal, ...]
    is_contradicted: bool

    @property
    def text_y(self) -> int:
        """Baseline of the label, above its bar."""
        return self.y - 13


@dataclass(frozen=True)
class Chart:
    """Lanes above an axis."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[Decimal, str], ...]
    unit: str

    @property
    def axis_y(self) -> int:
        """Where the axis runs."""
        return len(self.lanes) * LANE + 8

    @property
    def height(self) -> int:
        """The axis with its labels."""
        return self.axis_y + 22


def chart(labelled: Sequence[tuple[str, Claim]], contradicted: frozenset[int]) -> Chart | None:
    """A lane for each claim with its label; None where no claim has an end to draw."""
    drawn = [(label, claim) for label, claim in labelled if ends(claim)]
    if not drawn:
        return None
    low, high = window(end for _, claim in drawn for end in ends(claim))
    axis = Axis(low, high, LEFT, WIDTH)
    shapes = shapes_of(claim.source.slug for _, claim in drawn)
    lanes = tuple(
        _lane(label, claim, number, axis, is_contradicted=claim.pk in contradicted, shapes=shapes)
        for number, (label, claim) in enumerate(drawn)
    )
    first = drawn[0][1]
    return Chart(lanes, tuple(_ticks(first, axis)), unit(first.unit).label)


def ends(claim: Claim) -> list[Decimal]:
    """The ends that the claim's range has, in the base unit."""
    if claim.hard is None:
        return []
    return [end for end in (claim.hard.lower, claim.hard.upper) if end is not None]


def middle(claim: Claim) -> Decimal | None:
    """The middle of a range with two ends."""
    known = ends(claim)
    return sum(known, Decimal(0)) / 2 if len(known) == 2 else None


def _lane(
    label: str,
    claim: Claim,
    number: int,
    axis: Axis,
    *,
    is_contradicted: bool,
    shapes: dict[str, Shape],
) -> Lane:
    span, is_date = claim.hard, claim.measure.kind == claim.measure.Kind.DATE
    start = axis.place(axis.low if span.lower is None else span.lower)
    end = axis.place(axis.high if span.upper is None else span.upper)
    point = middle(claim)
    is_open = (
        (start, span.lower is None or not span.lower_inc),
        (end, span.upper is None or not (span.upper_inc or is_date)),
    )
    return Lane(
        label=label,
        x=start,
        width=max(end - start, THINNEST),
        y=number * LANE + 30,
        point=None if point is None else axis.place(point),
        shape=shapes[claim.source.slug],
        rings=tuple(place for place, opens in is_open if opens),
        is_contradicted=is_contradicted,
    )


def _ticks(claim: Claim, axis: Axis) -> list[tuple[Decimal, str]]:
    """Round marks in the unit of the claim."""
    if claim.measure.kind == claim.measure.Kind.DATE:
        return [(axis.place(day), words) for day, words in calendar_marks(axis.low, axis.high)]
    factor = unit(claim.unit).factor
    marks = round_figures(axis.low / factor, axis.high / factor)
    return [(axis.place(value * factor), words) for value, words in marks]
