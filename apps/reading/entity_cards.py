"""The card of an entity that a row names. Pages hold hundreds, so it is set without a template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.entities.models import Entity
from apps.reading.links import Link, address

CARD = (
    '<article class="card" id="{}"><div class="whole"><p class="head"><span><b>{}</b> {}, {}</span>'
    '<a class="close" href="#{}">Close</a></p>'
    '<p><a href="{}">All that is said about it</a></p>{}'
    '<p class="links"><a rel="bookmark" href="{}">Link</a> '
    '<a href="cite/?passage={}">Cite</a></p></div></article>'
)
ALSO = "<p><small>Also here: {}</small></p>"


@dataclass(slots=True)
class EntityCard:
    """All that the margin says about an entity."""

    anchor: str
    passage: str
    label: str
    kind: str
    url: str
    here: int
    also: list[Link] = field(default_factory=list)
    has_template: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """What other cards call it."""
        return self.label

    @property
    def html(self) -> SafeString:
        """The card as it stands on the page."""
        passage = self.passage.removeprefix("p-")
        times = "1 mention here" if self.here == 1 else f"{self.here} mentions here"
        return format_html(
            CARD,
            self.anchor,
            self.label,
            self.kind,
            times,
            self.passage,
            self.url,
            self._also_here(),
            address("reading:passage", passage),
            passage,
        )

    def _also_here(self) -> SafeString:
        if not self.also:
            return SafeString("")
        links = ((link.anchor, link.words) for link in self.also)
        return format_html(ALSO, format_html_join("; ", '<a href="#{}">{}</a>', links))


def entity_card(entity: Entity, anchor: str, passage: str, here: int) -> EntityCard:
    """The card of an entity that is named `here` times in this text."""
    return EntityCard(
        anchor=anchor,
        passage=passage,
        label=entity.label,
        kind=entity.get_kind_display(),
        url=address("reading:entity", entity.slug),
        here=here,
    )
