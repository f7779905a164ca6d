"""What the cells of a table are about: as a person chose it, else as it is likely."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from apps.accounts.models import User
from apps.claims.models import Measure
from apps.claims.neighbours import Guess, Spot, guess
from apps.domain.grammar import Suggestion
from apps.entities.recognising import known_names
from apps.reading.claim_entry import spellings
from apps.reading.suggestions import suggestions_around
from apps.sources.models import Block, Cell, Text

PERIOD, SUBJECT, NOTHING = "period", "subject", "nothing"


@dataclass(frozen=True)
class Grid:
    """The value cells of a table with what is read in them, and what their heads name."""

    text: Text
    block: Block
    cells: tuple[Cell, ...]
    read: Mapping[int, Suggestion]
    named: Mapping[str, str]

    @property
    def heads(self) -> tuple[str, ...]:
        """What heads the columns of values, each once; panels side by side share theirs."""
        return tuple(dict.fromkeys(head_of(cell) for cell in self.cells))


@dataclass(frozen=True)
class Column:
    """The measure of all cells under one head."""

    number: int
    head: str
    measure: Measure | None
    unit: str


@dataclass(frozen=True)
class Choices:
    """What the cells are about; roles and subject by names, as they are typed."""

    columns: tuple[Column, ...]
    rows: str
    subject: str
    roles: Mapping[str, str]
    period: str
    basis: str
    status: str


def head_of(cell: Cell) -> str:
    """What its column is called."""
    return " ".join(cell.column_path) or f"column {cell.column + 1}"


def row_head(cell: Cell) -> str:
    """What its row is called."""
    return cell.row_path[-1] if cell.row_path else ""


def grid_of(text: Text, block: Block) -> Grid:
    """The table as it can be made claims of."""
    printed = [c for c in block.cells.all() if c.role == Cell.Role.VALUE and c.start < c.end]
    cells = tuple(sorted(printed, key=_panel_first(printed)))
    found: dict[int, Suggestion] = {}
    for one in suggestions_around(text, block):
        if one.kind in ("quantity", "date"):
            for cell in cells:
                if cell.start <= one.start and one.end <= cell.end:
                    found.setdefault(cell.pk, one)
    known = known_names()
    heads = {head for cell in cells for head in (*cell.row_path, *cell.column_path)}
    return Grid(text, block, cells, found, {h: slug for h in heads if (slug := known(h))})


def _panel_first(cells: Sequence[Cell]) -> Callable[[Cell], tuple[int, int, int]]:
    """Panels that stand side by side are read one after the other, each by its rows."""
    columns = sorted({(cell.column, head_of(cell)) for cell in cells})
    heads = [head for _, head in columns]
    panels = {column: heads[:at].count(head) for at, (column, head) in enumerate(columns)}
    return lambda cell: (panels[cell.column], cell.row, cell.column)


def choices_of(grid: Grid, typed: Mapping[str, str], by: User) -> Choices:
    """As typed; what is not typed is guessed from the claims that stand near."""
    guesses = [_guess(grid, head, by) for head in grid.heads]
    likely = next((one for one in guesses if one.measure), Guess())
    measures = {measure.slug: measure for measure in Measure.objects.all()}
    columns = tuple(
        Column(
            number=number,
            head=head,
            measure=measures.get(typed.get(f"measure-{number}", one.measure)),
            unit=typed.get(f"unit-{number}", one.unit or _unit(grid, head)),
        )
        for number, (head, one) in enumerate(zip(grid.heads, guesses, strict=True))
    )
    names = spellings({likely.subject, *likely.roles.values()})
    roles = {slot: names.get(value, value) for slot, value in likely.roles.items()}
    return Choices(
        columns=columns,
        rows=typed.get("rows") or _rows(grid, likely),
        subject=typed.get("subject", names.get(likely.subject, "")),
        roles={
            slot: typed.get(f"role-{slot}", roles.get(slot, ""))
            for column in columns
            if column.measure
            for slot in column.measure.slots
        },
        period=typed.get("period", ""),
        basis=typed.get("basis", likely.basis),
        status=typed.get("status", likely.status),
    )


def _guess(grid: Grid, head: str, by: User) -> Guess:
    """About the first cell under a head in which something is read."""
    for cell in grid.cells:
        one = grid.read.get(cell.pk)
        if head_of(cell) == head and one is not None:
            spot = Spot(cell.start, grid.block, cell)
            return guess(
                text=grid.text, spot=spot, kind=one.kind, unit=one.unit, named=grid.named, by=by
            )
    return Guess()


def _unit(grid: Grid, head: str) -> str:
    own = (grid.read.get(cell.pk) for cell in grid.cells if head_of(cell) == head)
    return next((one.unit for one in own if one is not None), "")


def _rows(grid: Grid, likely: Guess) -> str:
    """What the heads of the rows say: when, or about whom."""
    heads = [row_head(cell) for cell in grid.cells]
    if 2 * sum(head in grid.named for head in heads) <= len(heads):
        return PERIOD
    first = grid.named.get(heads[0], "")
    slots: Sequence[str] = [slot for slot, value in likely.roles.items() if value == first]
    return slots[0] if slots and likely.subject != first else SUBJECT
