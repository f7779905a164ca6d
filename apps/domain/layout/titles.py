"""The front of an article names it: which of its short lines is the title?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from apps.domain.layout.customs import names_section
from apps.domain.layout.drafts import Draft
from apps.domain.layout.sentences import word_count

_ABSTRACT = re.compile(
    r"^[*_#\s]*(?:abstract|summary|streszczenie|abstrakt|аннотация|реферат|résumé|resumen|"
    r"zusammenfassung|tóm tắt|анотація)[*_]*\s*(?:[.:—–]|$)",
    re.I,
)
_CONTACT = re.compile(
    r"https?:|www\.|@|\b(?:doi|orcid|udc|issn|isbn|удк)\b|\b\d{4}\b.*\b\d+\(\d+\)", re.I
)
_INSTITUTION = re.compile(
    r"\b(?:university|institute|faculty|academy|department|school|college|cent(?:re|er)|"
    r"universit\w+|instytut|wydział|институт|университет|академия|đại học|học viện)\b",
    re.I,
)
_SMALL_WORDS = frozenset("the a an of in on for and to from with как и в на о с w i z na".split())
_LONGEST_FRONT = 10
_BODY_WORDS = 12  # a paragraph this long shows that the front is over
_TAIL_WORDS = 30  # prose before the title this long is the tail of another work


def name_titles(drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return the drafts with the titles named, and marked where they belong to another work.

    A title stands above a byline, above an abstract, or first of all. The first is the
    work's own (level 1), later ones are its translations (level 2). The other short lines of
    a front (authors, institutes, rubrics) are paragraphs and keep the level -1 until the
    headings are found, so that they are not taken for any.
    """
    named = list(drafts)
    own = _title_of_second_work(named)
    if own is not None:
        named[:own] = [replace(draft, outside=True) for draft in named[:own]]
    first_front = own or 0
    level = 1
    for front in _fronts(named, first_front):
        title = _title_in(named, front)
        for at in front:
            named[at] = replace(named[at], level=-1)
        if title is not None:
            named[title] = replace(named[title], kind="heading", level=level)
            level = 2
    return named


def _title_of_second_work(drafts: Sequence[Draft]) -> int | None:
    """Return the title that a byline proves, if prose of another work stands before it."""
    bylines = [at for at, draft in enumerate(drafts) if draft.opening.mark == "byline"]
    if len(bylines) != 1 or bylines[0] < 2:
        return None
    title = bylines[0] - 1
    if not (drafts[title].prose and drafts[title].short):
        return None
    before, after = _extent(drafts[:title]), _extent(drafts[title + 2 :])
    tail = any(word_count(draft.text) >= _TAIL_WORDS for draft in drafts[:title])
    return title if tail and before < after else None


def _extent(drafts: Sequence[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)


def _fronts(drafts: Sequence[Draft], first: int) -> list[range]:
    """Return the stretches of short lines above each abstract, else the one at the start."""
    openers = [at for at in range(first, len(drafts)) if _ABSTRACT.match(drafts[at].text[:40])]
    fronts = [_front_above(drafts, at, first) for at in openers]
    if not openers:
        fronts = [_front_at_start(drafts, first)]
    return [front for front in fronts if front]


def _front_above(drafts: Sequence[Draft], end: int, first: int) -> range:
    start = end
    while start > first and end - start < _LONGEST_FRONT and _in_front(drafts[start - 1]):
        start -= 1
    return range(start, end)


def _front_at_start(drafts: Sequence[Draft], first: int) -> range:
    end = first
    while end < len(drafts) and end - first < _LONGEST_FRONT and _in_front(drafts[end]):
        end += 1
    if end == len(drafts) or word_count(drafts[end].text) < _BODY_WORDS:
        return range(first, first)
    sections = [at for at in range(first, end) if names_section(drafts[at].text)]
    return range(first, sections[0] if sections else end)


def _in_front(draft: Draft) -> bool:
    if draft.kind != "paragraph" or draft.opening.mark not in ("", "byline"):
        return False
    return draft.short or draft.stanza


def _title_in(drafts: Sequence[Draft], front: range) -> int | None:
    """Return the draft of a front that reads most like a title."""
    for at in front[1:]:
        if drafts[at].opening.mark == "byline":
            return at - 1
    bold = [at for at in front if re.match(r"^\*\*.+\*\*$", drafts[at].text)]
    if bold:
        return bold[0]
    likely = [at for at in front if drafts[at].short and not _CONTACT.search(drafts[at].text)]
    phrases = [at for at in likely if not is_name_like(drafts[at].text)]
    if phrases:
        return max(phrases, key=lambda at: _weight(drafts[at].text))
    return likely[0] if likely else None


def _weight(text: str) -> float:
    weight = sum(any(char.isalpha() for char in word) for word in text.split())
    return weight / 2 if _INSTITUTION.search(text) else weight


def is_name_like(text: str) -> bool:
    """True for two to four words written large, as people's names are."""
    words = text.split()
    if not 2 <= len(words) <= 4 or any(char.isdigit() for char in text):
        return False
    if any(word.lower() in _SMALL_WORDS for word in words):
        return False
    return all((word[0].isupper() and not word.isupper()) or len(word) < 3 for word in words)
