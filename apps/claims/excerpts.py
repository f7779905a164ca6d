"""Prints of claims with the words around them, where the public may read excerpts of a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from apps.claims.models import Claim, Evidence
from apps.claims.wording import on_one_line
from apps.domain.excerpts import Place, excerpts
from apps.sources.models import Block, Source, Text
from apps.sources.rights import is_excerpted

Runs = Sequence[tuple[int, int, str]]


@dataclass(frozen=True)
class Excerpt:
    """A passage between the words that may be shown around it."""

    before: str
    quote: str
    after: str


def excerpts_for_public(claims: Iterable[Claim]) -> dict[int, Excerpt]:
    """For claims, by their keys, what the public may read of the wording around their print."""
    wanted = {claim.pk: claim for claim in claims if is_excerpted(claim.source)}
    sources = {claim.source_id: claim.source for claim in wanted.values()}
    found: dict[int, Excerpt] = {}
    for source in sources.values():
        for claim, excerpt in _of_source(source):
            if claim in wanted:
                found.setdefault(claim, excerpt)
    return found


def _of_source(source: Source) -> Iterator[tuple[int, Excerpt]]:
    """All of one source, for each depends on those before it."""
    text = source.texts.originals().current().installed().first()
    if text is None:
        return
    content, blocks = text.content or "", _prose(text)
    placed = [(claim, place, _block_of(place, blocks)) for claim, place in _passages(text)]
    told = excerpts(content, [place for _, place, block in placed if block is not None])
    for claim, place, block in placed:
        if block is not None and place in told:
            yield claim, _excerpt(content, block.runs, place, told[place])


def _passages(text: Text) -> list[tuple[int, Place]]:
    """Claims of the public with their passages, the oldest first."""
    evidence = Evidence.objects.printing().filter(
        passage__text=text, claim__in=Claim.objects.accepted()
    )
    rows = evidence.order_by("passage", "pk")
    found = rows.values_list("claim", "passage__start", "passage__end")
    return [(claim, (start, end)) for claim, start, end in found]


def _prose(text: Text) -> list[Block]:
    """Blocks of running text; tables are told by the record edition."""
    return list(text.blocks.filter(is_outside=False).exclude(kind=Block.Kind.TABLE))


def _block_of(place: Place, blocks: Iterable[Block]) -> Block | None:
    """The block one of whose runs shows the beginning of the passage."""
    start, _ = place
    return next(
        (b for b in blocks if any(first <= start < last for first, last, _ in b.runs)), None
    )


def _excerpt(content: str, runs: Runs, passage: Place, shown: Place) -> Excerpt:
    (start, end), (low, high) = passage, shown
    return Excerpt(
        before=" ".join(shown_between(content, runs, low, start).split()),
        quote=on_one_line(content[start:end]),
        after=" ".join(shown_between(content, runs, end, high).split()),
    )


def shown_between(content: str, runs: Runs, start: int, end: int) -> str:
    """What the runs show between two offsets: without line-end hyphens and the like."""
    return "".join(
        content[max(first, start) : min(last, end)] + (glue if last <= end else "")
        for first, last, glue in runs
        if first < end and last > start
    )
