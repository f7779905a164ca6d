"""Which tables a project file holds, and by what names their rows refer to each other.

A table that is not named here is carried too, all fields of it: what a room adds is not lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pghistory.models
from django.apps import apps
from django.db import models

from apps.accounts.models import Attempt, Identity, Invitation, Session, User
from apps.annotations.models import Naming, Touch
from apps.claims.filling import DERIVED
from apps.claims.models import Claim, Fact, PairTally, SeriesTally, SourceTally
from apps.contradictions.models import Room
from apps.entities.models import Name

# Reckoned again from what is carried.
RECKONED: tuple[type[models.Model], ...] = (
    *(Fact, PairTally, SeriesTally, SourceTally),
    *(Name, Naming, Room),
)
# The doors of one server and the news of its day, which no other one has.
OF_ONE_SERVER: tuple[type[models.Model], ...] = (Attempt, Identity, Invitation, Session, Touch)
LEFT_OUT: dict[type[models.Model], tuple[str, ...]] = {
    User: ("password", "last_login"),
    Claim: tuple(DERIVED),
}
# No field has these names: the one is a word of Python, the other each row has.
IN, NUMBER = "in", "id"
EMPTY: tuple[Any, ...] = (None, "", [], {})
CONTEXTS = "pghistory_context"

Model = type[models.Model]


@dataclass(frozen=True)
class Table:
    """A table with the fields that are carried, and those that name a row (none: its number)."""

    model: Model
    key: tuple[str, ...]
    fields: tuple[Any, ...]
    links: tuple[Any, ...]

    @property
    def name(self) -> str:
        """As `claims.claim`."""
        return self.model._meta.label_lower

    def goes_without(self, name: str, value: Any) -> bool:
        """Whether a line may leave the value out: it is empty, and read as empty again."""
        field = self.columns.get(name)
        return value in EMPTY and (field is None or field.get_default() in EMPTY)

    @property
    def columns(self) -> dict[str, Any]:
        """The fields by name."""
        return {field.name: field for field in self.fields}


@cache
def tables() -> dict[Model, Table]:
    """Every table of the rooms, in the order of the rooms, but for what is reckoned."""
    carried = [model for model in apps.get_models() if _is_carried(model)]
    return {model: _table(model, carried) for model in carried}


@cache
def past_tables() -> tuple[tuple[str, str], ...]:
    """The tables that hold what happened to all rows, each with the column that orders it."""
    events = [m for m in apps.get_models() if issubclass(m, pghistory.models.Event)]
    stored = [model._meta.db_table for model in events if model._meta.managed]
    return ((CONTEXTS, "created_at, id"), *((name, "pgh_id") for name in stored))


def _is_carried(model: Model) -> bool:
    is_ours = model.__module__.startswith("apps.") and not model._meta.proxy
    is_left = model in RECKONED or model in OF_ONE_SERVER
    return is_ours and not issubclass(model, pghistory.models.Event) and not is_left


def _table(model: Model, carried: list[Model]) -> Table:
    left_out = LEFT_OUT.get(model, ())
    fields = [f for f in model._meta.fields if not f.primary_key and f.name not in left_out]
    links = [link for link in model._meta.many_to_many if link.related_model in carried]
    return Table(model=model, key=_key(model), fields=tuple(fields), links=tuple(links))


def _key(model: Model) -> tuple[str, ...]:
    """The field, or the fields together, that no two rows have in common."""
    alone = [f.name for f in model._meta.fields if f.unique and not f.primary_key and not f.null]
    if alone:
        return (alone[0],)
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is None:
            return tuple(constraint.fields)
    return ()
