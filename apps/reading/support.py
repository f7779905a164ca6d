"""The passages of a text on which claims stand beside the one that prints their value."""

from __future__ import annotations

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


class Standing(NamedTuple):
    """Where in a text a claim stands: first where its value is printed, if it is."""

    first: int
    support: tuple[Support, ...]


def standing_in(text: Text, claims: Iterable[int]) -> Mapping[int, Standing]:
    """For claims, by number, where they stand in this text."""
    placed = Evidence.objects.filter(passage__text=text, claim__in=list(claims))
    fields = ("claim", "prints_value", "passage__start", "passage", "passage__quote")
    found: dict[int, Standing] = {}
    for claim, prints_value, start, passage, quote in placed.order_by(
        "-prints_value", "passage__start"
    ).values_list(*fields):
        before = found.get(claim, Standing(start, ()))
        more = () if prints_value else (Support(passage, on_one_line(quote)),)
        found[claim] = Standing(before.first, before.support + more)
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
