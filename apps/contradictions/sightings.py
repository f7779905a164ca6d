"""The places in texts that a case is about, each in the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apps.claims.excerpts import shown_between
from apps.claims.wording import on_one_line
from apps.contradictions.models import Sighting
from apps.sources.models import Block
from apps.sources.rights import Person, may_read_original

WORDS_AROUND = 20


@dataclass(frozen=True)
class Seen:
    """A place of a text, ready for its page; without words where these may not be read."""

    source: str
    part: str
    quote: str
    before: str
    after: str
    is_shown: bool
    address: str


def seen_in(sightings: Iterable[Sighting], person: Person) -> list[Seen]:
    """The places of a case, in their order, in the words that this person may read."""
    return [_seen(sighting, person) for sighting in sightings]


def _seen(sighting: Sighting, person: Person) -> Seen:
    text = sighting.text
    may_read = may_read_original(text.source, person) and text.is_installed
    before, after = _around(sighting) if may_read else ([], [])
    return Seen(
        source=text.source.short_name,
        part=sighting.part,
        quote=on_one_line(sighting.quote),
        before=" ".join(before[-WORDS_AROUND:]),
        after=" ".join(after[:WORDS_AROUND]),
        is_shown=may_read,
        address=f"{text.source.get_absolute_url()}?at={sighting.start}",
    )


def _around(sighting: Sighting) -> tuple[list[str], list[str]]:
    """The words of its block before and behind it."""
    around = Block.objects.filter(
        text=sighting.text_id, start__lte=sighting.start, end__gte=sighting.end
    )
    block = min(around, key=lambda block: block.end - block.start, default=None)
    content = sighting.text.content or ""
    runs = block.runs if block else []
    before = shown_between(content, runs, 0, sighting.start)
    after = shown_between(content, runs, sighting.end, len(content))
    return before.split(), after.split()
