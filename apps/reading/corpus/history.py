"""What people did to rows of the corpus since it was loaded: a load does not undo it."""

from __future__ import annotations

from django.db import models

from apps.accounts.models import User


def changed_by_others(model: type[models.Model], by: User) -> set[int]:
    """Keys of rows in whose history somebody else stands, or nobody."""
    events = _events(model).values_list("pgh_obj_id", "pgh_context__metadata")
    return {key for key, context in events if (context or {}).get("user") != by.pk}


def removed(model: type[models.Model], name: str) -> set[str]:
    """What the field held in rows that were deleted."""
    return set(_events(model).filter(pgh_label="delete").values_list(name, flat=True))


def _events(model: type[models.Model]) -> models.QuerySet[models.Model]:
    history: type[models.Model] = model.pgh_event_model  # type: ignore[attr-defined]
    return history._default_manager.all()
