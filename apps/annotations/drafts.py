"""A mention as a person or a file enters it, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MentionDraft:
    """Here the source names the entity; source and entity by their slugs.

    `start` and `end` are code points into the source's text, `quote` is what stands there.
    """

    source: str
    start: int
    end: int
    entity: str
    quote: str
