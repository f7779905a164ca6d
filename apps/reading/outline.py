"""The outline of a text: its headings and tables, with what is claimed and contested in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter

END_OF_TEXT = 2**62


@dataclass(frozen=True, slots=True)
class Place:
    """A heading or table: where it begins and, for a table, where it ends."""

    start: int
    end: int
    address: str
    words: str
    level: int
    is_table: bool = False
    lang: str = ""


@dataclass(slots=True)
class Entry:
    """A line of the outline with the lines below it."""

    address: str
    words: str
    is_table: bool = False
    lang: str = ""
    claims: int = 0
    open: int = 0
    below: list[Entry] = field(default_factory=list)


def outline(
    places: Sequence[Place],
    claims: Iterable[tuple[int, int]],
    disputes: Iterable[tuple[int, int]],
) -> list[Entry]:
    """Lines for these places in reading order.

    `claims` are pairs of an offset and how many there are; `disputes` are pairs of an offset and
    the open contradiction there, which counts once in each line. A heading counts all up to the
    next one of its level or a higher one, its tables among them.
    """
    counted = sorted(claims)
    sums = [0, *accumulate(count for _, count in counted)]
    contested = sorted(disputes)
    lines: list[Entry] = []
    above: list[tuple[int, Entry]] = []
    for index, place in enumerate(places):
        end = place.end if place.is_table else _end_of_section(places, index)
        entry = _entry(place)
        entry.claims = sums[_before(counted, end)] - sums[_before(counted, place.start)]
        entry.open = len({case for _, case in _between(contested, place.start, end)})
        if not place.is_table:
            above = [(level, line) for level, line in above if level < place.level]
        (above[-1][1].below if above else lines).append(entry)
        if not place.is_table:
            above.append((place.level, entry))
    return _without_title(lines)


def _entry(place: Place) -> Entry:
    return Entry(place.address, place.words, is_table=place.is_table, lang=place.lang)


def _without_title(lines: list[Entry]) -> list[Entry]:
    """The source's own title stands over everything and would only repeat the page's."""
    return lines[0].below if len(lines) == 1 and lines[0].below else lines


def _end_of_section(places: Sequence[Place], index: int) -> int:
    here = places[index]
    for later in places[index + 1 :]:
        if not later.is_table and later.level <= here.level:
            return later.start
    return END_OF_TEXT


def _between(pairs: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    return pairs[_before(pairs, start) : _before(pairs, end)]


def _before(pairs: Sequence[tuple[int, int]], offset: int) -> int:
    """How many of them lie before the offset."""
    return bisect_left(pairs, offset, key=itemgetter(0))
