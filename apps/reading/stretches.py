"""The stretch of a text that somebody selected, and what of it a form shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from apps.annotations.deciding import Proposal
from apps.claims.neighbours import spot_of
from apps.claims.wording import on_one_line
from apps.domain.refusals import Refusal
from apps.reading.frame import frame_of
from apps.reading.suggestions import proposal_at
from apps.sources.models import Source, Text

LONGEST = 2_000


@dataclass(frozen=True)
class Stretch:
    """Characters of a text between two offsets."""

    text: Text
    start: int
    end: int

    @property
    def quote(self) -> str:
        """What stands there, to the character."""
        return (self.text.content or "")[self.start : self.end]

    @property
    def shown(self) -> str:
        """The same on one line, as it is read."""
        return on_one_line(self.quote)

    @property
    def block(self) -> int:
        """The first block of the row that shows it."""
        return frame_of(self.text).row_at(self.start).position


def suggested_at(stretch: Stretch, kinds: Collection[str]) -> Proposal | None:
    """The suggestion that takes just this stretch, if there is one of these kinds."""
    block = spot_of(stretch.text, stretch.start, stretch.end).block
    place = (stretch.start, stretch.end)
    return None if block is None else proposal_at(stretch.text, block, place, kinds)


def text_to_mark(slug: str) -> Text:
    """The present original of a source, with its wording; 404 where it is not here."""
    source = get_object_or_404(Source, slug=slug)
    text = source.texts.originals().current().installed().select_related("source").first()
    if text is None:
        raise Http404("This source has no text here in which anything could be marked.")
    return text


def stretch_of(text: Text, asked: Mapping[str, str]) -> Stretch:
    """The stretch that an address or a form names; what it quotes has to stand there."""
    start, end = _offset(asked, "start"), _offset(asked, "end")
    if not start < end <= text.length:
        raise Refusal(
            f"There is no passage from {start} to {end} in this text, which has {text.length:,} "
            "characters.",
            remedy="Select it in the text again.",
        )
    if end - start > LONGEST:
        raise Refusal(
            f"The passage has {end - start:,} characters; {LONGEST:,} fit.",
            remedy="Select a sentence, or less.",
        )
    found = Stretch(text, start, end)
    if not found.quote.strip():
        raise Refusal("Nothing but blanks is selected.", remedy="Select a word.")
    return found


def _offset(asked: Mapping[str, str], name: str) -> int:
    words = asked.get(name, "")
    if not (words.isascii() and words.isdigit() and len(words) < 10):
        raise Refusal(
            "It is not said which passage is meant.", remedy="Select it in the text again."
        )
    return int(words)
