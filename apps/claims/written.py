"""How roles and choices are written in one cell or one box, the same in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from apps.claims.models import Measure
from apps.claims.terms import default_of
from apps.domain.refusals import Refusal, quoted
from apps.ui.sheets.cells import as_list, list_in

# The roles of a claim, for people to copy.
ROLES = "supplier=russia; within=ALL"
# The parts of a role that a measure declares.
ROLE_PARTS = ("slot", "label", "all_label", "default")
SUPPORT = "120-135; 300-310"
PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def choices(words: Iterable[str]) -> list[tuple[str, str]]:
    """Words as one chooses among them; the empty one is none."""
    return [(word, word or "(none)") for word in words]


def filled(roles: Mapping[str, str], measure: Measure) -> dict[str, str]:
    """The roles in the measure's order, those that are not given by their defaults."""
    declared = {slot: roles.get(slot) or default_of(measure, slot) for slot in measure.slots}
    return declared | {slot: value for slot, value in roles.items() if slot not in declared}


def support_in(words: str) -> tuple[tuple[int, int], ...]:
    """The other passages that are named, in the order of the text."""
    places = []
    for part in list_in(words):
        place = PLACE.fullmatch(part)
        if place is None:
            raise Refusal(f"{quoted(part)} is no passage.", remedy=f"Write: {SUPPORT}.")
        places.append((int(place[1]), int(place[2])))
    return tuple(sorted(places))


def as_support(places: Iterable[tuple[int, int]]) -> str:
    """Passages as one cell, or one field."""
    return as_list(f"{start}-{end}" for start, end in places)
