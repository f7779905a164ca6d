"""Lines without a blank between them are one paragraph, or several, or a heading and one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from apps.domain.layout.blocks import Run
from apps.domain.layout.customs import names_section
from apps.domain.layout.drafts import Draft, draft_of, stanza_of
from apps.domain.layout.lines import Line
from apps.domain.layout.openings import (
    NOTHING,
    Opening,
    inner_origin,
    opening_of,
    openings_of,
    successors,
)
from apps.domain.layout.sentences import finished, is_wide, starts_low
from apps.domain.layout.setting import Setting, goes_on
from apps.domain.layout.words import Words

_EARLY = 0.8  # a line that ends before this share of the width, though a word would have fitted
_VERY_EARLY = 0.5  # before this share even an open sentence was meant to break
_FULL = 0.7
_LONGEST_HEADING = 3  # lines
_ONE_LINE_MARKS = ("hash", "byline")
_SHORTEST_GOING_ON = 40
_FEWEST_VERSES = 3
_MOST_VERSES = 60  # beyond this a list of lines is no stanza
_LONGEST_VERSE = 72
_SHORT_VERSE = 0.75  # of the width of wrapped prose


def drafts_of_chunk(
    chunk: Sequence[Line], setting: Setting, words: Words, *, first: bool = False
) -> Iterator[Draft]:
    """Yield the drafts of one chunk, in order; the first of a text may be a title page."""
    openings = _meant(chunk, openings_of(chunk), setting)
    if not first and _is_stanza(chunk, openings, setting):
        yield stanza_of(chunk)
        return
    start = 0
    for at in range(1, len(chunk)):
        if _hangs(chunk, openings, start, at) or not _begins(chunk, openings, at, setting):
            continue
        yield from _parted(draft_of(chunk[start:at], openings[start], words))
        start = at
    yield from _parted(draft_of(chunk[start:], openings[start], words))


def _is_stanza(chunk: Sequence[Line], openings: Sequence[Opening], setting: Setting) -> bool:
    """True for verse, an address or a cast: lines so short and uneven that each end is meant."""
    longest = max(line.width for line in chunk)
    if not _FEWEST_VERSES <= len(chunk) <= _MOST_VERSES or longest > _LONGEST_VERSE:
        return False
    if setting.flowing or setting.marked or any(opening.mark for opening in openings):
        return False
    if any(line.text.isupper() or names_section(line.text) or "**" in line.text for line in chunk):
        return False
    if not setting.wrapped:
        return True
    early = sum(_ends_early(before, line, longest) for before, line in pairwise(chunk))
    return longest <= _SHORT_VERSE * setting.width and 2 * early >= len(chunk) - 1


def _hangs(chunk: Sequence[Line], openings: Sequence[Opening], start: int, at: int) -> bool:
    """True if the line is set in below the bullet or number that its item began with."""
    if openings[at].mark or openings[start].mark not in ("bullet", "number"):
        return False
    return chunk[at].indent > chunk[start].indent


def _parted(draft: Draft) -> Iterator[Draft]:
    """Part a caption from the "Source: ..." printed on its own line."""
    cut = inner_origin(draft.text) if draft.opening.mark == "caption" else None
    if cut is None or len(draft.runs) > 1:
        yield draft
        return
    start, end = draft.runs[0].start, draft.runs[0].end
    before = draft.text[:cut].rstrip()
    yield replace(draft, text=before, runs=(Run(start, start + len(before)),))
    after = draft.text[cut:]
    yield replace(draft, text=after, runs=(Run(start + cut, end),), opening=opening_of(after))


def _meant(chunk: Sequence[Line], openings: Sequence[Opening], setting: Setting) -> list[Opening]:
    """Drop the marks that a wrapped sentence has at the start of a line by chance."""
    meant: list[Opening] = []
    listing = NOTHING
    for at, opening in enumerate(openings):
        by_chance = at > 0 and (
            _listed_by_chance(chunk[at - 1], listing, opening)
            if opening.mark in ("bullet", "number")
            else _said_by_chance(chunk[at - 1], opening, setting)
        )
        meant.append(NOTHING if by_chance and setting.wrapped else opening)
        if meant[-1].mark:
            listing = meant[-1]
    return meant


def _listed_by_chance(before: Line, listing: Opening, opening: Opening) -> bool:
    if opening.mark == "bullet":
        return listing.mark != "bullet" and not finished(before.text)
    return not successors(listing, opening) and not finished(before.text)


def _said_by_chance(before: Line, opening: Opening, setting: Setting) -> bool:
    """A caption, an origin or a byline begins a line of its own, so the one before has ended."""
    if not opening.mark or opening.mark == "hash":
        return False
    if setting.flowing:
        return goes_on(before)
    return before.width > _EARLY * setting.width and not finished(before.text)


def _begins(chunk: Sequence[Line], openings: Sequence[Opening], at: int, setting: Setting) -> bool:
    if openings[at].mark or openings[at - 1].mark in _ONE_LINE_MARKS:
        return True
    before, line = chunk[at - 1], chunk[at]
    if _holds_open_emphasis(before.text, line.text):
        return False
    if setting.flowing:
        return not goes_on(before)
    if setting.marked:
        return False
    if not setting.wrapped:
        return not _runs_on(before, line)
    return _ends_paragraph(chunk, at, setting) or _ends_heading(chunk, at, setting)


def _runs_on(before: Line, line: Line) -> bool:
    """True where each paragraph has its own line, yet this one was cut in mid-sentence."""
    long_enough = len(before.text) >= _SHORTEST_GOING_ON
    return long_enough and not finished(before.text) and starts_low(line.text)


def _holds_open_emphasis(before: str, text: str) -> bool:
    """True for a bold line that is closed only on the next: "**A TITLE\\nIN TWO LINES**"."""
    return before.startswith("**") and before.count("**") == 1 and text.endswith("**")


def _ends_paragraph(chunk: Sequence[Line], at: int, setting: Setting) -> bool:
    """True if the line before was short or this one is set in, as first lines are."""
    before, line = chunk[at - 1], chunk[at]
    width = _width(chunk, setting)
    if not finished(before.text):
        return _breaks_off(before, line, width) and not _heading_ends_below(chunk, at, setting)
    if line.indent >= before.indent + 2 and before.indent == _least_indent(chunk):
        return True
    return _ends_early(before, line, _EARLY * width)


def _breaks_off(before: Line, line: Line, width: int) -> bool:
    """True if an open sentence was left so early that the break must be meant, as in a letter."""
    return _ends_early(before, line, _VERY_EARLY * width) and not starts_low(line.text)


def _heading_ends_below(chunk: Sequence[Line], at: int, setting: Setting) -> bool:
    last = min(_LONGEST_HEADING, len(chunk) - 1)
    return any(_ends_heading(chunk, below, setting) for below in range(at + 1, last + 1))


def _least_indent(chunk: Sequence[Line]) -> int:
    return min(line.indent for line in chunk[:8])


def _width(chunk: Sequence[Line], setting: Setting) -> int:
    longest = max(line.width for line in chunk[:8])
    return longest if len(chunk) > 2 else setting.width


def _ends_early(before: Line, line: Line, width: float) -> bool:
    """True if the first word of the line would have had room on the line before."""
    first_word = 2 if is_wide(line.text[0]) else len(line.text.split(maxsplit=1)[0])
    return before.width + 1 + first_word <= width


def _ends_heading(chunk: Sequence[Line], at: int, setting: Setting) -> bool:
    """True if the lines up to here are a heading set right above its first paragraph."""
    lines, line = chunk[:at], chunk[at]
    if at > _LONGEST_HEADING:
        return False
    if len(chunk) - at < 2 and line.width < setting.width:
        return False
    width = _width(chunk, setting)
    return (
        not any(finished(line.text) or line.text[-1] in ",;-" for line in lines)
        and lines[0].text[0].isalnum()
        and not starts_low(lines[0].text)
        and not starts_low(line.text)
        and line.width >= _FULL * width
        and _ends_early(lines[-1], line, _EARLY * width)
    )
