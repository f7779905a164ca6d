"""Keeps the folded names by which entities are looked up true to labels and aliases."""

from __future__ import annotations

from collections.abc import Iterable

from apps.domain.spelling import fold, keys_of
from apps.entities.models import Alias, Entity, Name

BATCH = 2000


def restate_names(entities: Iterable[int]) -> None:
    """Make the names of these entities, by primary key, just what label and aliases say."""
    keys = set(entities)
    said = set(Entity.objects.living().filter(pk__in=keys).values_list("pk", "label"))
    said |= set(
        Alias.objects.filter(entity__in=keys, entity__merged_into=None).values_list(
            "entity", "form"
        )
    )
    stored = {
        (entity, form): pk
        for pk, entity, form in Name.objects.filter(entity__in=keys).values_list(
            "pk", "entity", "form"
        )
    }
    Name.objects.filter(pk__in=[stored[name] for name in stored.keys() - said]).delete()
    Name.objects.bulk_create(
        (_name(entity, form) for entity, form in sorted(said - stored.keys())), BATCH
    )


def _name(entity: int, form: str) -> Name:
    folded = fold(form)
    return Name(entity_id=entity, form=form, folded=folded, keys=keys_of(folded))
