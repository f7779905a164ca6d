"""What a file with a table amounts to: heads, and rows under the numbers that a person sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from apps.domain.complaints import told
from apps.domain.refusals import Refusal, quoted

MEBIBYTE = 2**20
MOST_BYTES = 10 * MEBIBYTE
MOST_ROWS = 20_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000


@dataclass(frozen=True)
class SheetRow:
    """One row; `number` counts as spreadsheets do, the heads being row 1."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A table, read or to be written; `numbers` are the columns of whole numbers."""

    heads: tuple[str, ...]
    rows: Sequence[SheetRow]
    numbers: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.rows)


def refuse_weight(size: int, name: str) -> None:
    """Refuse a file by its size alone, before anything of it is read."""
    if not size:
        raise Refusal(f"{quoted(name)} is empty.", remedy="Choose a file with heads and rows.")
    if size > MOST_BYTES:
        raise Refusal(
            f"{quoted(name)} has {size / MEBIBYTE:.1f} MB; "
            f"a table may have {MOST_BYTES // MEBIBYTE}.",
            remedy="Split it into several files, each with the heads in its first row.",
        )


def sheet_of(grid: Sequence[tuple[int, Sequence[str]]]) -> Sheet:
    """The sheet in a grid of numbered rows; those without any text do not count."""
    filled = [(number, cells) for number, cells in grid if any(cell.strip() for cell in cells)]
    if not filled:
        raise Refusal("The file holds no heads.", remedy="Put the names of the columns in row 1.")
    (_, first), *below = filled
    heads = _heads(first)
    if not below:
        raise Refusal("The file has heads but no rows.", remedy="Add a row for each entry.")
    if len(below) > MOST_ROWS:
        raise Refusal(
            f"The file has {len(below):,} rows; {MOST_ROWS:,} may come at once.",
            remedy="Split it into several files, each with the heads in its first row.",
        )
    _refuse_odd_rows(below, heads)
    rows = [SheetRow(number, dict(zip(heads, cells, strict=False))) for number, cells in below]
    return Sheet(heads, rows)


def _heads(first: Sequence[str]) -> tuple[str, ...]:
    heads = [cell.strip() for cell in first]
    while heads and not heads[-1]:
        heads.pop()
    if len(heads) == 1 and ";" in heads[0]:
        raise Refusal(
            "The columns are separated by semicolons.",
            remedy="Save the file as CSV with commas, or as XLSX.",
        )
    for place, head in enumerate(heads, start=1):
        if not head:
            raise Refusal(f"Column {place} has no head.", remedy="Name it in row 1, or delete it.")
        if heads.count(head) > 1:
            raise Refusal(
                f"The column {quoted(head)} stands there twice.", remedy="Delete one of them."
            )
    return tuple(heads)


def _refuse_odd_rows(rows: Sequence[tuple[int, Sequence[str]]], heads: tuple[str, ...]) -> None:
    odd = [
        f"Row {number} has {len(cells)} cells, but there are {len(heads)} heads."
        for number, cells in rows
        if len(cells) < len(heads) or any(cell.strip() for cell in cells[len(heads) :])
    ]
    long = [
        f"Row {number}, column {quoted(head)}: {len(cell):,} characters are too many."
        for number, cells in rows
        for head, cell in zip(heads, cells, strict=False)
        if len(cell) > LONGEST_CELL
    ]
    if odd or long:
        raise Refusal(
            f"Some rows cannot be read: {told(odd + long, most=MOST_ROWS)}",
            remedy="Put cells that contain commas, quotes or line breaks into double quotes.",
        )
