"""Loads what the team says on the passages of a text."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from apps.contradictions.models import Comment
from apps.reading.sight import Sight, Stretches, lies_within


class Said(NamedTuple):
    """A comment in short."""

    who: str
    words: str
    is_resolved: bool


class PlacedTalk(NamedTuple):
    """What the team says on a passage, and where that lies."""

    passage: int
    start: int
    end: int
    said: tuple[Said, ...]


def talks(sight: Sight, within: Stretches) -> tuple[PlacedTalk, ...]:
    """The threads of the team; the public has none."""
    comments = Comment.objects.filter(lies_within(within), passage__text=sight.text)
    threads: dict[tuple[int, int, int], list[Said]] = defaultdict(list)
    for one in comments.select_related("passage", "by").order_by("passage__start", "pk"):
        assert one.passage is not None
        place = (one.passage.pk, one.passage.start, one.passage.end)
        threads[place].append(Said(one.by.display_name, one.words, one.is_resolved))
    return tuple(PlacedTalk(*place, tuple(said)) for place, said in threads.items())
