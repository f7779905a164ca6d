"""What happens to entities: they are entered and corrected, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import models, transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.domain.complaints import told
from apps.domain.refusals import Refusal
from apps.entities import changes
from apps.entities.checking import complaints_about, wrong_words
from apps.entities.drafts import EntityDraft
from apps.entities.models import Alias, Entity
from apps.entities.naming import restate_names

Pairs = set[tuple[int, int]]
ENTERED = ("label", "kind", "wikidata", "orcid", "note")


@transaction.atomic
def record_entities(
    *, drafts: Sequence[EntityDraft], by: User | None, reason: str, revive: bool = True
) -> list[Entity]:
    """Enter the entities that are new, all or none, and return those.

    An entity that exists keeps its label, kind and note, and gains the aliases and links that
    it does not have. Without `revive`, an alias that somebody removed stays removed.
    """
    known = {entity.slug: entity for entity in Entity.objects.all()}
    wider = Entity.objects.wider_places()
    complaints = complaints_about(drafts, frozenset(known), wider)
    if complaints:
        raise _refusal(complaints)
    with because(by, reason):
        new = Entity.objects.bulk_create(
            _entity(draft) for draft in drafts if draft.slug not in known
        )
        known |= {entity.slug: entity for entity in new}
        _add_aliases(drafts, known, revive=revive)
        restate_names(known[draft.slug].pk for draft in drafts)
        _link(Entity.part_of.through, _pairs(drafts, known, "part_of"))
        apart = _pairs(drafts, known, "distinct_from")
        _link(Entity.distinct_from.through, apart | {(right, left) for left, right in apart})
        changes.tell(_moved(wider, among=set(known) - {entity.slug for entity in new}), by)
    return new


def _moved(before: Mapping[str, frozenset[str]], *, among: set[str]) -> set[str]:
    """Entities that were there before and are part of something else now."""
    after = Entity.objects.wider_places()
    return {slug for slug in among if before.get(slug) != after.get(slug)}


@transaction.atomic
def correct_entities(*, drafts: Sequence[EntityDraft], by: User | None, reason: str) -> int:
    """Change label, kind, Wikidata number and note of existing entities; how many changed."""
    complaints = [f"{draft.slug}: {wrong}" for draft in drafts for wrong in wrong_words(draft)]
    if complaints:
        raise _refusal(complaints)
    stored = Entity.objects.in_bulk([draft.slug for draft in drafts], field_name="slug")
    changed, renamed = [], set()
    for draft in drafts:
        entity = stored[draft.slug]
        if entity.label != draft.label:
            renamed.add(entity.slug)
        if any(getattr(entity, name) != getattr(draft, name) for name in ENTERED):
            for name in ENTERED:
                setattr(entity, name, getattr(draft, name))
            changed.append(entity)
    with because(by, reason):
        Entity.objects.bulk_update(changed, ENTERED)
        restate_names(entity.pk for entity in changed)
        changes.tell(renamed, by)
    return len(changed)


def _refusal(complaints: list[str]) -> Refusal:
    return Refusal(
        f"{len(complaints)} of the entities cannot be entered: {told(complaints)}",
        remedy="Nothing was stored. Correct them and try again.",
    )


def _entity(draft: EntityDraft) -> Entity:
    return Entity(
        slug=draft.slug,
        label=draft.label,
        kind=draft.kind,
        wikidata=draft.wikidata,
        orcid=draft.orcid,
        note=draft.note,
    )


def _add_aliases(
    drafts: Sequence[EntityDraft], known: Mapping[str, Entity], *, revive: bool
) -> None:
    had = set(Alias.objects.values_list("entity_id", "form"))
    if not revive:
        history = Alias.pgh_event_model  # type: ignore[attr-defined]
        had |= set(history.objects.values_list("entity_id", "form"))
    wanted = {
        (known[draft.slug].pk, alias.form): alias for draft in drafts for alias in draft.aliases
    }
    Alias.objects.bulk_create(
        Alias(entity_id=entity, form=form, kind=alias.kind, language=alias.language)
        for (entity, form), alias in wanted.items()
        if (entity, form) not in had
    )


def _pairs(drafts: Iterable[EntityDraft], known: Mapping[str, Entity], link: str) -> Pairs:
    return {
        (known[draft.slug].pk, known[slug].pk) for draft in drafts for slug in getattr(draft, link)
    }


def _link(through: type[models.Model], pairs: Pairs) -> None:
    there = set(through._default_manager.values_list("from_entity_id", "to_entity_id"))
    through._default_manager.bulk_create(
        through(from_entity_id=left, to_entity_id=right) for left, right in sorted(pairs - there)
    )
