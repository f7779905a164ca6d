"""What claims do when entities move: they belong to other sums then."""

from __future__ import annotations

from apps.accounts.models import User
from apps.claims.actions import reckon_again
from apps.claims.models import Claim
from apps.entities.models import Entity

WHY = "an entity has other wholes or another label"


def after_entities_moved(slugs: frozenset[str], by: User | None) -> None:
    """Reckon again the claims about these entities and about all their parts."""
    wholes = Entity.objects.wider_places()
    moved = {*slugs, *(slug for slug, wider in wholes.items() if wider & slugs)}
    about = Claim.objects.filter(subject__slug__in=moved)
    filled = Claim.objects.filter(filled_roles__entity__slug__in=moved)
    touched = {*about.values_list("pk", flat=True), *filled.values_list("pk", flat=True)}
    if touched:
        reckon_again(claims=Claim.objects.filter(pk__in=touched), by=by, reason=WHY)
