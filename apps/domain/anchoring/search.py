"""Finds words in a content whatever its line breaks, blanks and hyphens."""

from __future__ import annotations

from apps.domain.anchoring.essence import Essence, essence_of


def found_at(content: str, words: str, *, near: int, most: int) -> list[tuple[int, int]]:
    """Where the words stand, those nearest to an offset, in reading order."""
    essence, wanted = Essence.of(content), essence_of(words)
    places, at = [], essence.chars.find(wanted) if wanted else -1
    while at >= 0:
        places.append((essence.offset(at), essence.offset(at + len(wanted) - 1) + 1))
        at = essence.chars.find(wanted, at + 1)
    return sorted(sorted(places, key=lambda place: abs(place[0] - near))[:most])
