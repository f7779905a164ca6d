"""A note's number stands glued to a word; only the notes themselves tell it from a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from apps.domain.layout.blocks import Block, Style
from apps.domain.layout.faces import in_order
from apps.domain.layout.offsets import content_span, shown

_CALLING = ("paragraph", "list_item", "heading", "caption", "origin")
_CALL = re.compile(r"\[\^?(\d{1,3})\]|(?<=\S)(?<!\d)(\d{1,3})(?=[\s—–)]|$)")
_BEHIND_WORD = re.compile(r"[^\W\d_][”\"’»)\]]?[.,;:!?”\"’»)\]…]{1,3}$")
_BEHIND_YEAR = re.compile(r"(?:^|\D)[12]\d{3}[.,;:!?]$")
_GLUED_TO_WORD = re.compile(r"[^\W\d_A-Z]{3}$")
_SENTENCE_OVER = re.compile(r"\s*(?:$|[—–]|[“\"‘«(]?[^\W\d_a-z])")
_AS_FAR = 12  # characters before a number that show what it is glued to
_SKIPPED = 1  # notes whose call was not found

Notes = Mapping[str, Sequence[int]]


@dataclass(slots=True)
class _Count:
    """The number of the last note that was called."""

    last: int = 0


def with_calls(content: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, with those numbers in them named that call a note of this text."""
    notes = _positions(blocks, "footnote")
    entries = _positions(blocks, "reference")
    if not notes and not entries:
        return tuple(blocks)
    count = _Count()
    done: list[Block] = []
    for at, block in enumerate(blocks):
        if block.kind not in _CALLING:
            done.append(block)
            continue
        calls = [
            Style(*content_span(block, start, end), "note_call", _nearest(found, at))
            for start, end, found in _calls_in(shown(content, block), notes, entries, count)
        ]
        done.append(replace(block, styles=in_order((*block.styles, *calls))))
    return _with_ways_back(done)


def _with_ways_back(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, each called note with the way to its first call."""
    first: dict[str | int, int] = {}
    for style in (style for block in blocks for style in block.styles):
        if style.face == "note_call":
            first.setdefault(style.to, style.start)
    return tuple(
        replace(
            block,
            styles=in_order((Style(block.start, block.end, "way_back", first[at]), *block.styles)),
        )
        if at in first
        else block
        for at, block in enumerate(blocks)
    )


def _positions(blocks: Sequence[Block], kind: str) -> dict[str, list[int]]:
    """Return the positions of notes by label; each chapter of a book may have a note 1."""
    found: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if block.kind == kind and block.label.isdecimal():
            found.setdefault(block.label, []).append(at)
    return found


def _nearest(positions: Sequence[int], at: int) -> int:
    """Return the first position behind a block, else the last one before it."""
    return positions[min(bisect_right(positions, at), len(positions) - 1)]


def _calls_in(
    text: str, notes: Notes, entries: Notes, count: _Count
) -> Iterator[tuple[int, int, Sequence[int]]]:
    for match in _CALL.finditer(text):
        label = match[1] or match[2]
        found = notes.get(label, ())
        if match[1]:
            found = found or entries.get(label, ())
        elif not (found and _calls(text, match, count, restarts=len(found) > 1)):
            continue
        if found:
            count.last = int(label)
            yield *match.span(), found


def _calls(text: str, match: re.Match[str], count: _Count, *, restarts: bool) -> bool:
    """
    True if a glued number counts on from the last note: "then.2 After", "of 2010.12", "region3".

    What is glued to a figure could be its decimals, so there the figure must be a year and the
    sentence over.
    """
    before, number = text[max(0, match.start() - _AS_FAR) : match.start()], int(match[2])
    is_next = number == count.last + 1 or (number == 1 and restarts)
    if _BEHIND_WORD.search(before):
        return is_next or count.last < number <= count.last + 1 + _SKIPPED
    if _BEHIND_YEAR.search(before):
        return is_next and bool(_SENTENCE_OVER.match(text, match.end()))
    return is_next and bool(_GLUED_TO_WORD.search(before))
