"""Escapes, asterisks and angle brackets are notation: readers see the words without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from apps.domain.layout.blocks import Run

_ESCAPE = re.compile(r"\\(?:[!-/:-@\[-`{-~])")
_ASTERISKS = re.compile(r"(?<![\\*])\*{1,3}(?!\*)|(?<![\\_])_{1,2}(?!_)")
_BRACKETED = re.compile(r"<((?:https?|ftp)://[^\s<>]+|mailto:[^\s<>]+|www\.[^\s<>]+)>", re.I)
_ADDRESS_ENDING = re.compile(r"\.( )(?=(?:html?|pdf|aspx?|php)\b)", re.I)
_LONGEST_ADDRESS = 600
_BLANKS = re.compile(r"(?<=[^\S\n])[^\S\n]+")
_SOFT_HYPHENS = re.compile("\u00ad+")

Stretch = tuple[int, int]


def visible_runs(text: str, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs without notation; `text` is what they showed with it."""
    kept: list[Run] = []
    for run in _without(runs, notation(text)):
        if run.start < run.end:
            kept.append(run)
        elif kept and run.glue:
            kept[-1] = replace(kept[-1], glue=run.glue)
    if kept:
        kept[-1] = replace(kept[-1], glue="")
    return tuple(kept)


def notation(text: str) -> list[Stretch]:
    """Return the stretches of a block's text that are notation, in order, apart."""
    hidden: set[int] = set()
    hidden.update(match.start() for match in _ESCAPE.finditer(text))
    for pattern in (_BLANKS, _SOFT_HYPHENS):
        for match in pattern.finditer(text):
            hidden.update(range(match.start(), match.end()))
    for match in _BRACKETED.finditer(text):
        hidden.update((match.start(), match.end() - 1))
    hidden.update(_blanks_in_addresses(text))
    for start, end in emphasis_marks(text):
        hidden.update(range(start, end))
    return _stretches(sorted(hidden))


def _blanks_in_addresses(text: str) -> Iterator[int]:
    """Yield the blanks that cut an address before its ending: "https://a.org/b. html"."""
    for match in _ADDRESS_ENDING.finditer(text):
        word = text[max(0, match.start() - _LONGEST_ADDRESS) : match.start()].rsplit(maxsplit=1)
        if word and re.match(r"\W?https?://", word[-1], re.I):
            yield match.start(1)


def emphasis_marks(text: str) -> list[Stretch]:
    """Return the asterisks and underscores that stand in pairs around words."""
    return sorted(mark for pair in emphasis_pairs(text) for mark in pair)


def emphasis_pairs(text: str) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the opening and the closing mark of each stretch of words that is set off."""
    waiting: dict[str, Stretch] = {}
    for match in _ASTERISKS.finditer(text):
        start, end = match.span()
        opened = waiting.get(match[0])
        if opened and _closes(text, start, end) and text[opened[1] : start].strip("*_ "):
            yield opened, (start, end)
            del waiting[match[0]]
        elif _opens(text, start, end):
            waiting[match[0]] = (start, end)


def _opens(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    in_address = text[start] == "_" and before in ("/", "=", "&")
    return bool(after) and not after.isspace() and not before.isalnum() and not in_address


def _closes(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _stretches(positions: Sequence[int]) -> list[Stretch]:
    found: list[Stretch] = []
    for at in positions:
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _without(runs: Sequence[Run], hidden: Sequence[Stretch]) -> Iterator[Run]:
    """Yield what is left of the runs; positions in `hidden` count what the runs show."""
    shown = 0
    queue = list(reversed(hidden))
    for run in runs:
        length = run.end - run.start
        at = 0
        while queue and queue[-1][0] < shown + length:
            start, end = queue[-1][0] - shown, queue[-1][1] - shown
            if start > at:
                yield Run(run.start + at, run.start + start)
            at = max(at, min(end, length))
            if end > length:
                break
            queue.pop()
        yield Run(run.start + at, run.end, run.glue)
        shown += length + len(run.glue)
        while queue and queue[-1][1] <= shown:
            queue.pop()
