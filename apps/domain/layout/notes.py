"""Lists, footnotes and reference entries differ by where they stand and what points at them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from apps.domain.layout.customs import REFERENCE_WORDS, plain_words
from apps.domain.layout.drafts import Draft, without_lead
from apps.domain.layout.headings import is_dateline
from apps.domain.layout.openings import successors

# A note's number is glued to the word or stop that it follows: "since then.2 After".
_GLUED = re.compile(r"(?<=[^\W\d_.,;:!?”\"’»)\]…])[.,;:!?”\"’»)\]…]{1,3}(\d{1,3})(?=[\s—–]|$)")
_BRACKETED = re.compile(r"\[\^?(\d{1,3})\]")
_NOTE_WORDS = frozenset(
    "notes|footnotes|endnotes|примечания|сноски|przypisy|chú thích|anmerkungen".split("|")
)
_POINTED_AT = 0.5  # of the numbers of a series must stand as marks in the text


def name_lists(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with list items and footnotes named."""
    return [
        replace(without_lead(draft), kind="list_item")
        if draft.kind == "paragraph" and draft.opening.mark == "bullet"
        else draft
        for draft in _named_series(list(drafts))
    ]


def name_references(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the entries below "References" and its like named."""
    named: list[Draft] = []
    listing = False
    for draft in drafts:
        if draft.kind == "heading":
            listing = plain_words(draft.text) in REFERENCE_WORDS
        elif listing and is_dateline(draft.text):
            listing = False
        elif listing and draft.kind in ("paragraph", "list_item", "footnote"):
            named.append(_as_reference(draft))
            continue
        named.append(draft)
    return named


def _as_reference(draft: Draft) -> Draft:
    if draft.kind == "paragraph" and draft.opening.mark == "number":
        draft = replace(without_lead(draft), label=draft.opening.label)
    return replace(draft, kind="reference", label=draft.label.strip("[^](). "))


def _named_series(drafts: list[Draft]) -> list[Draft]:
    """Name the drafts whose numbers follow each other."""
    pointed_at = _numbers_pointed_at(drafts)
    for series in _series(drafts):
        numbers = {drafts[at].opening.number for at in series}
        notes = (
            drafts[series[0]].opening.label.startswith("[^")
            or (series[0] and plain_words(drafts[series[0] - 1].text) in _NOTE_WORDS)
            or len(numbers & pointed_at) >= _POINTED_AT * len(numbers)
        )
        for at in series:
            label = drafts[at].opening.label
            drafts[at] = replace(
                without_lead(drafts[at]),
                kind="footnote" if notes else "list_item",
                label=label.strip("[^]().") if notes else label,
            )
    return drafts


def _series(drafts: Sequence[Draft]) -> Iterator[range]:
    """Yield the stretches of drafts that count on: 1., 2., 3.; a lone number is no series."""
    start = 0
    for at in range(1, len(drafts) + 1):
        goes_on = (
            at < len(drafts)
            and drafts[at].kind == drafts[at - 1].kind == "paragraph"
            and successors(drafts[at - 1].opening, drafts[at].opening)
        )
        if goes_on:
            continue
        if at - start > 1 or drafts[start].opening.label.startswith("[^"):
            yield range(start, at)
        start = at


def _numbers_pointed_at(drafts: Sequence[Draft]) -> set[int]:
    """Return the numbers that stand as note marks in running text."""
    texts = [draft.text for draft in drafts if draft.prose]
    return {
        int(number)
        for text in texts
        for pattern in (_GLUED, _BRACKETED)
        for number in pattern.findall(text)
    }
