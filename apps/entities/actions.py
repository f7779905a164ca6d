"""What happens to entities: they are entered and corrected, many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import models, transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.domain.complaints import told
from apps.domain.refusals import Refusal, quoted
from apps.entities import changes
from apps.entities.checking import complaints_about, wrong_words
from apps.entities.drafts import EntityDraft
from apps.entities.models import Alias, Entity
from apps.entities.naming import restate_names

Pairs = set[tuple[int, int]]
ENTERED = ("label", "kind", "wikidata", "orcid", "note")


@transaction.atomic
def record_entities(
    *,
    drafts: Sequence[EntityDraft],
    by: User | None,
    reason: str,
    revive: bool = True,
    is_proposal: bool = False,
) -> list[Entity]:
    """Enter the entities that are new, all or none, and return those.

    An entity that exists keeps its label, kind and note, and gains the aliases and links that
    it does not have. Without `revive`, an alias that somebody removed stays removed. As a
    proposal, the new ones are seen by the team alone until an editor accepts them.
    """
    known = {entity.slug: entity for entity in Entity.objects.all()}
    wider = Entity.objects.wider_places()
    if complaints := complaints_about(drafts, frozenset(known), wider):
        raise _refusal(complaints)
    with because(by, reason):
        author = by if is_proposal else None
        unknown = [draft for draft in drafts if draft.slug not in known]
        new = Entity.objects.bulk_create(_entity(draft, author) for draft in unknown)
        known |= {entity.slug: entity for entity in new}
        _add_aliases(drafts, known, revive=revive)
        restate_names(known[draft.slug].pk for draft in drafts)
        _link(Entity.part_of.through, _pairs(drafts, known, "part_of"))
        apart = _pairs(drafts, known, "distinct_from")
        _link(Entity.distinct_from.through, apart | {(right, left) for left, right in apart})
        changes.tell(_moved(wider, among=set(known) - {entity.slug for entity in new}), by)
    return new


@transaction.atomic
def accept_entity(*, entity: Entity, by: User) -> None:
    """Let everybody see an entity that an annotator made; nobody accepts their own."""
    stored = Entity.objects.select_for_update(of=("self",)).get(pk=entity.pk)
    if not stored.is_proposed:
        raise Refusal(f"{quoted(stored.label)} is accepted already.", remedy="Nothing to do.")
    if stored.proposed_by == by and User.objects.has_editor_beside(by):
        raise Refusal("You proposed this entity yourself.", remedy="Another editor accepts it.")
    accept_named([stored.pk], by=by, reason="accepted after review")


@transaction.atomic
def accept_named(named: Iterable[int], *, by: User, reason: str) -> None:
    """Let everybody see these, by primary key, as something accepted names them now."""
    with because(by, reason):
        Entity.objects.proposed().filter(pk__in=set(named)).update(is_proposed=False)


@transaction.atomic
def propose_again(*, entities: Iterable[Entity], by: User, reason: str) -> None:
    """Take back that what annotators proposed was accepted."""
    with because(by, reason):
        for entity in entities:
            entity.is_proposed = True
            entity.save(update_fields=["is_proposed"])


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


def _entity(draft: EntityDraft, proposed_by: User | None) -> Entity:
    return Entity(
        proposed_by=proposed_by,
        is_proposed=proposed_by is not None,
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
