"""Reckons the bar that shows where in a text the marks lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BARS = 100
HIGHEST = 18  # pixels, above the base line
FOOT = 22
TALLEST_AT_LEAST = 4


@dataclass(frozen=True)
class Bar:
    """One bar of the picture: place and width in per cent, height in pixels."""

    x: str
    y: int
    height: int


@dataclass(frozen=True)
class Density:
    """The bars, the places where something is contradicted, and the same in words."""

    bars: tuple[Bar, ...]
    contradicted: tuple[str, ...]
    words: str
    length: int


def density(length: int, marks: Iterable[tuple[int, int]], contradicted: Iterable[int]) -> Density:
    """Bars for a text of this length; `marks` are pairs of an offset and how many there are."""
    counts = _in_bars(length, marks)
    disputed = sorted(_in_bars(length, ((offset, 1) for offset in contradicted)))
    most = max([*counts.values(), TALLEST_AT_LEAST])
    bars = tuple(_bar(place, count, most) for place, count in sorted(counts.items()))
    return Density(
        bars=bars,
        contradicted=tuple(f"{place}%" for place in disputed),
        words=_in_words(counts, len(disputed)),
        length=length,
    )


def _in_bars(length: int, marks: Iterable[tuple[int, int]]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for offset, count in marks:
        place = min(offset * BARS // max(length, 1), BARS - 1)
        counts[place] = counts.get(place, 0) + count
    return counts


def _bar(place: int, count: int, most: int) -> Bar:
    height = max(2, -(-count * HIGHEST // most))
    return Bar(x=f"{place}%", y=FOOT - height, height=height)


def _in_words(counts: dict[int, int], disputed: int) -> str:
    if not counts:
        return "Nothing is marked in this text."
    densest = max(counts, key=lambda place: counts[place])
    said = f"Where the marks are in this text; they are densest {densest} % of the way through."
    if disputed:
        places = "one place contradicts" if disputed == 1 else f"{disputed} places contradict"
        said += f" In {places} another claim."
    return said
