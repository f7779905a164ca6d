"""What happens to an entity when a person says anew all that is known about it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.entities import changes
from apps.entities.actions import correct_entities, record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import Entity


@transaction.atomic
def rewrite_entities(*, drafts: Sequence[EntityDraft], by: User | None, reason: str) -> None:
    """Make existing entities just as drafted: words, aliases and links, no less and no more."""
    if not drafts:
        return
    entities = Entity.objects.in_bulk([draft.slug for draft in drafts], field_name="slug")
    moved = [draft.slug for draft in drafts if _is_moved(entities[draft.slug], draft)]
    with because(by, reason):
        for draft in drafts:
            _take_away(entities[draft.slug], draft)
        record_entities(drafts=drafts, by=by, reason=reason)
        correct_entities(drafts=drafts, by=by, reason=reason)
        changes.tell(moved, by)


def _is_moved(entity: Entity, draft: EntityDraft) -> bool:
    return set(entity.part_of.values_list("slug", flat=True)) != set(draft.part_of)


def _take_away(entity: Entity, draft: EntityDraft) -> None:
    """Remove what the draft does not name, and what it says otherwise of an alias."""
    wanted = {alias.form: alias for alias in draft.aliases}
    for alias in entity.aliases.all():
        told = wanted.get(alias.form)
        if told is None:
            alias.delete()
        elif (alias.kind, alias.language) != (told.kind, told.language):
            alias.kind, alias.language = told.kind, told.language
            alias.save(update_fields=["kind", "language"])
    entity.part_of.remove(*entity.part_of.exclude(slug__in=draft.part_of))
    entity.distinct_from.remove(*entity.distinct_from.exclude(slug__in=draft.distinct_from))
