"""What happened to one row: when, by whom, why, and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models
from pghistory.models import Events

from apps.accounts.models import User

NOBODY = "nobody named"
DID = {"insert": "entered", "update": "changed", "delete": "removed"}
Names = Mapping[type[models.Model], Mapping[Any, str]]


class Change(NamedTuple):
    """One field before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One event in the past of a row, or of a row that belongs to it."""

    when: datetime
    who: str
    why: str
    did: str
    what: str
    changes: tuple[Change, ...]


def past_of(row: models.Model, beside: Iterable[type[models.Model]] = ()) -> list[Line]:
    """The newest first; `beside` are models whose rows belong to it by a foreign key."""
    events = list(_events(row, beside))
    people = {
        person.pk: person.display_name for person in User.objects.in_bulk(_actors(events)).values()
    }
    names = _names(events)
    lines = [_line(event, model, people, names) for event, model in events]
    return sorted(lines, key=lambda line: line.when, reverse=True)


def _events(
    row: models.Model, beside: Iterable[type[models.Model]]
) -> Iterator[tuple[Any, type[models.Model]]]:
    """Events of one event table each: the listing over all of them grows without end."""
    if hasattr(row, "pgh_event_models"):
        for event in Events.objects.tracks(row):  # type: ignore[no-untyped-call]
            yield event, type(row)
    for model in beside:
        table = model.pgh_event_model  # type: ignore[attr-defined]
        for event in Events.objects.references(row).across(table):  # type: ignore[no-untyped-call]
            yield event, model


def _line(event: Any, model: type[models.Model], people: Mapping[int, str], names: Names) -> Line:
    context = event.pgh_context or {}
    return Line(
        when=event.pgh_created_at,
        who=people.get(context.get("user", 0), NOBODY),
        why=context.get("reason", ""),
        did=DID[event.pgh_label],
        what=str(model._meta.verbose_name),
        changes=tuple(_changes(event, model, names)),
    )


def _changes(event: Any, model: type[models.Model], names: Names) -> Iterator[Change]:
    """What an update changed; what a row that came or went held."""
    fields = _columns(model)
    if event.pgh_label == "update":
        for column, (before, after) in sorted((event.pgh_diff or {}).items()):
            field = fields[column]
            yield Change(_label(field), _said(field, before, names), _said(field, after, names))
        return
    is_gone = event.pgh_label == "delete"
    for column, held in sorted(event.pgh_data.items()):
        said = _said(fields[column], held, names)
        if said and not fields[column].primary_key:
            yield Change(_label(fields[column]), said if is_gone else "", "" if is_gone else said)


def _said(field: models.Field[Any, Any], held: Any, names: Names) -> str:
    if held is None or held in ("", [], {}):
        return ""
    if isinstance(held, bool):
        return "yes" if held else "no"
    target = field.related_model
    if isinstance(target, type):
        return names.get(target, {}).get(held, f"{target._meta.verbose_name} {held}")
    return str(held)


def _label(field: models.Field[Any, Any]) -> str:
    return str(field.verbose_name)


def _columns(model: type[models.Model]) -> dict[str, models.Field[Any, Any]]:
    return {str(field.column): field for field in model._meta.concrete_fields}


def _actors(events: Iterable[tuple[Any, type[models.Model]]]) -> set[int]:
    found = {(event.pgh_context or {}).get("user") for event, _ in events}
    return {key for key in found if isinstance(key, int)}


def _names(events: Iterable[tuple[Any, type[models.Model]]]) -> Names:
    """What the rows are called that foreign keys point to, one look-up a model."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for event, model in events:
        for column, field in _columns(model).items():
            if isinstance(field.related_model, type):
                held = [event.pgh_data.get(column), *(event.pgh_diff or {}).get(column, [])]
                wanted.setdefault(field.related_model, set()).update(key for key in held if key)
    return {
        model: {key: str(row) for key, row in model._default_manager.in_bulk(keys).items()}
        for model, keys in wanted.items()
    }
