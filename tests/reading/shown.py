"""Reads pages as a browser does: what is their text, and what stands in which element."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from apps.sources.models import Block, Cell

VOID = ("br", "input", "img", "meta", "link", "line", "rect", "circle")


class _Text(HTMLParser):
    """Collects the text inside the elements whose attribute has a value."""

    def __init__(self, attribute: str, value: str) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = (attribute, value)
        self.depth = 0
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        if self.depth or self.wanted in attrs:
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.pieces.append(data)


def text_of(html: str, identifier: str) -> str:
    """The textContent of the element with this id."""
    reader = _Text("id", identifier)
    reader.feed(html)
    return "".join(reader.pieces)


def a_block(kind: str = "paragraph", *, content: str = "", **fields: object) -> Block:
    """A block that shows all of the content, not stored."""
    given = {
        "pk": 1,
        "position": 7,
        "kind": kind,
        "start": 0,
        "end": len(content),
        "runs": [[0, len(content), ""]],
        **fields,
    }
    return Block(**given)


def cells_of(*rows: str) -> tuple[str, list[Cell]]:
    """A content and its cells, drawn in rows: “h Year | r 2014 | v 72 | e”; h2 spans two."""
    content, cells = "", []
    for row, drawn in enumerate(rows):
        column = 0
        for role, span, words in _drawn(drawn):
            start = len(content)
            content += f"{words}\t"
            cells.append(
                Cell(
                    row=row,
                    column=column,
                    start=start,
                    end=start + len(words),
                    role=role,
                    span=span,
                    column_path=[],
                )
            )
            column += span
    return content, cells


def _drawn(row: str) -> Iterator[tuple[str, int, str]]:
    roles = {"h": "head", "r": "row_head", "v": "value", "e": "empty"}
    for cell in row.split("|"):
        sign, _, words = cell.strip().partition(" ")
        yield roles[sign[0]], int(sign[1:] or 1), words
