"""The outline of a text: its headings and tables, with what is claimed and contested in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

END_OF_TEXT = 2**62


@dataclass(frozen=True, slots=True)
class Place:
    """A heading or table: where it begins and, for a table, where it ends."""

    start: int
    end: int
    anchor: str
    words: str
    level: int
    is_table: bool = False


@dataclass(slots=True)
class Entry:
    """A line of the outline with the lines below it."""

    anchor: str
    words: str
    claims: int = 0
    open: int = 0
    below: list[Entry] = field(default_factory=list)


def outline(
    places: Sequence[Place], claims: Sequence[int], disputes: Iterable[tuple[int, int]]
) -> list[Entry]:
    """Lines for these places in reading order.

    `claims` are offsets; `disputes` are pairs of an offset and the open contradiction there,
    which counts once in each line. A heading counts all up to the next one of its level or a
    higher one, its tables among them.
    """
    offsets = sorted(claims)
    contested = sorted(disputes)
    lines: list[Entry] = []
    above: list[tuple[int, Entry]] = []
    for index, place in enumerate(places):
        end = place.end if place.is_table else _end_of_section(places, index)
        entry = Entry(
            anchor=place.anchor,
            words=place.words,
            claims=_between(offsets, place.start, end),
            open=len({case for offset, case in contested if place.start <= offset < end}),
        )
        if not place.is_table:
            above = [(level, line) for level, line in above if level < place.level]
        (above[-1][1].below if above else lines).append(entry)
        if not place.is_table:
            above.append((place.level, entry))
    return _without_title(lines)


def _without_title(lines: list[Entry]) -> list[Entry]:
    """The source's own title stands over everything and would only repeat the page's."""
    return lines[0].below if len(lines) == 1 and lines[0].below else lines


def _end_of_section(places: Sequence[Place], index: int) -> int:
    here = places[index]
    for later in places[index + 1 :]:
        if not later.is_table and later.level <= here.level:
            return later.start
    return END_OF_TEXT


def _between(offsets: Sequence[int], start: int, end: int) -> int:
    return bisect_right(offsets, end - 1) - bisect_right(offsets, start - 1)
