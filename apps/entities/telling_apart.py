"""What happens to two entities that look alike and are two, or that nobody has judged yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.domain.refusals import Refusal, quoted
from apps.entities.models import Entity, LookAlike
from apps.entities.reasons import in_words

LAID_ASIDE = "left for later"
TAKEN_UP = "taken up again"


@transaction.atomic
def keep_apart(*, one: Entity, other: Entity, by: User, reason: str) -> LookAlike:
    """Say that two entities look alike and are not the same."""
    first, second = in_order(one, other)
    why = in_words(reason)
    with because(by, why):
        first.distinct_from.add(second)
        return _decide((first, second), LookAlike.Choice.APART, by, why)


@transaction.atomic
def leave_for_later(*, one: Entity, other: Entity, by: User) -> LookAlike:
    """Lay a pair aside without judging it."""
    first, second = in_order(one, other)
    if first.distinct_from.filter(pk=second.pk).exists():
        raise Refusal(
            f"{quoted(one.label)} and {quoted(other.label)} are distinct from each other.",
            remedy="There is nothing left to decide.",
        )
    with because(by, LAID_ASIDE):
        return _decide((first, second), LookAlike.Choice.LATER, by, "")


@transaction.atomic
def take_up_again(*, one: Entity, other: Entity, by: User) -> None:
    """Suggest a pair again that was left for later."""
    first, second = in_order(one, other)
    with because(by, TAKEN_UP):
        LookAlike.objects.left_for_later().filter(one=first, other=second).delete()


@transaction.atomic
def record_apart(*, reasons: Iterable[tuple[str, str, str]], by: User) -> None:
    """Keep apart those of whom nobody decided yet: two slugs and the reason for each pair.

    What this person said before is said anew where the reason is another one.
    """
    known = {entity.slug: entity for entity in Entity.objects.all()}
    decided = {(pair.one_id, pair.other_id): pair for pair in LookAlike.objects.all()}
    for left, right, reason in reasons:
        try:
            one, other = in_order(_among(known, left), _among(known, right))
            before = decided.get((one.pk, other.pk))
            is_ours = before is None or before.chosen_by_id == by.pk
            is_new = before is None or before.reason != reason
            if is_ours and is_new and not (one.merged_into_id or other.merged_into_id):
                keep_apart(one=one, other=other, by=by, reason=reason)
        except Refusal as refusal:
            said = f"{quoted(left)} and {quoted(right)}: {refusal.message}"
            raise Refusal(said, remedy=refusal.remedy) from refusal


def _among(known: Mapping[str, Entity], slug: str) -> Entity:
    if slug not in known:
        raise Refusal(f"There is no entity {quoted(slug)}.", remedy="Enter it first.")
    return known[slug]


def in_order(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    """The two as pairs are kept: the one that was entered first comes first."""
    if one.pk == other.pk:
        raise Refusal("Nothing is distinct from itself.", remedy="Name another entity.")
    return (one, other) if one.pk < other.pk else (other, one)


def _decide(
    both: tuple[Entity, Entity], choice: LookAlike.Choice, by: User, reason: str
) -> LookAlike:
    first, second = both
    pair, _ = LookAlike.objects.update_or_create(
        one=first,
        other=second,
        defaults={"choice": choice, "reason": reason, "chosen_by": by},
    )
    return pair
