"""The card of what somebody marked apart; nobody else sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.reading.links import Link, address

CARD = (
    '<article class="card" id="{}"><div class="whole"><p class="head"><span><b>{}</b> {}</span>'
    '<a class="close" href="#p-{}">Close</a></p><p class="links"><a href="{}">Take it back</a></p>'
    "</div></article>"
)


@dataclass(slots=True)
class OwnCard:
    """What one marked, and the way to take it back."""

    anchor: str
    name: str
    kind: str
    number: int
    also: list[Link] = field(default_factory=list)
    has_template: ClassVar[bool] = False

    @property
    def html(self) -> SafeString:
        """The card as it stands on the page."""
        back = address("reading:own-mark", self.number)
        return format_html(CARD, self.anchor, self.name, self.kind, self.anchor, back)
