"""Whom or what a selected name may stand for, the likeliest first, and how a new one is entered."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.text import slugify

from apps.domain.complaints import is_storable
from apps.domain.free_names import free_names
from apps.domain.refusals import Refusal, quoted
from apps.domain.spelling import fold
from apps.entities.checking import LONGEST_LABEL
from apps.entities.drafts import EntityDraft
from apps.entities.lookup import Found, find_entities
from apps.entities.models import Entity

MOST_OFFERED = 6
LONGEST_ASKED = 250
LONGEST_SLUG = 70


def candidates(words: str) -> list[Found]:
    """Living entities that may be called so."""
    asked = words[:LONGEST_ASKED]
    return (
        find_entities(asked, Entity.objects.living())[:MOST_OFFERED] if is_storable(asked) else []
    )


def chosen_entity(typed: Mapping[str, str]) -> tuple[str, EntityDraft | None]:
    """The slug of the entity that was chosen, and its draft where it is to be made."""
    chosen = typed.get("entity", "")
    if chosen:
        found = Entity.objects.standing_for(chosen) if is_storable(chosen) else None
        if found is None:
            raise Refusal("That entity is not there any more.", remedy="Look it up again.")
        return found.slug, None
    draft = _new_entity(typed)
    return draft.slug, draft


def _new_entity(typed: Mapping[str, str]) -> EntityDraft:
    label, kind = " ".join(typed.get("label", "").split()), typed.get("kind", "")
    if not label or kind not in Entity.Kind.values:
        raise Refusal(
            "A new entity needs a name and a kind.", remedy="Choose its kind, or one that is there."
        )
    if len(label) > LONGEST_LABEL:
        raise Refusal(
            f"The name {quoted(label)} has {len(label)} characters; {LONGEST_LABEL} fit.",
            remedy="Shorten it.",
        )
    return EntityDraft(slug=_free_slug(label), label=label, kind=kind)


def _free_slug(label: str) -> str:
    """From the label, with a number where another entity has it."""
    base = slugify(fold(label))[:LONGEST_SLUG].strip("-")
    if not base:
        raise Refusal(f"No address can be made of “{label}”.", remedy="Write it with letters.")
    taken = set(Entity.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return free_names([base], taken)[0]
