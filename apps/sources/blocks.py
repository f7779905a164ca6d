"""Stores the layout of a text: its blocks and the cells of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from apps.domain.layout import Block as LayoutBlock
from apps.domain.layout import Cell as LayoutCell
from apps.domain.layout import Kind, Role, Run, Style, Table
from apps.sources.models import Block, Cell, Text


def store_blocks(text: Text, layout: Sequence[LayoutBlock]) -> None:
    """Store the layout as rows; the text must have none yet."""
    rows = Block.objects.bulk_create(
        _block_row(text, position, block) for position, block in enumerate(layout)
    )
    belonging = []
    for row, block in zip(rows, layout, strict=True):
        if block.of is not None:
            row.table = rows[block.of]
            belonging.append(row)
    Block.objects.bulk_update(belonging, ["table"])
    Cell.objects.bulk_create(
        _cell_row(row, cell)
        for row, block in zip(rows, layout, strict=True)
        if block.table is not None
        for cell in block.table.cells
    )


def layout_of(text: Text) -> list[LayoutBlock]:
    """The stored layout, as the layout reader gave it."""
    rows = list(text.blocks.prefetch_related("cells"))
    places = {row.pk: place for place, row in enumerate(rows)}
    return [_layout_block(row, places) for row in rows]


def layout_around(block: Block) -> list[LayoutBlock]:
    """One block, and what belongs to it: the caption and the origin of a table."""
    rows = [block, *block.belongings.all()]
    places = {row.pk: place for place, row in enumerate(rows)}
    return [_layout_block(row, places) for row in rows]


def _block_row(text: Text, position: int, block: LayoutBlock) -> Block:
    return Block(
        text=text,
        position=position,
        kind=block.kind,
        level=block.level,
        label=block.label,
        start=block.start,
        end=block.end,
        runs=[[run.start, run.end, run.glue] for run in block.runs],
        styles=[[style.start, style.end, style.face, style.to] for style in block.styles],
        lang=block.lang,
        is_outside=block.outside,
    )


def _cell_row(row: Block, cell: LayoutCell) -> Cell:
    return Cell(
        block=row,
        row=cell.row,
        column=cell.column,
        start=cell.start,
        end=cell.end,
        role=cell.role,
        span=cell.span,
        row_path=list(cell.row_path),
        column_path=list(cell.column_path),
    )


def _layout_block(row: Block, places: dict[int, int]) -> LayoutBlock:
    return LayoutBlock(
        kind=cast(Kind, row.kind),
        start=row.start,
        end=row.end,
        runs=tuple(Run(*run) for run in row.runs),
        level=row.level,
        lang=row.lang,
        outside=row.is_outside,
        label=row.label,
        table=_table(row) if row.kind == Block.Kind.TABLE else None,
        of=places.get(row.table_id or 0),
        styles=tuple(Style(*style) for style in row.styles),
    )


def _table(row: Block) -> Table:
    cells = tuple(
        LayoutCell(
            row=cell.row,
            column=cell.column,
            start=cell.start,
            end=cell.end,
            role=cast(Role, cell.role),
            row_path=tuple(cell.row_path),
            column_path=tuple(cell.column_path),
            span=cell.span,
        )
        for cell in row.cells.all()
    )
    return Table(
        cells=cells,
        rows=1 + max((cell.row for cell in cells), default=-1),
        columns=max((cell.column + cell.span for cell in cells), default=0),
    )
