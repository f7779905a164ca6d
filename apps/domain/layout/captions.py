"""Captions and "Source:" lines stand above or below their table; here they find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from apps.domain.layout.drafts import Draft
from apps.domain.layout.sentences import word_count

_MOST_WORDS = 45  # longer ones are paragraphs that happen to begin like a caption


def name_captions(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with captions and origins named and tied to their tables."""
    named = [_captioned(draft) for draft in drafts]
    _tie_captions(named)
    _tie_origins(named)
    return named


def _captioned(draft: Draft) -> Draft:
    if draft.kind == "table" or draft.opening.mark != "caption":
        return draft
    if word_count(draft.text) > _MOST_WORDS:
        return draft
    return replace(draft, kind="caption", label=draft.opening.label)


def _tie_captions(drafts: list[Draft]) -> None:
    """Tie each table to the caption above it, else to the one below, if that is still free."""
    for at, draft in enumerate(drafts):
        if draft.kind != "table":
            continue
        for near in (at - 1, at + 1):
            if 0 <= near < len(drafts) and _is_free(drafts[near]):
                drafts[near] = replace(drafts[near], of=at)
                drafts[at] = replace(draft, label=drafts[near].label)
                break


def _is_free(draft: Draft) -> bool:
    return draft.kind == "caption" and draft.of is None


def _tie_origins(drafts: list[Draft]) -> None:
    """An origin follows a table, a caption or another origin, and belongs where they do."""
    for at, draft in enumerate(drafts):
        if draft.opening.mark != "origin" or at == 0:
            continue
        above = drafts[at - 1]
        if above.kind == "table":
            drafts[at] = replace(draft, kind="origin", of=at - 1)
        elif above.kind in ("caption", "origin"):
            drafts[at] = replace(draft, kind="origin", of=above.of)
