"""Reads the bibliography of a text into rows, and finds which stored sources it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from apps.domain.layout import Block as LayoutBlock
from apps.domain.layout import content_span, shown, shown_span
from apps.domain.references import (
    Call,
    Entry,
    Link,
    Outcome,
    calls_in,
    folded,
    links_of,
    read_entry,
)
from apps.sources.blocks import layout_of
from apps.sources.models import Source, Text
from apps.sources.models_bibliography import CALLED, PLAIN, Citation, Reference

# A work is the same one if so much of its title is, and some author.
SAME_TITLE = 93
CITING = ("paragraph", "list_item", "caption", "origin")

Placed = tuple[int, LayoutBlock]


def store_bibliography(text: Text) -> None:
    """Store entries and citations of a text anew, from its blocks as they are stored."""
    content, layout = text.content or "", layout_of(text)
    placed = [(place, block) for place, block in enumerate(layout) if not block.outside]
    listed = [(place, block) for place, block in placed if block.kind == "reference"]
    notes = [(place, block) for place, block in placed if block.kind == "footnote"]
    entries = listed or notes
    read = [read_entry(shown(content, block), _italic(block)) for _, block in entries]
    text.references.all().delete()
    text.citations.all().delete()
    Reference.objects.bulk_create(_references(text, entries, read))
    citing = [(place, block) for place, block in placed if block.kind in CITING]
    found = list(_citations(content, citing, read if listed else []))
    found += _calls_of_notes(citing, {place: at for at, (place, _) in enumerate(entries)})
    found.sort(key=lambda citation: citation.start)
    for position, citation in enumerate(found):
        citation.text, citation.position = text, position
    Citation.objects.bulk_create(found)
    name_stored_sources(text.references.all())


def _italic(block: LayoutBlock) -> list[tuple[int, int]]:
    """Where the shown text of a block is set in italics."""
    return [
        shown_span(block, style.start, style.end)
        for style in block.styles
        if style.face == "italic"
    ]


def _references(
    text: Text, blocks: Sequence[Placed], entries: Sequence[Entry]
) -> Iterator[Reference]:
    for position, ((place, block), entry) in enumerate(zip(blocks, entries, strict=True)):
        yield Reference(
            text=text,
            position=position,
            block=place,
            start=block.start,
            end=block.end,
            authors=[[author.family, author.given] for author in entry.authors],
            places={
                name: content_span(block, start, end) for name, (start, end) in entry.places.items()
            },
            **{name: getattr(entry, name) for name in PLAIN},
        )


def _citations(
    content: str, blocks: Sequence[Placed], entries: Sequence[Entry]
) -> Iterator[Citation]:
    if not entries:
        return
    for place, block in blocks:
        for call, link in links_of(calls_in(shown(content, block)), entries):
            yield _citation(place, block, call, link)


def _citation(place: int, block: LayoutBlock, call: Call, link: Link) -> Citation:
    start, end = content_span(block, call.start, call.end)
    parts = {"year": call.year_at, "pages": call.pages_at}
    return Citation(
        block=place,
        start=start,
        end=end,
        shape=call.shape,
        names=list(call.names),
        whole=call.whole,
        year=call.year,
        letter=call.letter,
        day=call.day,
        volume=call.volume,
        pages=call.pages,
        places={name: content_span(block, *at) for name, at in parts.items() if at[1]},
        outcome=link.outcome,
        meant=list(link.entries),
    )


def _calls_of_notes(blocks: Sequence[Placed], notes: dict[int, int]) -> Iterator[Citation]:
    """The raised numbers that call a note which stands for an entry."""
    for place, block in blocks:
        for style in block.styles:
            if style.face == "note_call" and style.to in notes:
                yield Citation(
                    block=place,
                    start=style.start,
                    end=style.end,
                    shape=CALLED,
                    outcome=Outcome.LINKED,
                    meant=[notes[int(style.to)]],
                )


def name_stored_sources(references: Iterable[Reference]) -> list[Reference]:
    """Say of each entry which stored source it names, if any; those where that has changed."""
    sources, changed = list(Source.objects.all()), []
    for reference in references:
        named = next((source for source in sources if _is(source, reference)), None)
        if reference.cites_id != (named.pk if named else None):
            reference.cites = named
            changed.append(reference)
    Reference.objects.bulk_update(changed, ["cites"], batch_size=500)
    return changed


def _is(source: Source, reference: Reference) -> bool:
    if source.doi and source.doi.casefold() == reference.doi.casefold():
        return True
    known, given = folded(source.title), folded(reference.title)
    if min(len(known.split()), len(given.split())) < 3 or fuzz.ratio(known, given) < SAME_TITLE:
        return False
    families = {folded(author.get("family", "")) for author in source.authors}
    signed = {folded(family) for family, _ in reference.authors}
    return not families or not signed or bool(families & signed)
