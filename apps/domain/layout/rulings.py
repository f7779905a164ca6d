"""Rules below a line make it a heading, angle brackets before lines make them a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from apps.domain.layout.lines import Line, chunks
from apps.domain.layout.openings import NOTHING, UNDERLINES, opening_of
from apps.domain.layout.sentences import finished

_UNDERLINE = re.compile(rf"^([{re.escape(UNDERLINES)}])\1{{2,}}$")
_LONGEST_UNDERLINED = 120
_COLUMNS = re.compile(r"\S\s{2,}\S|\t")
_QUOTE_MARKS = re.compile(r"^(?:>[^\S\n]*)+")


def underlines(rule: str, above: Sequence[Line]) -> bool:
    """True if a rule underlines the last of the lines above it: short, open and by itself."""
    last = above[-1]
    if not _UNDERLINE.match(rule) or last.blank or len(last.text) > _LONGEST_UNDERLINED:
        return False
    alone = len(above) < 2 or above[-2].blank or above[-2].page_end
    if last.page_end or not alone:
        return False
    stops = finished(last.text) and last.text[-1] not in "?!"
    return not stops and opening_of(last.text) == NOTHING and not _COLUMNS.search(last.text)


def unquoted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the marks that letters set before each line they quote."""
    quoted = {
        line.outer_start
        for chunk in chunks(lines)
        if all(line.text.startswith(">") for line in chunk)
        for line in chunk
    }
    return [_unmarked(line) if line.outer_start in quoted else line for line in lines]


def _unmarked(line: Line) -> Line:
    marks = _QUOTE_MARKS.match(line.text)
    lead = marks.end() if marks else 0
    return replace(line, text=line.text[lead:], start=line.start + lead)
