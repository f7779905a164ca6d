"""Where a person stopped in a text, told so that they can go on there."""

from __future__ import annotations

from dataclasses import dataclass

from apps.annotations.models import Place
from apps.sources.models import Block, Text
from apps.sources.rights import Person


@dataclass(frozen=True)
class Stopped:
    """The block at which the person stopped, and how far into the text that is."""

    block: int
    offset: int
    per_cent: int


def stopped_at(text: Text, person: Person) -> Stopped | None:
    """The person's place; somebody without an account has one in their browser only."""
    if not person.is_authenticated:
        return None
    place = Place.objects.filter(person=person.pk, text=text).first()
    if place is None:
        return None
    block = Block.objects.filter(text=text, start__lte=place.offset).order_by("-start").first()
    if block is None:
        return None
    return Stopped(block.position, place.offset, place.offset * 100 // max(text.length, 1))
