"""Named reads over entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from apps.entities.models import Entity  # noqa: F401


class EntityQuerySet(models.QuerySet["Entity"]):
    """Reads over the authority."""

    def wider_places(self) -> dict[str, frozenset[str]]:
        """For each slug the slugs of all that it is part of, directly or through others."""
        direct: dict[str, set[str]] = {}
        for part, whole in self.model.part_of.through.objects.values_list(
            "from_entity__slug", "to_entity__slug"
        ):
            direct.setdefault(part, set()).add(whole)
        return {slug: _closure(slug, direct) for slug in direct}


def _closure(slug: str, direct: dict[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(direct.get(slug, ()))
    while waiting:
        whole = waiting.pop()
        if whole not in found and whole != slug:
            found.add(whole)
            waiting.extend(direct.get(whole, ()))
    return frozenset(found)
