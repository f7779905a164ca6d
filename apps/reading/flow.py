"""Sets the rows of a text as HTML: headings, paragraphs, lists, tables and their captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.reading.groups import LISTED
from apps.reading.marks import Face, Mark, Spread
from apps.reading.tables import TableSetter, set_hidden_caption
from apps.reading.typesetting import set_block, set_runs, set_ways_back

if TYPE_CHECKING:
    from apps.reading.groups import Line
    from apps.sources.models import Block, Cell

PLAIN = ("heading", "paragraph")


@dataclass(frozen=True)
class RowBlocks:
    """The blocks of a row; `belongings` are captions and origins of its tables."""

    blocks: tuple[Block, ...]
    belongings: tuple[Block, ...]


class FlowSetter:
    """Sets rows of one text; `elements` are the levels of its headings by their position.

    `ways` are what leads on from its blocks, by their position, beside their own faces.
    """

    def __init__(
        self,
        content: str,
        cells: Mapping[int, list[Cell]],
        elements: Mapping[int, int],
        *,
        ways: Mapping[int, Sequence[Face]],
    ) -> None:
        self.content = content
        self.cells = cells
        self.elements = elements
        self.ways = ways

    def stretches(self, row: RowBlocks) -> Iterator[tuple[int, int]]:
        """What the row shows. Bounds of blocks would not do: a table may float in a sentence."""
        for block in row.blocks + row.belongings:
            if block.kind == "table":
                yield from ((cell.start, cell.end) for cell in self.cells.get(block.pk, ()))
            else:
                yield from ((start, end) for start, end, _ in block.runs)

    def set_row(self, row: RowBlocks, marks: Spread[Mark]) -> SafeString:
        """The row with these marks on it."""
        pieces: list[SafeString] = []
        for kind, blocks in groupby(row.blocks, key=lambda block: block.kind):
            if kind in LISTED:
                pieces.append(self._set_list(kind, list(blocks), marks))
            elif kind == "table":
                pieces.extend(self._set_table(block, row, marks) for block in blocks)
            else:
                pieces.extend(self._set_words(block, marks) for block in blocks)
        return format_html_join("", "{}", ((piece,) for piece in pieces))

    def _set_words(self, block: Block, marks: Spread[Mark], element: str = "") -> SafeString:
        faces = [Face(*style) for style in block.styles]
        faces += self.ways.get(block.position, ())
        words = set_runs(self.content, block.runs, marks.on(block.start, block.end), faces)
        words += set_ways_back(faces, block.label)
        style = "" if block.kind in PLAIN or element else block.kind
        return set_block(block, words, element or self._element(block), style)

    def _element(self, block: Block) -> str:
        return f"h{self.elements[block.position]}" if block.kind == "heading" else "p"

    def _set_list(self, kind: str, blocks: Sequence[Block], marks: Spread[Mark]) -> SafeString:
        entries = ((self._set_words(block, marks, "li"),) for block in blocks)
        return format_html('<ul class="{}s">{}</ul>', kind, format_html_join("", "{}", entries))

    def _set_table(self, block: Block, row: RowBlocks, marks: Spread[Mark]) -> SafeString:
        own = [part for part in row.belongings if part.table_id == block.pk]
        caption = next((part for part in own if part.kind == "caption"), None)
        cells = self.cells.get(block.pk, [])
        setter = TableSetter(cells, self.content, marks)
        below = ((self._set_words(part, marks),) for part in own if part is not caption)
        return format_html(
            '<div class="scroll" tabindex="0" role="region" id="b-{}" aria-label="{}">{}</div>{}',
            block.position,
            table_name(block),
            setter.table(self._set_caption(block, caption, marks), block.lang),
            format_html_join("", "{}", below),
        )

    def _set_caption(self, table: Block, caption: Block | None, marks: Spread[Mark]) -> SafeString:
        if caption is None:
            return set_hidden_caption(table_name(table))
        return self._set_words(caption, marks, "caption")


def table_name(block: Block | Line) -> str:
    """What a table is called in the outline and to those who cannot see it."""
    return block.label or f"Table {block.position}"
