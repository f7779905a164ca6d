"""No character of a text gets lost unnamed: what is not shown is listed with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from apps.domain.layout.blocks import Block
from apps.domain.layout.lines import is_row_break, strip_blanks
from apps.domain.layout.offsets import pieces
from apps.domain.layout.openings import RULE, opening_of

Reason = Literal[
    "wrap",
    "hyphen",
    "blank",
    "rule",
    "escape",
    "emphasis mark",
    "angle bracket",
    "heading mark",
    "bullet",
    "number",
    "cell break",
    "repeated head",
    "page furniture",
]
Removal = tuple[int, int, Reason]

_ROW_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile(r"[\s\ufeff\u200b]+")
_BLANK_OR_INK = re.compile(r"([\s\ufeff\u200b]+)|([^\s\ufeff\u200b]+)")
_MARK = re.compile(r"([*_]+)|(\\)|([<>])|([-‐\u00ad]+)|(.)")
_MARK_REASONS: tuple[Reason, ...] = (
    "emphasis mark",
    "escape",
    "angle bracket",
    "hyphen",
    "page furniture",
)
_LEADS: dict[str, Reason] = {"hash": "heading mark", "bullet": "bullet", "number": "number"}
_WHOLE_LINES = ("rule", "page furniture")
_LINE_HEAD = 400  # characters of a line that show what it opens


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch that nothing shows; `block` is the one on both sides of it, if it is one."""

    start: int
    end: int
    block: Block | None


def removed(content: str, blocks: Sequence[Block]) -> list[Removal]:
    """Return (start, end, reason) for all characters that no run and no cell shows, in order."""
    return [removal for gap in _gaps(content, blocks) for removal in _named(content, gap)]


def _gaps(content: str, blocks: Sequence[Block]) -> Iterator[_Gap]:
    """Yield the stretches of the content between all runs and cells."""
    shown = sorted(
        (run.start, run.end, at) for at, block in enumerate(blocks) for run in pieces(block)
    )
    end = len(content)
    for (_, before, left), (after, _, right) in pairwise([(0, 0, -1), *shown, (end, end, -2)]):
        if before < after:
            yield _Gap(before, after, blocks[left] if left == right else None)


def _named(content: str, gap: _Gap) -> Iterator[Removal]:
    table = gap.block is not None and gap.block.table is not None
    if blank := _BLANK.fullmatch(content, gap.start, gap.end):
        yield gap.start, gap.end, _blank_reason(gap, blank[0], table=table)
        return
    for line_start, start, end in _line_parts(content, gap):
        opened = _opened(content, gap, line_start)
        for match in _BLANK_OR_INK.finditer(content, start, end):
            if opened.reason in _WHOLE_LINES and opened.start < match.start() < opened.end:
                continue
            if match[1]:
                yield *match.span(), _blank_reason(gap, match[1], table=table)
            elif table:
                is_head = any(char.isalnum() for char in match[2])
                yield *match.span(), "repeated head" if is_head else "cell break"
            else:
                yield from _ink(match, opened)


def _line_parts(content: str, gap: _Gap) -> Iterator[tuple[int, int, int]]:
    """Yield (line start, start, end) of the gap, line by line; the start is -1 if outside."""
    at = gap.start
    inside = at == 0 or is_row_break(content[at - 1])
    while at < gap.end:
        found = _ROW_BREAK.search(content, at, gap.end)
        end = found.end() if found else gap.end
        yield (at if inside else -1), at, end
        at, inside = end, True


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the line of a gap opens: from `start` to `end` for the reason given."""

    start: int = 0
    end: int = 0
    reason: Reason = "blank"


def _opened(content: str, gap: _Gap, line_start: int) -> _Opened:
    """Return the rule, the furniture or the opening mark with which a line begins."""
    if line_start < 0:
        return _Opened()
    found = _ROW_BREAK.search(content, line_start)
    line_end = found.start() if found else len(content)
    gone = line_end <= gap.end
    seen = line_end if gone else min(line_end, line_start + _LINE_HEAD)
    text = strip_blanks(content[line_start:seen])
    start = content.index(text, line_start) if text else line_start
    if gone and RULE.match(text):
        return _Opened(start, start + len(text), "rule")
    if gone and any(char.isalnum() for char in text):
        return _Opened(start, start + len(text), "page furniture")
    opening = opening_of(text)
    reason = _LEADS.get(opening.mark)
    return _Opened(start, start + opening.lead, reason) if reason else _Opened()


def _blank_reason(gap: _Gap, blanks: str, *, table: bool) -> Reason:
    if table:
        return "cell break"
    wraps = gap.block is not None and _ROW_BREAK.search(blanks) is not None
    return "wrap" if wraps else "blank"


def _ink(match: re.Match[str], opened: _Opened) -> Iterator[Removal]:
    start, end = match.span()
    if start == opened.start and opened.reason in _WHOLE_LINES:
        yield start, opened.end, opened.reason
        return
    if opened.start <= start < opened.end:
        yield start, min(end, opened.end), opened.reason
        start = min(end, opened.end)
    for mark in _MARK.finditer(match.string, start, end):
        yield *mark.span(), _MARK_REASONS[(mark.lastindex or 5) - 1]
