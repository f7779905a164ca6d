"""Sets rows of a text anew only where what stands on them or beside them has changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Protocol

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from apps.reading.apparatus import Beside
from apps.reading.cited_works import Works, stored_works, ways_to_works
from apps.reading.flow import FlowSetter, RowBlocks
from apps.reading.frame import Frame, Row
from apps.reading.keeping import Shelf
from apps.reading.marks import Spread
from apps.sources.models import Block, Cell, Text

TEMPLATE = "reading/parts/row.html"


class Laid(Protocol):
    """What is laid over a text, as it is handed out row by row."""

    def for_row(self, row: Row, stretches: Iterable[tuple[int, int]]) -> Beside: ...

    def mentions_only(self, row: Row) -> Hashable: ...


def set_rows(
    text: Text, frame: Frame, rows: Sequence[Row], apparatus: Laid
) -> dict[int, SafeString]:
    """The HTML of each of these rows by its number.

    A row is made from its blocks, which never change, from its marks and cards, and from which
    works are here: under all of these it is kept, so what is found is what would be made.
    """
    works = stored_works(text)
    keys = {row.number: (*_key(frame, row, apparatus), works) for row in rows}
    found = {number: _rows.get(key) for number, key in keys.items()}
    missing = [row for row in rows if found[row.number] is None]
    if missing:
        for number, html in _newly_set(text, frame, missing, (apparatus, works)).items():
            found[number] = _rows.keep(keys[number], html)
    return {number: html for number, html in found.items() if html is not None}


def _key(frame: Frame, row: Row, apparatus: Laid) -> tuple[object, ...]:
    made_from = apparatus.mentions_only(row)
    if made_from is None:
        beside = repr(apparatus.for_row(row, [(row.start, row.end)]))
        made_from = blake2b(beside.encode(), digest_size=16).digest()
    return (*frame.version, row.number, made_from)


def _newly_set(
    text: Text, frame: Frame, rows: Sequence[Row], beside: tuple[Laid, Works]
) -> dict[int, SafeString]:
    apparatus, works = beside
    blocks = Block.objects.in_bulk(pk for row in rows for pk in row.blocks + row.belongings)
    [content] = Text.objects.filter(pk=text.pk).values_list("content", flat=True)
    ways = ways_to_works(text, [block.position for block in blocks.values()], works)
    cells = _cells(blocks.values())
    setter = FlowSetter(content or "", cells, frame.elements, ways=ways)
    return {row.number: _set_row(row, blocks, setter, apparatus) for row in rows}


def _cells(blocks: Iterable[Block]) -> dict[int, list[Cell]]:
    tables = [block.pk for block in blocks if block.kind == Block.Kind.TABLE]
    cells: dict[int, list[Cell]] = {}
    if tables:
        for cell in Cell.objects.filter(block__in=tables).order_by("block", "row", "column"):
            cells.setdefault(cell.block_id, []).append(cell)
    return cells


def _set_row(
    row: Row, blocks: Mapping[int, Block], setter: FlowSetter, apparatus: Laid
) -> SafeString:
    own = RowBlocks(
        blocks=tuple(blocks[pk] for pk in row.blocks),
        belongings=tuple(blocks[pk] for pk in row.belongings),
    )
    beside = apparatus.for_row(row, setter.stretches(own))
    html = setter.set_row(own, Spread(beside.marks))
    return render_to_string(TEMPLATE, {"row": row, "html": html, "cards": beside.cards})


_rows: Shelf[SafeString] = Shelf(bytes_at_most=48_000_000, weight=lambda html: 2 * len(html))
