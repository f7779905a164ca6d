"""Levels make the outline; where type sizes are lost, the order of headings still tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from apps.domain.layout.customs import NUMBERED
from apps.domain.layout.drafts import Draft
from apps.domain.layout.headings import is_marked

_SECTION = 2  # 1 is the work's title
_DEEPEST = 6


@dataclass(slots=True)
class _Levels:
    """`base` is where unmarked headings begin, `current` where the last one stood."""

    base: int = _SECTION
    current: int = _SECTION


def set_levels(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with a level for each heading that has none yet."""
    levels = _Levels()
    levelled: list[Draft] = []
    for at, draft in enumerate(drafts):
        if draft.kind == "heading" and draft.level == 0:
            above = levelled[-1] if levelled else None
            below = drafts[at + 1] if at + 1 < len(drafts) else None
            level = min(_level(draft, above, below, levels), _DEEPEST)
            levelled.append(replace(draft, level=level))
            continue
        if draft.kind == "heading":
            levels.base = levels.current = _SECTION
        levelled.append(draft)
    return levelled


def _level(draft: Draft, above: Draft | None, below: Draft | None, levels: _Levels) -> int:
    if draft.opening.mark == "hash":
        return len(draft.opening.label)
    if is_marked(draft):
        return _marked_level(draft, levels)
    stacked = above is not None and above.kind == "heading" and above.level > 1
    if stacked and above is not None:
        levels.current = above.level + 1
    elif below is not None and below.kind == "heading" and not is_marked(below):
        levels.current = levels.base
    return levels.current


def _marked_level(draft: Draft, levels: _Levels) -> int:
    """Number 2.1 lies one deeper than 2., and unmarked headings lie below numbered ones."""
    number = NUMBERED.match(draft.text)
    if number is None:
        levels.base = levels.current = _SECTION
        return _SECTION
    depth = _SECTION + (number[1] or "").count(".")
    levels.base = levels.current = depth + 1
    return depth
