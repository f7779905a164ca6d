"""The frame of a text: which blocks stand in which row of its page, without their wording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from django.db.models import Count, Max

from apps.reading.groups import Group, Line, groups
from apps.reading.keeping import Shelf
from apps.sources.models import Block, Text

DEEPEST_HEADING = 5
BYTES_OF_A_BLOCK = 400


class Row(NamedTuple):
    """A row of the page; its bounds hold all of its stretches, and may hold others too."""

    number: int
    position: int
    start: int
    end: int
    is_outside: bool
    blocks: tuple[int, ...]
    belongings: tuple[int, ...]


@dataclass(frozen=True)
class Frame:
    """All rows of a text, and the ways to them."""

    version: tuple[int, int, int]
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    elements: Mapping[int, int]
    _row_of_block: Mapping[int, int]
    _starts: Sequence[int]
    _furthest: Sequence[int]
    _by_start: Sequence[Line]

    def row_of(self, position: int) -> Row | None:
        """The row in which the block at this position stands."""
        number = self._row_of_block.get(position)
        return None if number is None else self.rows[number]

    def row_at(self, offset: int) -> Row:
        """The row that shows this offset: of nested blocks, as a table in a sentence, the inner."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._furthest[at] > offset:
            if self._by_start[at].end > offset:
                return self.rows[self._row_of_block[self._by_start[at].position]]
            at -= 1
        after = min(bisect_right(self._starts, offset), len(self._by_start) - 1)
        return self.rows[self._row_of_block[self._by_start[after].position]]


def frame_of(text: Text) -> Frame:
    """The frame of the text as its blocks are stored now."""
    stored = Block.objects.filter(text=text).aggregate(newest=Max("pk"), count=Count("pk"))
    version = (text.pk, stored["newest"] or 0, stored["count"])
    kept = _frames.get(version)
    return kept or _frames.keep(version, _load(version))


def _load(version: tuple[int, int, int]) -> Frame:
    blocks = Block.objects.filter(text=version[0]).order_by("position")
    lines = tuple(Line(*fields) for fields in blocks.values_list(*Line._fields))
    grouped = groups(lines)
    rows = tuple(_row(number, group) for number, group in enumerate(grouped))
    by_start = sorted(lines, key=lambda line: (line.start, -line.end))
    return Frame(
        version=version,
        lines=lines,
        rows=rows,
        elements=dict(_elements(grouped)),
        _row_of_block={
            line.position: number for number, row in enumerate(grouped) for line in row.everything
        },
        _starts=[line.start for line in by_start],
        _furthest=list(accumulate((line.end for line in by_start), max)),
        _by_start=by_start,
    )


def _row(number: int, group: Group) -> Row:
    return Row(
        number=number,
        position=group.position,
        start=min(line.start for line in group.everything),
        end=max(line.end for line in group.everything),
        is_outside=group.is_outside,
        blocks=tuple(line.pk for line in group.blocks),
        belongings=tuple(line.pk for line in group.belongings),
    )


def _elements(rows: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Headings begin below the title of the page and skip no level on their way down."""
    above = 1
    for line in (line for row in rows for line in row.blocks if line.kind == "heading"):
        above = min(max(line.level, 1) + 1, above + 1, DEEPEST_HEADING)
        yield line.position, above


_frames: Shelf[Frame] = Shelf(
    bytes_at_most=32_000_000, weight=lambda frame: BYTES_OF_A_BLOCK * len(frame.lines) + 1
)
