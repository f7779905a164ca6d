"""What mentions do when entities are merged or taken apart again: they go along."""

from __future__ import annotations

from apps.accounts.models import User
from apps.annotations.models import Mention
from apps.entities.merging import Moved
from apps.entities.models import Entity


def move_mentions(gone: Entity, kept: Entity, by: User) -> Moved:
    """Mentions name the kept entity; where a passage names both already, nothing is to be moved."""
    named = Mention.objects.filter(entity=kept).values("passage")
    going = Mention.objects.filter(entity=gone).exclude(passage__in=named)
    moved = list(going.values_list("pk", flat=True))
    Mention.objects.filter(pk__in=moved).update(entity=kept)
    return {"mentions": moved}


def move_mentions_back(gone: Entity, kept: Entity, moved: Moved, by: User) -> None:
    """Those that came along go back, unless somebody has them name another entity since."""
    Mention.objects.filter(pk__in=moved["mentions"], entity=kept).update(entity=gone)
