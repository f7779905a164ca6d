"""Lets cards whose passages share characters name each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Link:
    """A place on this page and what it is called."""

    anchor: str
    words: str


class Linked(Protocol):
    """A card that can be named by others, and names them under “also here”."""

    anchor: str
    also: list[Link]

    @property
    def name(self) -> str: ...


def link_overlapping(cards: Iterable[tuple[int, int, Linked]]) -> None:
    """A mark opens one card; these links are the way to the others under it."""
    placed = sorted(cards, key=lambda entry: (entry[0], -entry[1]))
    for index, (_, end, card) in enumerate(placed):
        for start, _, other in placed[index + 1 :]:
            if start >= end:
                break
            if other is not card:
                _link(card, other)
                _link(other, card)


def _link(card: Linked, other: Linked) -> None:
    link = Link(other.anchor, other.name)
    if link not in card.also:
        card.also.append(link)


@lru_cache(maxsize=10_000)
def address(name: str, argument: str | int) -> str:
    """Addresses repeat a great deal on a page, and finding one out takes its time."""
    return reverse(name, args=[argument])
