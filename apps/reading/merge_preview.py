"""Shows what a merge would do, by doing it and taking it all back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.models import User
from apps.contradictions.models import Contradiction
from apps.entities.merging import merge_entities
from apps.entities.models import Entity


@dataclass(frozen=True)
class MergePreview:
    """What goes along, and which contradictions would open or close."""

    moves: Sequence[tuple[str, int]]
    opened: Sequence[str]
    closed: Sequence[str]


def preview_merge(*, gone: Entity, kept: Entity, by: User, reason: str) -> MergePreview:
    """Nothing is stored; a Refusal says why the two cannot be merged."""
    before = open_cases()
    with transaction.atomic():
        moved = merge_entities(gone=gone, kept=kept, by=by, reason=reason).moved
        after = open_cases()
        transaction.set_rollback(True)
    return MergePreview(
        moves=(
            ("mentions", len(moved["mentions"])),
            ("claims about it", len(moved["subjects"])),
            ("claims that name it in a role", len(moved["roles"])),
            ("claims it answers", len(moved["answers"])),
            ("aliases", len(moved["aliases"]) + len(moved["label"])),
            ("parts", len(moved["parts_new"])),
        ),
        opened=[says for key, says in after.items() if key not in before],
        closed=[says for key, says in before.items() if key not in after],
    )


def open_cases() -> dict[str, str]:
    """What each open contradiction says, by its fingerprint."""
    return dict(Contradiction.objects.open().values_list("fingerprint", "says"))
