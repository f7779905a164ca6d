"""Leads from the words that cite a work to its entry, and on to the source where that is here."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.urls import reverse

from apps.reading.marks import Face
from apps.sources.models import Text
from apps.sources.models_bibliography import CALLED

Works = tuple[tuple[int, str], ...]


def stored_works(text: Text) -> Works:
    """The entries of the text, by their position, that are sources here, with their slugs."""
    named = text.references.exclude(cites=None).order_by("position")
    return tuple(named.values_list("position", "cites__slug"))


def ways_to_works(text: Text, blocks: Collection[int], works: Works) -> dict[int, list[Face]]:
    """What to set in these blocks, given by position: calls as links, signs of stored sources."""
    stored = {position: reverse("reading:source", args=[slug]) for position, slug in works}
    faces: dict[int, list[Face]] = {}
    calls = text.citations.filter(block__in=blocks).exclude(shape=CALLED).exclude(meant=[])
    placed = list(calls.values_list("block", "start", "end", "meant"))
    entries = _entries(text, {meant[0] for *_, meant in placed})
    for block, start, end, (likeliest, *_) in placed:
        own = faces.setdefault(block, [])
        own.append(Face(start, end, "citation", entries[likeliest]))
        own += _sign(end, stored, likeliest)
    here = text.references.filter(block__in=blocks, position__in=stored)
    for block, end, position in here.values_list("block", "end", "position"):
        faces.setdefault(block, []).extend(_sign(end, stored, position))
    return faces


def _entries(text: Text, positions: Collection[int]) -> dict[int, int]:
    """For each entry, by its position, the block in which it stands."""
    found = text.references.filter(position__in=positions)
    return dict(found.values_list("position", "block"))


def _sign(end: int, stored: Mapping[int, str], position: int) -> list[Face]:
    """Behind the last character, the way to a source that is here."""
    return [Face(end - 1, end, "stored", stored[position])] if position in stored else []
