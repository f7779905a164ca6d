"""The passages of a text on which claims stand beside the one that prints their value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from apps.claims.models import Evidence
from apps.claims.wording import on_one_line
from apps.claims.written import as_support, support_in
from apps.reading.stretches import Stretch, stretch_of
from apps.sources.models import Text


class Support(NamedTuple):
    """A passage that supports a claim."""

    passage: int
    quote: str


def support_of(text: Text, claims: Iterable[int]) -> Mapping[int, tuple[Support, ...]]:
    """For claims, by number, the passages of this text that support them, in reading order."""
    beside = Evidence.objects.supporting().filter(passage__text=text, claim__in=list(claims))
    rows = beside.order_by("passage__start", "passage__end")
    found: dict[int, tuple[Support, ...]] = defaultdict(tuple)
    for claim, passage, quote in rows.values_list("claim", "passage", "passage__quote"):
        found[claim] += (Support(passage, on_one_line(quote)),)
    return found


class Chip(NamedTuple):
    """A passage in the form of a claim: its number there, and what is left without it."""

    number: int
    stretch: Stretch
    rest: str


def chips_of(text: Text, typed: str) -> list[Chip]:
    """The other passages that a form names; the one that prints the value is the first."""
    places = support_in(typed)
    return [
        Chip(
            number,
            stretch_of(text, {"start": str(place[0]), "end": str(place[1])}),
            as_support(other for other in places if other != place),
        )
        for number, place in enumerate(places, start=2)
    ]
