"""Finds words in what is shown of a text, blind to case and accents, across wraps and hyphens."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from apps.reading.marks import Runs, Shown
from apps.sources.models import Block, Cell, Text

# Letters that Unicode does not take apart into a base and a mark.
APART = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
MOST_HITS = 100
AROUND = 60


@dataclass(frozen=True)
class Hit:
    """A place of the text where the words stand, with what is shown around it."""

    block: int
    start: int
    end: int
    before: str
    words: str
    after: str


def find_in(text: Text, words: str) -> list[Hit]:
    """The first places at which the words stand, in reading order."""
    wanted = "".join(_bare(letter) for letter in " ".join(words.split()))
    [content] = Text.objects.filter(pk=text.pk).values_list("content", flat=True)
    hits: list[Hit] = []
    if not wanted or not content:
        return hits
    for position, runs in _stretches(text):
        hits.extend(_hits(position, Shown(content, runs), wanted))
        if len(hits) >= MOST_HITS:
            break
    return hits[:MOST_HITS]


def _stretches(text: Text) -> Iterator[tuple[int, Runs]]:
    """What is shown together: a block, or a cell of a table."""
    cells: dict[int, list[Runs]] = {}
    for block, start, end in (
        Cell.objects.filter(block__text=text, end__gt=0)
        .order_by("block", "row", "column")
        .values_list("block", "start", "end")
    ):
        cells.setdefault(block, []).append([[start, end, ""]])
    blocks = Block.objects.filter(text=text).order_by("position")
    for key, position, runs in blocks.values_list("pk", "position", "runs"):
        yield from ((position, own) for own in cells.get(key, [runs]))


def _hits(position: int, shown: Shown, wanted: str) -> Iterator[Hit]:
    bare = [_bare(letter) for letter in shown.text]
    folded = "".join(bare)
    at = folded.find(wanted)
    if at < 0:
        return
    origins = [place for place, letters in enumerate(bare) for _ in letters]
    while at >= 0:
        first, last = origins[at], origins[at + len(wanted) - 1]
        yield Hit(
            block=position,
            start=_offset(shown, first),
            end=_offset(shown, last) + 1,
            before=shown.text[max(0, first - AROUND) : first],
            words=shown.text[first : last + 1],
            after=shown.text[last + 1 : last + 1 + AROUND],
        )
        at = folded.find(wanted, at + len(wanted))


@lru_cache(maxsize=4_096)
def _bare(letter: str) -> str:
    """The letter in lower case without its accents; a line break is a blank."""
    if letter.isspace():
        return " "
    apart = unicodedata.normalize("NFKD", letter.casefold().translate(APART))
    return "".join(one for one in apart if not unicodedata.combining(one))


def _offset(shown: Shown, place: int) -> int:
    """Where in the content the character stands that is shown at this place."""
    run = bisect_right(shown.places, place) - 1
    return min(shown.starts[run] + place - shown.places[run], shown.ends[run] - 1)
