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
    _refuse_itself(one, other)
    why = in_words(reason)
    with because(by, why):
        one.distinct_from.add(other)
        return _decide((one, other), LookAlike.Choice.APART, by, why)


@transaction.atomic
def leave_for_later(*, one: Entity, other: Entity, by: User) -> LookAlike:
    """Lay a pair aside without judging it."""
    _refuse_itself(one, other)
    if one.distinct_from.filter(pk=other.pk).exists():
        raise Refusal(
            f"{quoted(one.label)} and {quoted(other.label)} are distinct from each other.",
            remedy="There is nothing left to decide.",
        )
    with because(by, LAID_ASIDE):
        return _decide((one, other), LookAlike.Choice.LATER, by, "")


@transaction.atomic
def take_up_again(*, one: Entity, other: Entity, by: User) -> None:
    """Suggest a pair again that was left for later."""
    _refuse_itself(one, other)
    with because(by, TAKEN_UP):
        LookAlike.objects.left_for_later().of_pair(one.pk, other.pk).delete()


@transaction.atomic
def record_apart(*, reasons: Iterable[tuple[str, str, str]], by: User) -> None:
    """Keep apart those of whom nobody decided yet: two slugs and the reason for each pair.

    What this person said before is said anew where the reason is another one.
    """
    known = {entity.slug: entity for entity in Entity.objects.all()}
    decided = {frozenset((pair.one_id, pair.other_id)): pair for pair in LookAlike.objects.all()}
    for left, right, reason in reasons:
        try:
            one, other = _among(known, left), _among(known, right)
            before = decided.get(frozenset((one.pk, other.pk)))
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


def _refuse_itself(one: Entity, other: Entity) -> None:
    if one.pk == other.pk:
        raise Refusal("Nothing is distinct from itself.", remedy="Name another entity.")


def _decide(
    both: tuple[Entity, Entity], choice: LookAlike.Choice, by: User, reason: str
) -> LookAlike:
    one, other = both
    pair = LookAlike.objects.of_pair(one.pk, other.pk).first() or LookAlike(one=one, other=other)
    pair.choice, pair.reason, pair.chosen_by = choice, reason, by
    pair.save()
    return pair
