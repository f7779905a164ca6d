"""What happens when two entities turn out to be one: all goes to one of them, and can go back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.domain.refusals import Refusal, quoted
from apps.entities import changes
from apps.entities.actions import accept_named
from apps.entities.models import WORLD, Alias, Entity, Merge
from apps.entities.naming import restate_names
from apps.entities.reasons import in_words

MERGED = "merged"
LINKS = ("part_of", "parts", "distinct_from")

Moved = dict[str, list[int]]


@dataclass(frozen=True)
class Mover:
    """What a higher room does with its rows that name an entity; `kinds` are keys of `Moved`."""

    kinds: tuple[str, ...]
    move: Callable[[Entity, Entity, User], Moved]
    move_back: Callable[[Entity, Entity, Moved, User], None]


movers: list[Mover] = []


def move_along(mover: Mover) -> None:
    """Have a higher room move its rows too; registering twice is once."""
    if mover not in movers:
        movers.append(mover)


@transaction.atomic
def merge_entities(*, gone: Entity, kept: Entity, by: User, reason: str) -> Merge:
    """Let one entity stand for both; the other's address leads to it from now on."""
    gone, kept = locked(gone, kept)
    _refuse_unfit(gone, kept)
    reason = in_words(reason)
    with because(by, reason):
        moved = {**move_aliases(gone, kept), "label": _keep_label(gone, kept)}
        moved |= join(gone, kept, by)
        accept_named([kept.pk], by=by, reason=reason)
        return Merge.objects.create(gone=gone, kept=kept, reason=reason, merged_by=by, moved=moved)


@transaction.atomic
def undo_merge(*, merge: Merge, by: User, reason: str) -> Entity:
    """Take two entities apart again: what came from the one goes back, what came later stays."""
    merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    gone, kept = locked(merge.gone, merge.kept)
    if merge.undone_by_id is not None or kept.merged_into_id is not None:
        raise Refusal(
            f"The merge of {quoted(gone.label)} cannot be undone now.",
            remedy="It was undone already, or the other was merged since: undo that first.",
        )
    with because(by, in_words(reason)):
        _move_aliases_back(gone, merge.moved)
        _move_links_back(gone, kept, merge.moved)
        gone.merged_into = None
        gone.save(update_fields=["merged_into"])
        restate_names([gone.pk, kept.pk])
        for mover in reversed(movers):
            mover.move_back(gone, kept, merge.moved, by)
        changes.tell({gone.slug, kept.slug, *gone.parts.values_list("slug", flat=True)}, by)
        merge.undone_by = by
        merge.save(update_fields=["undone_by"])
    return gone


def join(gone: Entity, kept: Entity, by: User) -> Moved:
    """Give all that names the one, but for its aliases, to the other."""
    narrower = {gone.slug, kept.slug, *gone.parts.values_list("slug", flat=True)}
    moved = _move_links(gone, kept)
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    restate_names([gone.pk, kept.pk])
    for mover in movers:
        moved |= mover.move(gone, kept, by)
    changes.tell(narrower, by)
    return moved


def locked(gone: Entity, kept: Entity) -> tuple[Entity, Entity]:
    """Both as they are stored now, kept from others until all is done."""
    # Not the key: whoever enters claims meanwhile holds that, and waits for nobody here.
    rows = Entity.objects.select_for_update(no_key=True).in_bulk([gone.pk, kept.pk])
    return rows[gone.pk], rows[kept.pk]


def _refuse_unfit(gone: Entity, kept: Entity) -> None:
    both = f"{quoted(gone.label)} and {quoted(kept.label)}"
    if gone.pk == kept.pk:
        raise Refusal(f"{quoted(gone.label)} is one already.", remedy="Name another entity.")
    for entity in (gone, kept):
        if entity.merged_into_id is not None:
            raise Refusal(f"{quoted(entity.label)} was merged.", remedy="Undo that first.")
    if WORLD in (gone.slug, kept.slug):
        raise Refusal("The world is not merged.", remedy="Sums are reckoned up to it.")
    if gone.distinct_from.filter(pk=kept.pk).exists():
        raise Refusal(
            f"{both} are distinct from each other.",
            remedy="If that is wrong, take “distinct from” away in the admin first, with a reason.",
        )
    wider = Entity.objects.wider_places([gone.slug, kept.slug])
    if kept.slug in wider.get(gone.slug, ()) or gone.slug in wider.get(kept.slug, ()):
        raise Refusal(f"Of {both} one is part of the other.", remedy="Correct “part of” first.")


def move_aliases(gone: Entity, kept: Entity) -> Moved:
    """Give the one the aliases of the other that it does not have."""
    had = {kept.label, *kept.aliases.values_list("form", flat=True)}
    going = [alias for alias in gone.aliases.all() if alias.form not in had]
    for alias in going:
        alias.entity = kept
        alias.save(update_fields=["entity"])
    return {"aliases": [alias.pk for alias in going]}


def _keep_label(gone: Entity, kept: Entity) -> list[int]:
    """The label of the one becomes an alias of the other, unless it is called so already."""
    if gone.label in {kept.label, *kept.aliases.values_list("form", flat=True)}:
        return []
    return [Alias.objects.create(entity=kept, form=gone.label, kind=MERGED).pk]


def _move_aliases_back(gone: Entity, moved: Moved) -> None:
    Alias.objects.filter(pk__in=moved["label"]).delete()
    Alias.objects.filter(pk__in=moved["aliases"]).update(entity=gone)


def _move_links(gone: Entity, kept: Entity) -> Moved:
    moved: Moved = {}
    for name in LINKS:
        had = set(getattr(gone, name).values_list("pk", flat=True))
        new = had - set(getattr(kept, name).values_list("pk", flat=True)) - {kept.pk}
        getattr(kept, name).add(*new)
        getattr(gone, name).clear()
        moved |= {name: sorted(had), f"{name}_new": sorted(new)}
    return moved


def _move_links_back(gone: Entity, kept: Entity, moved: Moved) -> None:
    for name in LINKS:
        getattr(kept, name).remove(*moved[f"{name}_new"])
        getattr(gone, name).add(*moved[name])
