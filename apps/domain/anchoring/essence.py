"""What is left of a content when line breaks, blanks and hyphens are no matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# Blanks, hyphens, soft hyphens and marks without width: whatever setting a page may move.
PIECE = re.compile("[^\\s\\-\u2010\u2011\u00ad\u200b\ufeff]+")


@dataclass(frozen=True)
class Essence:
    """The characters that count, in pieces, and the way back to offsets of the content."""

    chars: str
    places: tuple[int, ...]
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, content: str) -> Essence:
        """The essence of a content."""
        pieces, places, offsets, length = [], [], [], 0
        for found in PIECE.finditer(content):
            pieces.append(found.group())
            places.append(length)
            offsets.append(found.start())
            length += len(found.group())
        return cls("".join(pieces), tuple(places), tuple(offsets))

    def offset(self, place: int) -> int:
        """Where in the content the character stands."""
        piece = bisect_right(self.places, place) - 1
        return self.offsets[piece] + place - self.places[piece]

    def place(self, offset: int) -> int:
        """The first character that stands at the offset or after it."""
        piece = bisect_right(self.offsets, offset) - 1
        if piece < 0:
            return 0
        end = self.places[piece + 1] if piece + 1 < len(self.places) else len(self.chars)
        return min(self.places[piece] + offset - self.offsets[piece], end)

    def places_within(self, low: int, high: int) -> tuple[int, ...]:
        """Where pieces begin, from one place up to another."""
        return self.places[bisect_left(self.places, low) : bisect_left(self.places, high)]


def essence_of(words: str) -> str:
    """The characters of a few words that count."""
    return "".join(PIECE.findall(words))
