"""Which entities claims name, and that an accepted claim names none that only waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef

from apps.accounts.models import User
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim, ClaimRole
from apps.entities.actions import accept_named
from apps.entities.models import Entity

_ACCEPTED = Claim.objects.accepted().order_by()
_IS_NAMED = (
    Exists(Mention.objects.accepted().filter(entity=OuterRef("pk")))
    | Exists(_ACCEPTED.filter(subject=OuterRef("pk")))
    | Exists(_ACCEPTED.filter(value_entity=OuterRef("pk")))
    | Exists(_ACCEPTED.filter(filled_roles__entity=OuterRef("pk")))
)


def entities_of(claims: Iterable[Claim]) -> Mapping[int, set[int]]:
    """For each claim its subject, its roles and its value, all by primary key."""
    named: dict[int, set[int]] = {}
    for claim in claims:
        named[claim.pk] = {claim.subject_id}
        if claim.value_entity_id is not None:
            named[claim.pk].add(claim.value_entity_id)
    roles = ClaimRole.objects.filter(claim__in=named, entity__isnull=False)
    for number, entity in roles.values_list("claim", "entity"):
        named[number].add(entity)
    return named


def no_longer_named(rows: Iterable[Claim | Mention]) -> list[Entity]:
    """Of the proposed entities that these name, those that nothing accepted names now."""
    rows = list(rows)
    claims = [row for row in rows if isinstance(row, Claim)]
    named = set[int]().union(*entities_of(claims).values())
    named |= {row.entity_id for row in rows if isinstance(row, Mention)}
    return list(Entity.objects.filter(pk__in=named, proposed_by__isnull=False).exclude(_IS_NAMED))


def accept_named_by(claims: Iterable[Claim], *, by: User, reason: str) -> None:
    """Accept the entities that the accepted ones of these claims name, where some wait."""
    if Entity.objects.proposed().exists():
        accepted = [claim for claim in claims if claim.review == Review.ACCEPTED]
        named = set[int]().union(*entities_of(accepted).values())
        accept_named(named, by=by, reason=reason)
