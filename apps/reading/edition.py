"""Composes all of a reader's page that is the same for everybody, and keeps it until it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from apps.contradictions.models import Contradiction
from apps.reading.apparatus import Apparatus
from apps.reading.audience import Audience
from apps.reading.choice import EVERYTHING, Choice
from apps.reading.density import density
from apps.reading.flow import FlowSetter, table_name
from apps.reading.layers import Layers, load_layers
from apps.reading.marks import Shown
from apps.reading.outline import Place, outline
from apps.reading.versions import stamp
from apps.sources.models import Block, Cell, Text

KEPT_SECONDS = 300


@dataclass(frozen=True)
class Edition:
    """A text as it is set for one audience, with the counts of what is on it."""

    flow: SafeString
    outline: SafeString
    density: SafeString
    claims: int
    entities: int
    open: int
    settled: int


def edition_of(text: Text, audience: Audience, choice: Choice = EVERYTHING) -> Edition:
    """The edition of this text, as it is kept or newly composed."""
    key = f"edition-{text.pk}-{audience}-{choice.key}"
    now = stamp()
    kept: tuple[str, Edition] | None = cache.get(key)
    if kept is not None and kept[0] == now:
        return kept[1]
    edition = compose(text, audience, choice)
    cache.set(key, (now, edition), KEPT_SECONDS)
    return edition


def compose(text: Text, audience: Audience, choice: Choice = EVERYTHING) -> Edition:
    """Set the whole text; the content is loaded here, and only here."""
    blocks = list(Block.objects.filter(text=text).order_by("position"))
    cells: dict[int, list[Cell]] = {}
    for cell in Cell.objects.filter(block__text=text).order_by("block", "row", "column"):
        cells.setdefault(cell.block_id, []).append(cell)
    layers = load_layers(text, audience, choice)
    setter = FlowSetter(text.content or "", blocks, cells, Apparatus(layers))
    parts = [
        (is_outside, list(pairs))
        for is_outside, pairs in groupby(setter.pairs(), key=lambda pair: pair.is_outside)
    ]
    states = [case.is_open for case in _cases(layers)]
    return Edition(
        flow=render_to_string("reading/parts/flow.html", {"parts": parts}),
        outline=_outline(text, blocks, layers),
        density=_density(text, layers),
        claims=len({placed.claim for placed in layers.evidence}),
        entities=len({mention.entity for mention in layers.mentions}),
        open=sum(states),
        settled=len(states) - sum(states),
    )


def _cases(layers: Layers) -> Iterable[Contradiction]:
    own = {placed.claim for placed in layers.evidence}
    return {case.pk: case for claim in own for case in layers.cases.get(claim, ())}.values()


def _disputes(layers: Layers) -> Iterator[tuple[int, int]]:
    """Offsets of claims with the open contradictions in which they play a part."""
    for placed in layers.evidence:
        for case in layers.cases.get(placed.claim, ()):
            if case.is_open:
                yield placed.start, case.pk


def _outline(text: Text, blocks: Sequence[Block], layers: Layers) -> SafeString:
    content = text.content or ""
    places = [
        Place(
            start=block.start,
            end=block.end,
            anchor=f"b-{block.position}",
            words=table_name(block) if block.kind == "table" else Shown(content, block.runs).text,
            level=block.level,
            is_table=block.kind == "table",
        )
        for block in blocks
        if block.kind in ("heading", "table") and not block.is_outside
    ]
    entries = outline(places, [placed.start for placed in layers.evidence], _disputes(layers))
    return render_to_string("reading/parts/outline.html", {"entries": entries})


def _density(text: Text, layers: Layers) -> SafeString:
    starts = [mention.start for mention in layers.mentions]
    starts += [placed.start for placed in layers.evidence]
    picture = density(text.length, starts, (offset for offset, _ in _disputes(layers)))
    return render_to_string("reading/parts/density.html", {"picture": picture})
