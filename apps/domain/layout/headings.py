"""A heading is seldom marked in a plain text: it shows by its shape and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from apps.domain.layout.customs import NUMBERED, REFERENCE_WORDS, names_section, plain_words
from apps.domain.layout.drafts import Draft
from apps.domain.layout.sentences import finished, starts_low, word_count

_DATELINE = re.compile(
    r"^[^:.]{3,80}:\s(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d|"
    r"\w+\s\d{1,2},\s\d{4}|\d{1,2}\s\w+\s\d{4})\.?$"
)
_LABELLED = re.compile(r"^[^\s:]{3,20}(?:\s[^\s:]{2,20})?:\s\S|https?:|www\.|@")
_MOST_WORDS = 22
_NUMBERED_WORDS = 8  # a numbered line this short is a heading even with a full stop
_DEEPEST_STACK = 3
_PROSE_WORDS = 12  # the paragraph under an unmarked heading has at least so many,
_SENTENCE_WORDS = 5  # or is a whole sentence of so many
_PARENT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """What the drafts around a candidate look like; computed once for the whole text."""

    candidates: tuple[bool, ...]
    marks_all: bool


def name_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the headings named; their levels are still open (0)."""
    outline = _outline(drafts)
    named: list[Draft] = []
    listing_works = False
    for at, draft in enumerate(drafts):
        marked = draft.opening.mark == "hash" or (outline.candidates[at] and is_marked(draft))
        heads = marked or (not listing_works and _heads_unmarked(drafts, at, outline))
        kind = "heading" if heads and draft.kind == "paragraph" else draft.kind
        if kind == "heading":
            listing_works = plain_words(draft.text) in REFERENCE_WORDS
        changed = kind != draft.kind or draft.level < 0
        named.append(replace(draft, kind=kind, level=max(draft.level, 0)) if changed else draft)
    return _with_parents(named)


def is_marked(draft: Draft) -> bool:
    """True if number, capitals, bold type or a customary word mark the line as a heading."""
    text = draft.text
    if draft.opening.mark == "hash" or names_section(text):
        return True
    if re.match(r"^\*\*[^*]+\*\*$", text):
        return True
    return text.isupper() and sum(char.isalpha() for char in text) > 3


def is_dateline(text: str) -> bool:
    """True for a label and a date and nothing else: "Received: July 07, 2025"."""
    return len(text) < 120 and bool(_DATELINE.match(text))


def _outline(drafts: Sequence[Draft]) -> Outline:
    hashes = sum(draft.opening.mark == "hash" for draft in drafts)
    return Outline(tuple(_could_head(draft) for draft in drafts), marks_all=hashes > 1)


def _could_head(draft: Draft) -> bool:
    """True if the words alone could be a heading."""
    if draft.kind != "paragraph" or draft.level < 0 or draft.opening.mark not in ("", "number"):
        return False
    text = draft.text
    if NUMBERED.match(text) and word_count(text) <= _NUMBERED_WORDS:
        return text[-1] not in ",;:"
    if not draft.short or word_count(text) > _MOST_WORDS or starts_low(text):
        return False
    if finished(text) and text[-1] not in "?!" and not text[-1].isdigit():
        return False
    return text.lstrip("“\"'«*_(")[:1].isalnum() and not _LABELLED.search(text)


def _heads_unmarked(drafts: Sequence[Draft], at: int, outline: Outline) -> bool:
    """True if a candidate stands between a finished block and the prose that it heads."""
    if not outline.candidates[at] or outline.marks_all or drafts[at].opening.mark:
        return False
    if at and not _over(drafts[at - 1], candidate=outline.candidates[at - 1]):
        return False
    above, below = _stack(outline.candidates, at)
    if below - above > _DEEPEST_STACK or below == len(drafts):
        return False
    return _is_body(drafts[below])


def _stack(candidates: Sequence[bool], at: int) -> tuple[int, int]:
    """Return the bounds of the candidates around one; it is enough to know they are too many."""
    above, below = at, at + 1
    while above and candidates[above - 1] and at - above <= _DEEPEST_STACK:
        above -= 1
    while below < len(candidates) and candidates[below] and below - at <= _DEEPEST_STACK:
        below += 1
    return above, below


def _over(draft: Draft, *, candidate: bool) -> bool:
    return draft.kind != "paragraph" or draft.level < 0 or draft.finished or candidate


def _is_body(draft: Draft) -> bool:
    if draft.kind != "paragraph":
        return draft.kind in ("table", "caption", "list_item")
    words = word_count(draft.text)
    return words >= _PROSE_WORDS or (draft.finished and words >= _SENTENCE_WORDS)


def _with_parents(drafts: list[Draft]) -> list[Draft]:
    """
    Name headings that end in a full stop: right above a heading that takes up their words.
    """
    for at in range(len(drafts) - 1):
        draft, below = drafts[at], drafts[at + 1]
        if below.kind != "heading" or draft.kind != "paragraph" or draft.opening.mark:
            continue
        if draft.text[-1:] != "." or word_count(draft.text) > _PARENT_WORDS:
            continue
        shared = set(plain_words(draft.text).split()) & set(plain_words(below.text).split())
        mine = len(set(plain_words(below.text).split()))
        if at and drafts[at - 1].finished and mine > 2 and 2 * len(shared) > mine:
            drafts[at] = replace(draft, kind="heading", level=0)
    return drafts
