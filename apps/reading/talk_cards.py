"""The card of what the team says on a passage; it stands in rows that are kept, so has no form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.reading.links import Link, address
from apps.reading.talks import PlacedTalk

CARD = (
    '<article class="card" id="{}"><div class="whole"><p class="head"><span><b>{}</b></span>'
    '<a class="close" href="#p-{}">Close</a></p>{}<p class="links"><a href="{}">Answer</a></p>'
    "</div></article>"
)
LINE = "<p><small><b>{}</b>{}</small><br>{}</p>"


@dataclass(slots=True)
class TalkCard:
    """All that the margin says about a thread."""

    anchor: str
    placed: PlacedTalk
    also: list[Link] = field(default_factory=list)
    has_template: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """What other cards call it."""
        count = len(self.placed.said)
        is_open = any(not one.is_resolved for one in self.placed.said)
        many = "1 comment" if count == 1 else f"{count} comments"
        return f"{many}, {'open' if is_open else 'resolved'}"

    @property
    def html(self) -> SafeString:
        """The card as it stands on the page."""
        lines = [
            (one.who, ", resolved" if one.is_resolved else "", one.words)
            for one in self.placed.said
        ]
        return format_html(
            CARD,
            self.anchor,
            self.name,
            self.placed.passage,
            format_html_join("", LINE, lines),
            address("reading:talk", self.placed.passage),
        )
