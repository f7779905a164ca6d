"""Chooses which words around passages may be shown of a work that may be quoted, not reprinted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

MOST_WORDS = 40  # of one excerpt, those of the passage among them
APART = 40  # words that stay hidden between two excerpts
ONE_IN = 10  # words of the work, at most, stand in an excerpt
WORD = re.compile(r"\S+")

Place = tuple[int, int]


def excerpts(content: str, passages: Sequence[Place]) -> dict[Place, Place]:
    """For each passage the stretch around it that may be shown; without one it gets no context.

    The passages are given oldest first, always all of them. Then an excerpt depends neither on
    the page that shows it nor on passages that are added later, and asking in many ways adds up
    to no more than one tenth of the work, in pieces that do not touch.
    """
    words = [match.span() for match in WORD.finditer(content)]
    shelf = _Shelf([start for start, _ in words], [end for _, end in words])
    found = {passage: shelf.excerpt(*passage) for passage in dict.fromkeys(passages)}
    return {passage: place for passage, place in found.items() if place is not None}


@dataclass
class _Shelf:
    """The words of a work and the excerpts given so far, as places among its words."""

    starts: list[int]
    ends: list[int]
    given: list[Place] = field(default_factory=list)

    def excerpt(self, start: int, end: int) -> Place | None:
        """The stretch of content shown around a passage, or nothing."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        around = next((one for one in self.given if one[0] <= first and last <= one[1]), None)
        if around is None:
            around = self._new(first, last)
        return None if around is None else (self.starts[around[0]], self.ends[around[1] - 1])

    def _new(self, first: int, last: int) -> Place | None:
        spare = MOST_WORDS - (last - first)
        if first >= last or spare < 0:
            return None
        low, high = self._free(first, last)
        low = max(low, first - spare // 2)
        high = min(high, last + spare - (first - low))
        shown = sum(end - start for start, end in self.given)
        is_too_much = (shown + high - low) * ONE_IN > len(self.starts)
        if low > first or high < last or is_too_much:
            return None
        self.given.append((low, high))
        return low, high

    def _free(self, first: int, last: int) -> Place:
        """The words around these that no other excerpt shows or borders on."""
        before = [end + APART for start, end in self.given if start < first]
        after = [start - APART for start, end in self.given if end > last]
        return max(before, default=0), min(after, default=len(self.starts))
