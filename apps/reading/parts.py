"""Divides a long text into parts, each about as much as a short article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from apps.reading.frame import Row

MOST_CHARACTERS = 60_000
MOST_MARKS = 1_500


class Extent(NamedTuple):
    """Rows from one number up to, and without, another."""

    first: int
    end: int


def extent_from(rows: Sequence[Row], marks: Sequence[int], first: int) -> Extent:
    """As many rows as a part may hold, at least one; `marks` counts those of each row."""
    characters = crowd = 0
    for row in rows[first:]:
        characters += row.end - row.start
        crowd += marks[row.number]
        is_full = characters > MOST_CHARACTERS or crowd > MOST_MARKS
        if is_full and row.number > first:
            return Extent(first, row.number)
    return Extent(first, len(rows))


def extents(rows: Sequence[Row], marks: Sequence[int]) -> list[Extent]:
    """All parts of a text, the first one from its beginning."""
    bounds = [0]
    while bounds[-1] < len(rows):
        bounds.append(extent_from(rows, marks, bounds[-1]).end)
    return [Extent(first, end) for first, end in pairwise(bounds)]
