"""Finds words in what is shown of a text, blind to case and accents, across wraps and hyphens."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from apps.domain.refusals import Refusal, quoted
from apps.reading.marks import Runs, Shown
from apps.sources.models import Block, Cell, Text

# Letters that Unicode does not take apart into a base and a mark.
APART = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
MOST_HITS = 500
AROUND = 60
LINES = re.compile(r"(?=.*[0-9])([0-9]{0,9})(?:(,)([0-9]{0,9}))?")


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
    wanted = _folded(" ".join(words.split()))
    [content] = Text.objects.filter(pk=text.pk).values_list("content", flat=True)
    hits: list[Hit] = []
    if not wanted or not content:
        return hits
    for position, runs in _stretches(text):
        hits.extend(_hits(position, Shown(content, runs), wanted))
        if len(hits) >= MOST_HITS:
            break
    return hits[:MOST_HITS]


def stretch_of_lines(text: Text, asked: str) -> tuple[int, int]:
    """Offsets of the lines that a fragment of RFC 5147 names, as “10,12” or “10,”.

    Its numbers count what lies between lines: 0 is before the first one.
    """
    found = LINES.fullmatch(asked)
    if found is None:
        raise Refusal(f"{quoted(asked)} names no lines.", remedy="Write two numbers, as 10,12.")
    [content] = Text.objects.filter(pk=text.pk).values_list("content", flat=True)
    wording = content or ""
    starts = sorted({0, *(line.end() for line in re.finditer("\n", wording)), len(wording)})
    first = int(found[1] or 0)
    last = int(found[3] or len(starts)) if found[2] else first + 1
    start, end = (starts[min(number, len(starts) - 1)] for number in (first, last))
    if start >= end:
        raise Refusal(
            f"This text has no lines {asked}.", remedy=f"It has {len(starts) - 1} lines in all."
        )
    return start, end


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
    if wanted not in _folded(shown.text):  # letter by letter takes far longer
        return
    bare = [_bare(letter) for letter in shown.text]
    folded = "".join(bare)
    at = folded.find(wanted)
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


def _folded(words: str) -> str:
    """The words in lower case without accents; a line break is a blank."""
    apart = unicodedata.normalize("NFKD", words.casefold().translate(APART))
    return re.sub(r"\s", " ", _accents().sub("", apart))


@cache
def _accents() -> re.Pattern[str]:
    every = (chr(code) for code in range(sys.maxunicode + 1))
    return re.compile(f"[{''.join(one for one in every if unicodedata.combining(one))}]")


_bare = lru_cache(maxsize=4_096)(_folded)  # of a single letter


def _offset(shown: Shown, place: int) -> int:
    """Where in the content the character stands that is shown at this place."""
    run = bisect_right(shown.places, place) - 1
    return min(shown.starts[run] + place - shown.places[run], shown.ends[run] - 1)
