"""The shapes a layout is made of: every other room reads texts through these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "heading",
    "paragraph",
    "list_item",
    "footnote",
    "reference",
    "table",
    "caption",
    "origin",
]
Face = Literal["italic", "bold", "note_call", "way_back", "address"]
Role = Literal["head", "row_head", "value", "empty"]


@dataclass(frozen=True, slots=True)
class Run:
    """content[start:end] is shown, then `glue`, which does not stand in the content."""

    start: int
    end: int
    glue: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """
    content[start:end] is set in a face of its own.

    An address leads `to` an address, the call of a note `to` the position of that note's block,
    and a called note back `to` the offset of its first call.
    """

    start: int
    end: int
    face: Face
    to: str | int = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell, trimmed, with the texts of the heads that apply to it."""

    row: int
    column: int
    start: int
    end: int
    role: Role
    row_path: tuple[str, ...] = ()
    column_path: tuple[str, ...] = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order; a cell that a wider one covers is left out."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Block:
    """
    A stretch of a text that a reader takes in as one.

    `start` and `end` are its outer bounds. A table that floats in the middle of a sentence
    lies within the bounds of that sentence's paragraph, so ask `block_at` which block an
    offset belongs to. `of` is the position, in the same layout, of the table that a caption
    or an origin belongs to. A table shows its cells and has no runs of its own.
    """

    kind: Kind
    start: int
    end: int
    runs: tuple[Run, ...]
    level: int = 0
    lang: str = "en"
    outside: bool = False
    label: str = ""
    table: Table | None = None
    of: int | None = None
    styles: tuple[Style, ...] = ()
