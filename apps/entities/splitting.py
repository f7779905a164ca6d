"""What happens when one entity turns out to be two: a new one gets its share, or gives it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.domain.refusals import Refusal, quoted
from apps.entities import changes
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.merging import Moved, join, locked, move_aliases, movers
from apps.entities.models import WORLD, Alias, Entity, LookAlike, Split
from apps.entities.naming import restate_names
from apps.entities.reasons import in_words
from apps.entities.telling_apart import keep_apart

OUTSIDE = ("wikidata", "orcid")


@dataclass(frozen=True)
class SplitDraft:
    """The new entity, and by primary key what it is given of the other."""

    slug: str
    label: str
    kind: str
    note: str = ""
    aliases: Sequence[int] = ()
    outside: Sequence[str] = ()
    rows: Moved = field(default_factory=dict)


@transaction.atomic
def split_entity(*, origin: Entity, draft: SplitDraft, by: User, reason: str) -> Split:
    """Make another entity of a part of what names this one; the two stay apart from then on."""
    origin, _ = locked(origin, origin)
    _refuse_unfit(origin, draft)
    why = in_words(reason)
    with because(by, why):
        made = _made(origin, draft, by, why)
        Alias.objects.filter(pk__in=draft.aliases).update(entity=made)
        _hand_over(origin, made, draft.outside)
        restate_names([origin.pk, made.pk])
        keep_apart(one=origin, other=made, by=by, reason=why)
        for mover in movers:
            rows = {kind: list(draft.rows.get(kind, ())) for kind in mover.kinds}
            mover.move_back(made, origin, rows, by)
        changes.tell({origin.slug, made.slug}, by)
        moved = {**draft.rows, "aliases": [*draft.aliases], "outside": [*draft.outside]}
        return Split.objects.create(origin=origin, made=made, reason=why, split_by=by, moved=moved)


@transaction.atomic
def undo_split(*, split: Split, by: User, reason: str) -> Entity:
    """Give all back that the new entity was given, and what it came to since; it is no more."""
    split = Split.objects.select_for_update(of=("self",)).get(pk=split.pk)
    made, origin = locked(split.made, split.origin)
    if split.undone_by_id is not None or made.merged_into_id or origin.merged_into_id:
        raise Refusal(
            f"That {quoted(made.label)} was split off cannot be undone now.",
            remedy="It was undone already, or one of the two was merged since: undo that first.",
        )
    with because(by, in_words(reason)):
        LookAlike.objects.of_pair(origin.pk, made.pk).delete()
        origin.distinct_from.remove(made)
        move_aliases(made, origin)
        _hand_over(made, origin, split.moved["outside"])
        join(made, origin, by)
        split.undone_by = by
        split.save(update_fields=["undone_by"])
    return origin


def _refuse_unfit(origin: Entity, draft: SplitDraft) -> None:
    if origin.merged_into_id is not None:
        raise Refusal(f"{quoted(origin.label)} was merged.", remedy="Undo that first.")
    if origin.slug == WORLD:
        raise Refusal("The world is not split.", remedy="Sums are reckoned up to it.")
    if Entity.objects.filter(slug=draft.slug).exists():
        raise Refusal(f"The identifier {quoted(draft.slug)} is taken.", remedy="Write another one.")
    if not (draft.aliases or any(draft.rows.values())):
        raise Refusal(
            "Nothing is chosen that the new entity would be given.",
            remedy="Tick the mentions, claims or aliases that belong to it.",
        )
    theirs = origin.aliases.filter(pk__in=draft.aliases).count()
    if theirs != len(set(draft.aliases)) or not all(name in OUTSIDE for name in draft.outside):
        raise Refusal(
            f"What is chosen does not all belong to {quoted(origin.label)}.",
            remedy="Load the page again and choose anew.",
        )


def _made(origin: Entity, draft: SplitDraft, by: User, reason: str) -> Entity:
    """The new entity, part of all that the other is part of."""
    wholes = tuple(origin.part_of.values_list("slug", flat=True))
    fields = {name: getattr(draft, name) for name in ("slug", "label", "kind", "note")}
    fields |= {name: getattr(origin, name) for name in draft.outside}
    [made] = record_entities(drafts=[EntityDraft(**fields, part_of=wholes)], by=by, reason=reason)
    return made


def _hand_over(giver: Entity, taker: Entity, names: Sequence[str]) -> None:
    """Identifiers of other authorities stand for one entity: they leave where they were."""
    going = [name for name in names if getattr(giver, name)]
    for name in going:
        setattr(taker, name, getattr(giver, name))
        setattr(giver, name, "")
    if going:
        giver.save(update_fields=going)
        taker.save(update_fields=going)
