"""A text as rules about its print see it: plain values, without a database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apps.contradictions.findings import Spot
from apps.domain.layout import Block, content_span, shown
from apps.domain.references import Call, Entry, Outcome


@dataclass(frozen=True)
class PrintedEntry:
    """A reference entry; `stored` is what the stored source that it names says of itself.

    `wording` is the wording of that source, where it is installed.
    """

    name: str
    start: int
    end: int
    entry: Entry
    stored: Entry | None = None
    wording: str = ""


@dataclass(frozen=True)
class PrintedCitation:
    """A citation; `meant` are the entries that it may mean, likeliest first."""

    name: str
    call: Call
    outcome: Outcome
    meant: tuple[PrintedEntry, ...]


@dataclass(frozen=True)
class PrintedText:
    """The wording of a source with its blocks, its bibliography and its citations."""

    source: str
    label: str
    published: str
    text: int
    content: str
    blocks: tuple[Block, ...] = ()
    entries: tuple[PrintedEntry, ...] = ()
    citations: tuple[PrintedCitation, ...] = ()

    def spot(self, span: tuple[int, int], name: str) -> Spot:
        """A stretch of the content that plays a part."""
        start, end = span
        return Spot(self.source, self.text, start, end, self.content[start:end], name)

    def spot_in(self, block: Block, start: int, end: int, name: str) -> Spot:
        """A stretch of what a block shows."""
        return self.spot(content_span(block, start, end), name)

    def part(self, entry: PrintedEntry, part: str) -> Spot:
        """A part of an entry, or the whole where it is not known to stand anywhere."""
        return self.spot(entry.entry.places.get(part, (entry.start, entry.end)), "reference")

    def shown(self, block: Block) -> str:
        """What the block shows."""
        return shown(self.content, block)


def in_order(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Each spot once, as they come."""
    return tuple(dict.fromkeys(spots))
