"""A cell means nothing without the heads that apply to it, so every cell carries them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from apps.domain.layout.blocks import Cell, Role, Table
from apps.domain.layout.grids import Field, Grid
from apps.domain.layout.heads import column_texts, head_row_numbers, heads_in, panel_columns

_DEEPEST_HEAD = 6  # rows


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a row needs to know about the rows above it."""

    heads: list[list[str]]
    panel: str = ""
    stub: str = ""


def table_of(grid: Grid, known: frozenset[str]) -> Table:
    """Return the cells of a grid; `known` are the heads of all tables of the text."""
    cells = tuple(_cells(grid, known))
    return Table(cells=cells, rows=len(grid.rows), columns=grid.width)


def _cells(grid: Grid, known: frozenset[str]) -> Iterator[Cell]:
    head_rows = head_row_numbers(grid)
    panels = panel_columns(grid, head_rows)
    panel, stub = "", ""
    heads: list[list[str]] = [[] for _ in range(grid.width)]
    for row, fields in enumerate(grid.rows):
        if row in panels:
            panel, stub = words_in(fields[panels[row]]), ""
            yield from _panel_row(grid, row, panels[row])
            continue
        if row in head_rows:
            block = _head_block(head_rows, row)
            heads = column_texts(grid, [at for at in block if at not in panels], known)
            yield from _head_row(grid, row, known)
            continue
        stub = words_in(fields[0]) or stub
        yield from _body_row(row, fields, _Plan(heads, panel, stub))


def words_in(field: Field) -> str:
    """Return a field's text with single blanks."""
    return " ".join(field.text.split())


def _head_block(head_rows: frozenset[int], row: int) -> range:
    """Return the head rows that follow each other without a gap around `row`."""
    first = last = row
    while first - 1 in head_rows and row - first < _DEEPEST_HEAD:
        first -= 1
    while last + 1 in head_rows and last - row < _DEEPEST_HEAD:
        last += 1
    return range(first, last + 1)


def _panel_row(grid: Grid, row: int, column: int) -> Iterator[Cell]:
    for at, field in enumerate(grid.rows[row]):
        if at == column:
            yield Cell(row, at, field.start, field.end, "head", span=grid.width - at)
        elif at < column:
            role: Role = "head" if field.text else "empty"
            yield Cell(row, at, field.start, field.end, role)


def _head_row(grid: Grid, row: int, known: frozenset[str]) -> Iterator[Cell]:
    heads = {head.column: head for head in heads_in(grid, row, known)}
    covered = 0
    for at, field in enumerate(grid.rows[row]):
        if at in heads:
            head = heads[at]
            yield Cell(row, at, head.field.start, head.field.end, "head", span=head.span)
            covered = at + head.span
        elif at >= covered:
            yield Cell(row, at, field.end, field.end, "empty")


def _body_row(row: int, fields: tuple[Field, ...], plan: _Plan) -> Iterator[Cell]:
    stub = plan.stub
    above = (plan.panel,) if plan.panel else ()
    for at, field in enumerate(fields):
        names_row = at == 0 or (bool(plan.heads[at]) and plan.heads[at] == plan.heads[0])
        if names_row and field.text:
            stub = words_in(field)
        path = above if names_row or not stub else (*above, stub)
        column_path = tuple(" ".join(text.split()) for text in plan.heads[at])
        if not field.text:
            yield Cell(row, at, field.start, field.end, "empty", path, column_path)
            continue
        role: Role = "row_head" if names_row else "value"
        yield Cell(row, at, field.start, field.end, role, path, column_path)
