"""Draws small texts and says in one line per block how they were read."""

from __future__ import annotations

from apps.domain.layout import Block, Table, read_layout, shown


def blocks_of(text: str) -> list[str]:
    """Return each block as "kind: what is shown"; a heading's kind carries its level."""
    return [f"{_kind(block)}: {shown(text, block)}" for block in read_layout(text)]


def table_of(text: str) -> Table:
    """Return the only table of a text."""
    (table,) = [block.table for block in read_layout(text) if block.table is not None]
    return table


def values_of(text: str) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    """Return the values of the only table of a text by their row and column paths."""
    return {
        (cell.row_path, cell.column_path): text[cell.start : cell.end]
        for cell in table_of(text).cells
        if cell.role == "value"
    }


def _kind(block: Block) -> str:
    return f"{block.kind} {block.level}" if block.kind == "heading" else block.kind
