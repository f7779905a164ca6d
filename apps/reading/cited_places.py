"""Names the place of a source that somebody wants to cite: a claim, a passage, a block."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from apps.annotations.models import Passage
from apps.reading.audience import Audience
from apps.reading.places import claims_seen_by
from apps.sources.models import Block, Source, Text


@dataclass(frozen=True)
class CitedPlace:
    """What the place is called in a citation, and its lasting address."""

    words: str
    path: str


def cited_place(source: Source, asked: QueryDict, audience: Audience) -> CitedPlace:
    """The place that the address names by ?claim=, ?passage= or ?block=, else the whole source."""
    claim, passage, block = (asked.get(name, "") for name in ("claim", "passage", "block"))
    if claim:
        found = get_object_or_404(claims_seen_by(audience), key=_printable(claim), source=source)
        evidence = found.evidence.printing().order_by("-passage__text__kind").first()
        words = _words(evidence.passage) if evidence else ""
        return CitedPlace(words, found.get_absolute_url())
    if passage:
        shown = get_object_or_404(Passage, pk=_number(passage), text__source=source)
        return CitedPlace(_words(shown), reverse("reading:passage", args=[shown.pk]))
    if block:
        text = get_object_or_404(Text.objects.originals().current(), source=source)
        here = get_object_or_404(Block, text=text, position=_number(block))
        return CitedPlace(_block_words(here), f"{source.get_absolute_url()}#b-{here.position}")
    return CitedPlace("", source.get_absolute_url())


def _words(passage: Passage) -> str:
    """The table that holds the passage, else its characters."""
    tables = Block.objects.filter(text=passage.text_id, kind=Block.Kind.TABLE).exclude(label="")
    table = tables.filter(start__lte=passage.start, end__gte=passage.end).first()
    return table.label if table else f"characters {passage.start}–{passage.end}"


def _block_words(block: Block) -> str:
    return (
        block.label
        if block.kind == Block.Kind.TABLE and block.label
        else (f"{block.get_kind_display()} {block.position}")
    )


def _number(asked: str) -> int:
    """A key of the database; what is none finds nothing."""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else -1


def _printable(key: str) -> str:
    return key if key.isprintable() else ""
