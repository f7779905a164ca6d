"""Holds a case for one writer at a time, and counts its versions."""

from __future__ import annotations

from apps.claims import changes
from apps.contradictions.models import Contradiction


def locked(contradiction: Contradiction) -> Contradiction:
    """The case as it is stored now; nobody else changes it before this transaction ends."""
    changes.take_turns()
    return Contradiction.objects.select_for_update(of=("self",)).get(pk=contradiction.pk)


def save(case: Contradiction, *fields: str) -> None:
    """Save these fields as the next version."""
    case.version += 1
    case.save(update_fields=[*fields, "version"])
