"""The skeleton of a text: its headings and tables, known also where the wording is not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from apps.domain.layout import Block, Role, shown
from apps.sources.blocks import layout_of
from apps.sources.models import Source
from apps.sources.store import checkout

ORIGIN = re.compile(r"^sources?\s*:\s*", re.IGNORECASE)
# More words in a row would be the author's sentence rather than a heading or a data set's name.
MOST_WORDS = 12
WORD = re.compile(r"[^\W_]+")
CUT = " …"


@dataclass(frozen=True)
class Heading:
    """A heading of the source, where it stands, and its depth."""

    start: int
    level: int
    lang: str
    text: str


@dataclass(frozen=True)
class OutlineCell:
    """A cell with its words and the heads that apply to it."""

    row: int
    column: int
    role: Role
    span: int
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class OutlineTable:
    """A table with its caption and the data set that it names as its origin."""

    start: int
    end: int
    label: str
    lang: str
    caption: str
    origin: str
    cells: tuple[OutlineCell, ...]


@dataclass(frozen=True)
class Outline:
    """Headings and tables of one text, each in reading order."""

    headings: tuple[Heading, ...] = ()
    tables: tuple[OutlineTable, ...] = ()


def outlines_file() -> Path:
    """The committed skeletons of the corpus."""
    return checkout() / "fixtures" / "outlines.json"


def outline_of(source: Source) -> Outline:
    """From the installed original if there is one, else from the committed skeletons."""
    original = source.texts.originals().current().installed().first()
    if original is not None:
        return outline_from(original.content or "", layout_of(original))
    path = outlines_file()
    if not path.exists():
        return Outline()
    return _read(path, path.stat().st_mtime_ns).get(source.slug, Outline())


def outline_from(content: str, layout: Sequence[Block]) -> Outline:
    """The skeleton of a laid out content; what belongs to another work is left out."""
    headings = tuple(
        Heading(block.start, block.level, block.lang, _cut(_on_one_line(content, block)))
        for block in layout
        if block.kind == "heading" and not block.outside
    )
    tables = tuple(
        _table(content, layout, place)
        for place, block in enumerate(layout)
        if block.table is not None and not block.outside
    )
    return Outline(headings=headings, tables=tables)


def _on_one_line(content: str, block: Block) -> str:
    return " ".join(shown(content, block).split())


def _cut(words: str) -> str:
    """The words, or the first of them where there are many."""
    ends = [word.end() for word in WORD.finditer(words)]
    return words if len(ends) <= MOST_WORDS else words[: ends[MOST_WORDS - 1]] + CUT


def _table(content: str, layout: Sequence[Block], place: int) -> OutlineTable:
    block = layout[place]
    beside = {b.kind: _on_one_line(content, b) for b in reversed(layout) if b.of == place}
    cells = block.table.cells if block.table else ()
    return OutlineTable(
        start=block.start,
        end=block.end,
        label=block.label,
        lang=block.lang,
        caption=_cut(beside.get("caption", "")),
        origin=_dataset(beside.get("origin", "")),
        cells=tuple(
            OutlineCell(
                row=cell.row,
                column=cell.column,
                role=cell.role,
                span=cell.span,
                row_path=cell.row_path,
                column_path=cell.column_path,
                start=cell.start,
                end=cell.end,
                text=_cut(" ".join(content[cell.start : cell.end].split())),
            )
            for cell in cells
        ),
    )


def _dataset(origin: str) -> str:
    name = ORIGIN.sub("", origin).strip(" .")
    return name if len(WORD.findall(name)) <= MOST_WORDS else ""


def written(outlines: Mapping[str, Outline]) -> str:
    """The skeletons as JSON, sorted, one heading or cell a line, so that changes can be read."""
    sources = [
        f'"{slug}": {{\n'
        f'"headings": [{_lines(outline.headings)}],\n'
        f'"tables": [{",".join(_table_lines(table) for table in outline.tables)}]}}'
        for slug, outline in sorted(outlines.items())
    ]
    return "{\n" + ",\n".join(sources) + "\n}\n"


def _table_lines(table: OutlineTable) -> str:
    head = {name: value for name, value in asdict(table).items() if name != "cells"}
    return f'\n{_plain(head)[:-1]}, "cells": [{_lines(table.cells)}]}}'


def _lines(rows: Sequence[Heading | OutlineCell]) -> str:
    return ",".join(f"\n{_plain(asdict(row))}" for row in rows)


def _plain(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


def read(stored: str) -> dict[str, Outline]:
    """The skeletons by slug of their source, from JSON."""
    return {
        slug: Outline(
            headings=tuple(Heading(**heading) for heading in outline["headings"]),
            tables=tuple(_stored_table(table) for table in outline["tables"]),
        )
        for slug, outline in json.loads(stored).items()
    }


def _stored_table(table: dict[str, Any]) -> OutlineTable:
    cells = tuple(
        OutlineCell(
            **{
                **cell,
                "row_path": tuple(cell["row_path"]),
                "column_path": tuple(cell["column_path"]),
            }
        )
        for cell in table["cells"]
    )
    return OutlineTable(**{**table, "cells": cells})


@cache
def _read(path: Path, changed_at: int) -> dict[str, Outline]:
    return read(path.read_text("utf-8"))
