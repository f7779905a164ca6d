"""Lays a text out: its blocks, what it cites, and whoever wants to know of it."""

from __future__ import annotations

from collections.abc import Sequence

from apps.accounts.models import User
from apps.domain.layout import Block as LayoutBlock
from apps.domain.layout import read_layout
from apps.sources import changes
from apps.sources.blocks import layout_of, store_blocks
from apps.sources.cited import name_stored_sources, store_bibliography
from apps.sources.models import Text
from apps.sources.models_bibliography import Reference


def lay_out(text: Text, *, by: User | None, layout: Sequence[LayoutBlock] | None = None) -> None:
    """Store blocks and bibliography of a text that has none yet."""
    store_blocks(text, read_layout(text.content or "") if layout is None else layout)
    store_bibliography(text)
    changes.tell([text.source.slug], by)


def lay_out_anew(text: Text) -> bool:
    """Whether the wording gives other blocks than are stored; the bibliography is read again."""
    layout = list(read_layout(text.content or ""))
    if layout == layout_of(text):
        store_bibliography(text)
        changes.tell([text.source.slug], None)
        return False
    text.blocks.all().delete()
    lay_out(text, by=None, layout=layout)
    return True


def name_sources_again(by: User | None) -> None:
    """See again which entries name a stored source, since one was entered or corrected."""
    changed = name_stored_sources(Reference.objects.select_related("text__source"))
    changes.tell({reference.text.source.slug for reference in changed}, by)
