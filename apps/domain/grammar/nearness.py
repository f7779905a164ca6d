"""Which of the times in a sentence a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from apps.domain.grammar.times import When

_AT_ONCE = re.compile(r"[ ,]*\(?(?:in|for|during|by|from|of|as of)?(?: the)? ?")
_SENTENCE_OVER = re.compile(r"[.!?…;] +(?=[^\W\d_a-z]|[0-9])")


def nearest_times(
    text: str, times: Sequence[When], places: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """For each figure the period it most likely speaks of: the nearest of its own sentence."""
    edges = [0, *(match.end() for match in _SENTENCE_OVER.finditer(text)), len(text) + 1]
    starts = [when.start for when in times]
    for start, end in places:
        at = bisect_right(edges, start)
        first, last = edges[at - 1], edges[at]
        behind = bisect_right(starts, start)
        near = [
            when
            for when in times[max(0, behind - 1) : behind + 1]
            if first <= when.start and when.end <= last
        ]
        yield _chosen(text, end, near)


def _chosen(text: str, end: int, near: Sequence[When]) -> str:
    """The time told before, unless one follows at once: 8 million in 2007, 72 (2021)."""
    if not near:
        return ""
    follows = near[-1].start >= end and _AT_ONCE.fullmatch(text, end, near[-1].start)
    return near[-1 if follows else 0].edtf
