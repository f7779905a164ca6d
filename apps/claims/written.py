"""How roles and choices are written in one cell or one box, the same in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from apps.claims.models import Measure
from apps.claims.terms import default_of

# The roles of a claim, for people to copy.
ROLES = "supplier=russia; within=ALL"
# The parts of a role that a measure declares.
ROLE_PARTS = ("slot", "label", "all_label", "default")


def choices(words: Iterable[str]) -> list[tuple[str, str]]:
    """Words as one chooses among them; the empty one is none."""
    return [(word, word or "(none)") for word in words]


def filled(roles: Mapping[str, str], measure: Measure) -> dict[str, str]:
    """The roles in the measure's order, those that are not given by their defaults."""
    declared = {slot: roles.get(slot) or default_of(measure, slot) for slot in measure.slots}
    return declared | {slot: value for slot, value in roles.items() if slot not in declared}
