"""Where old addresses lead: an entity in them was merged, or taken apart again."""

from __future__ import annotations

from itertools import islice, product

from apps.claims.models import Claim
from apps.entities.models import Entity, Merge, Split
from apps.reading.audience import Audience

MOST_PARTS = 12
MOST_TRIED = 64


def present_key(key: str, audience: Audience) -> str | None:
    """The key under which the question of an old key is answered now, if it is."""
    parts = key.split("|")
    if len(parts) > MOST_PARTS:
        return None
    ways = product(*(_ways(part) or [part] for part in parts))
    tried = ["|".join(chosen) for chosen in islice(ways, MOST_TRIED)]
    claims = Claim.objects.on_facts(tried).filter(review__in=audience.reviews)
    answered = set(claims.values_list("fact_key", flat=True))
    return next((one for one in tried if one != key and one in answered), None)


def heirs(slug: str) -> list[Entity]:
    """Who may be meant by a slug now: what it was merged into, or was taken apart from it."""
    there = Entity.objects.standing_for(slug)
    if there is None:
        return []
    undone = Merge.objects.filter(kept__slug=slug).exclude(undone_by=None).select_related("gone")
    splits = Split.objects.filter(origin=there, undone_by=None).select_related("made")
    parted = [*(merge.gone for merge in undone), *(split.made for split in splits)]
    return list(dict.fromkeys([there, *(one for one in parted if one.merged_into_id is None)]))


def _ways(part: str) -> list[str]:
    """How a part of a key may have to be written now; only slots name entities."""
    slot, sign, slug = part.partition("=")
    return [f"{slot}={one.slug}" for one in heirs(slug)] if sign else [part]
