"""A page ends where the paper ends, often in mid-sentence: here the halves meet again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from apps.domain.layout.drafts import Draft, joined, without_lead
from apps.domain.layout.seams import SOFT_HYPHEN, address_goes_on
from apps.domain.layout.sentences import (
    abbreviated,
    dangling,
    starts_address,
    starts_low,
    word_count,
)
from apps.domain.layout.setting import Setting
from apps.domain.layout.words import Words

_SHORTEST_CUT = 40  # a shorter draft without a full stop is rather a heading
_SENTENCE_INSIDE = re.compile(r"\w{3}[.!?]\s\s?\w")
_FIRST_WORD = re.compile(r"^[“\"'‘«(\[]*([^\W\d_]+)")
_FLOATING = ("caption", "origin")


def healed(drafts: Sequence[Draft], setting: Setting, words: Words) -> list[Draft]:
    """Return the drafts with all sentences joined that a page break or a table cut in two."""
    done: list[list[Draft]] = []
    open_group: list[Draft] = []
    floats: list[list[Draft]] = []
    for draft in drafts:
        if _floats(draft):
            floats.append([draft])
            continue
        if open_group and _meets(open_group, draft, setting, words, behind=bool(floats)):
            open_group.append(without_lead(draft))
        else:
            done.extend([open_group] if open_group else [])
            open_group = [draft]
        done.extend(floats)
        floats = []
    done.extend([open_group] if open_group else [])
    return _in_order(joined(group, words) for group in (*done, *floats))


def _meets(
    group: Sequence[Draft], draft: Draft, setting: Setting, words: Words, *, behind: bool
) -> bool:
    if behind:
        return _meets_behind_floats(group[-1], draft)
    return goes_on(group, draft, setting, words)


def goes_on(group: Sequence[Draft], draft: Draft, setting: Setting, words: Words) -> bool:
    """True if a draft continues the sentence or entry that the group before it left open."""
    last = group[-1]
    if last.stanza or draft.stanza:
        return False
    if last.kind != "paragraph" or last.opening.mark in ("hash", "byline", *_FLOATING):
        return False
    if draft.opening.mark == "bullet":
        address = draft.text[draft.opening.lead :]
        return last.text.endswith(":") and starts_address(address)
    if not draft.prose:
        return False
    if address_goes_on(last.text, draft.text) or _is_cut_word(last.text, draft.text):
        return True
    if _length(group) < _SHORTEST_CUT:
        return False
    if last.finished:
        return abbreviated(last.text) and starts_low(draft.text)
    if starts_low(draft.text) or dangling(last.text):
        return True
    return (setting.flowing and last.flows) or _leads_to_name(group, draft, words)


def _meets_behind_floats(last: Draft, draft: Draft) -> bool:
    """True if only a table with its caption and origin stands between two halves."""
    if not (last.kind == "paragraph" and last.opening.mark in ("", "bullet", "number")):
        return False
    if not draft.prose or last.finished or len(last.text) < _SHORTEST_CUT:
        return False
    if last.stanza or draft.stanza:
        return False
    return starts_low(draft.text)


def _floats(draft: Draft) -> bool:
    return draft.kind == "table" or draft.opening.mark in _FLOATING


def _is_cut_word(tail: str, head: str) -> bool:
    if tail.endswith(SOFT_HYPHEN):
        return True
    return tail[-1:] in "-‐" and tail[-2:-1].isalnum() and head[:1].isalnum()


def _length(group: Sequence[Draft]) -> int:
    """Return how long the open sentence is; the last drafts tell enough."""
    return sum(len(draft.text) for draft in group[-3:])


def _leads_to_name(group: Sequence[Draft], draft: Draft, words: Words) -> bool:
    """
    True if running prose stops at a letter and goes on with a word that is always a name.

    Prose, because a heading too ends without a full stop and may have a name below it.
    """
    first = _FIRST_WORD.match(draft.text)
    last = group[-1].text
    if first is None or first[1] not in words.names or not last[-1:].isalpha():
        return False
    return bool(_SENTENCE_INSIDE.search(last)) and word_count(last) > 25


def _in_order(drafts: Iterable[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: draft.start)
