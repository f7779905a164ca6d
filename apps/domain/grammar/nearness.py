"""Which of the times in a sentence a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from apps.domain.grammar.times import When

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
        found = min(near, key=lambda when: max(start - when.end, when.start - end), default=None)
        yield found.edtf if found else ""
