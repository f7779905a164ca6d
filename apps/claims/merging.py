"""What claims do when entities are merged or taken apart again: they are about the other one."""

from __future__ import annotations

from apps.accounts.models import User
from apps.claims.actions import reckon_again
from apps.claims.changes import take_turns
from apps.claims.models import Claim, ClaimRole
from apps.claims.querysets import ClaimQuerySet
from apps.entities.merging import Moved
from apps.entities.models import Entity

WHY = "the entity was merged or taken apart"


def move_claims(gone: Entity, kept: Entity, by: User) -> Moved:
    """Subjects, roles and answers name the kept entity."""
    moved = {
        "subjects": _keys(Claim.objects.filter(subject=gone)),
        "answers": _keys(Claim.objects.filter(value_entity=gone)),
        "roles": list(ClaimRole.objects.filter(entity=gone).values_list("pk", flat=True)),
    }
    _name(kept, moved, by)
    return moved


def move_claims_back(gone: Entity, kept: Entity, moved: Moved, by: User) -> None:
    """What still names the kept entity names the other again."""
    subjects = Claim.objects.filter(pk__in=moved["subjects"], subject=kept)
    answers = Claim.objects.filter(pk__in=moved["answers"], value_entity=kept)
    roles = ClaimRole.objects.filter(pk__in=moved["roles"], entity=kept)
    still = {
        "subjects": _keys(subjects),
        "answers": _keys(answers),
        "roles": list(roles.values_list("pk", flat=True)),
    }
    _name(gone, still, by)


def _keys(claims: ClaimQuerySet) -> list[int]:
    return list(claims.values_list("pk", flat=True))


def _name(entity: Entity, moved: Moved, by: User) -> None:
    """Facts are restated and detection looks again, before and after being told apart by key."""
    take_turns()
    roles = ClaimRole.objects.filter(pk__in=moved["roles"])
    touched = {*moved["subjects"], *moved["answers"], *roles.values_list("claim", flat=True)}
    if not touched:
        return
    Claim.objects.filter(pk__in=moved["subjects"]).update(subject=entity)
    Claim.objects.filter(pk__in=moved["answers"]).update(reading=entity.slug)
    roles.update(entity=entity)
    reckon_again(claims=Claim.objects.filter(pk__in=touched), by=by, reason=WHY)
