"""Guesses what a figure is about from the claims that stand near it in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import F
from django.db.models.functions import Abs

from apps.accounts.models import User
from apps.claims.drafts import UNSPECIFIED
from apps.claims.models import Claim, Evidence, Measure
from apps.domain.units import UNITS
from apps.sources.models import Block, Cell, Text

NEAREST = 80
SAME_COLUMN, SAME_ROW, SAME_TABLE, SAME_BLOCK, OWN = 8.0, 5.0, 3.0, 2.0, 1.0
FAR = 1500  # code points after which nearness counts no more
BARE = ("", "count")


@dataclass(frozen=True)
class Spot:
    """A place in a text: its block, and its cell where it lies in a table."""

    start: int
    block: Block | None
    cell: Cell | None = None

    @property
    def heads(self) -> tuple[str, ...]:
        """What heads its row and its column, the nearest first."""
        if self.cell is None:
            return ()
        return (*reversed(self.cell.row_path), *reversed(self.cell.column_path))


@dataclass(frozen=True)
class Guess:
    """What a new claim is likely to be about."""

    measure: str = ""
    subject: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    basis: str = ""
    status: str = ""
    attribution: str = ""
    period: str = ""
    has_period: bool = True


def spot_of(text: Text, start: int, end: int) -> Spot:
    """Where a stretch lies."""
    inside = {"start__lte": start, "end__gte": end}
    cell = Cell.objects.filter(block__text=text, **inside).select_related("block").first()
    if cell is not None:
        return Spot(start, cell.block, cell)
    return Spot(start, text.blocks.filter(**inside).order_by("-start", "end").first())


def guess(
    *, text: Text, spot: Spot, kind: str, unit: str, named: Mapping[str, str], by: User
) -> Guess:
    """What a figure or date of this kind and unit is likely to say here.

    `named` are entities that the heads of the cell name, by what each is called there.
    """
    near = [one for one in _near(text, spot.start) if fits(one.claim, kind, unit)]
    if not near:
        return Guess()
    cells = _cells(text, near) if spot.cell is not None else {}
    best = max(near, key=lambda one: _weight(one, spot, cells.get(one.pk), by))
    return _like(best.claim, spot, cells.get(best.pk), named)


def _near(text: Text, start: int) -> list[Evidence]:
    """Evidence in this text, the nearest first."""
    near = Evidence.objects.filter(passage__text=text).exclude(claim__review="rejected")
    near = near.select_related("passage", "claim__measure", "claim__subject", "claim__entered_by")
    near = near.prefetch_related("claim__filled_roles__entity")
    return list(near.order_by(Abs(F("passage__start") - start), "-pk")[:NEAREST])


def fits(claim: Claim, kind: str, unit: str) -> bool:
    """Whether the value could answer the same measure; bare figures may lack their unit."""
    is_date = claim.measure.kind == Measure.Kind.DATE
    if kind == "date" or is_date:
        return kind == "date" and is_date
    if claim.measure.kind in (Measure.Kind.ENTITY, Measure.Kind.TEXT):
        return False
    if unit in BARE:
        return unit == "" or claim.unit in BARE or claim.measure.kind in ("quantity", "count")
    return unit in UNITS and claim.unit in UNITS and UNITS[unit].family == UNITS[claim.unit].family


def _cells(text: Text, near: Iterable[Evidence]) -> dict[int, Cell]:
    """The cell of each piece of evidence that lies in one."""
    cells = list(Cell.objects.filter(block__text=text, block__kind="table").select_related("block"))
    found = {}
    for one in near:
        place = one.passage
        inside = (c for c in cells if c.start <= place.start and place.end <= c.end)
        cell = next(inside, None)
        if cell is not None:
            found[one.pk] = cell
    return found


def _weight(one: Evidence, spot: Spot, cell: Cell | None, by: User) -> float:
    weight = OWN * (one.claim.entered_by_id == by.pk)
    weight += max(0.0, 1 - abs(one.passage.start - spot.start) / FAR)
    if spot.cell is not None and cell is not None and cell.block_id == spot.cell.block_id:
        weight += SAME_TABLE + SAME_ROW * (cell.row == spot.cell.row)
        weight += SAME_COLUMN * (cell.column_path == spot.cell.column_path)
    elif spot.cell is None and spot.block is not None:
        weight += SAME_BLOCK * (spot.block.start <= one.passage.start < spot.block.end)
    return weight


def _like(claim: Claim, spot: Spot, cell: Cell | None, named: Mapping[str, str]) -> Guess:
    """As the neighbour, but about what heads this cell where that one is about what heads its."""
    swaps = dict(_swaps(cell, spot, named)) if cell is not None else {}
    roles = {
        filled.slot: swaps.get(filled.entity.slug, filled.entity.slug)
        if filled.entity
        else filled.scope
        for filled in claim.filled_roles.all()
    }
    is_beside = cell is not None and spot.cell is not None and cell.row_path == spot.cell.row_path
    return Guess(
        measure=claim.measure.slug,
        subject=swaps.get(claim.subject.slug, claim.subject.slug),
        roles={slot: value for slot, value in roles.items() if value != UNSPECIFIED},
        unit=claim.unit,
        basis=claim.basis,
        status=claim.status,
        attribution=claim.attribution if spot.cell is not None else "",
        period=claim.period if is_beside else "",
    )


def _swaps(cell: Cell, spot: Spot, named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Entities that head the neighbour's cell, each with the one that heads this at its place."""
    theirs = Spot(cell.start, cell.block, cell).heads
    for their_head, own_head in zip(theirs, spot.heads, strict=False):
        their, own = named.get(their_head), named.get(own_head)
        if their and own and their != own:
            yield their, own
