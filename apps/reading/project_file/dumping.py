"""Writes the project as lines: tables in the order of the rooms, rows in the order of their keys.

The same project gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from apps.reading.project_file.extent import Extent
from apps.reading.project_file.tables import IN, NUMBER, Model, Table, past_tables, tables

FORMAT = 1
BATCH = 2000

Key = tuple[Any, ...]


def dumped(extent: Extent) -> Iterator[str]:
    """Every line, from the head that says what the file holds to the count that closes it."""
    count = 0
    yield _line({"variorum": FORMAT, "holds": extent.holds})
    for line in _lines(extent):
        count += 1
        yield line
    yield _line({"lines": count})


def _lines(extent: Extent) -> Iterator[str]:
    names = Names(extent)
    for table in tables().values():
        if extent.carries(table):
            yield from map(_line, _rows_of(table, extent, names))
    if extent.has_history:
        for name, order in past_tables():
            yield from _past(name, order)


@dataclass
class Names:
    """The keys by which rows are referred to, looked up once a table."""

    extent: Extent
    known: dict[Model, dict[int, Key]] = field(default_factory=dict)

    def of(self, model: Model) -> dict[int, Key]:
        """For each row that is carried, by its number, its key."""
        if model not in self.known:
            table = tables()[model]
            self.known[model] = dict(self._named(table)) if self.extent.carries(table) else {}
        return self.known[model]

    def _named(self, table: Table) -> Iterator[tuple[int, Key]]:
        parts = [table.columns[name] for name in table.key]
        rows = self.extent.rows(table).order_by()
        for number, *values in rows.values_list("pk", *(part.attname for part in parts)):
            key = self._joined(parts, values) if parts else (number,)
            if key is not None:
                yield number, self.extent.called(table, number, key)

    def _joined(self, parts: list[Any], values: list[Any]) -> Key | None:
        """The parts of a key in a row; None where it names a row that is not carried."""
        joined: Key = ()
        for part, value in zip(parts, values, strict=True):
            named = self.of(part.related_model).get(value) if part.is_relation else (value,)
            if named is None:
                return None
            joined += named
        return joined


def _rows_of(table: Table, extent: Extent, names: Names) -> Iterator[dict[str, Any]]:
    """The rows of a table; one that refers to a row which is not carried is left out with it."""
    own = names.of(table.model)
    linked = {link.name: _linked(link, names) for link in table.links}
    chosen = extent.rows(table).order_by().values_list("pk", *(f.attname for f in table.fields))
    for number, *values in sorted(
        (row for row in chosen if row[0] in own), key=lambda row: own[row[0]]
    ):
        row: dict[str, Any] = {IN: table.name, NUMBER: number}
        try:
            row |= {f.name: _told(f, v, names) for f, v in zip(table.fields, values, strict=True)}
        except LookupError:
            continue
        row |= {name: sorted(there.get(number, ())) for name, there in linked.items()}
        said = extent.shown(table, row)
        yield {name: said[name] for name in said if not table.goes_without(name, said[name])}


def _told(column: Any, value: Any, names: Names) -> Any:
    """The value, or the key of the row that it names."""
    if value is None or not column.is_relation:
        return value
    return written(names.of(column.related_model)[value])


def written(key: Key) -> Any:
    """A key as it stands in a line: bare where it has one part."""
    return key[0] if len(key) == 1 else key


def _linked(link: Any, names: Names) -> dict[int, list[Any]]:
    """For each row, by its number, the keys of the rows that it is linked to."""
    found: dict[int, list[Any]] = {}
    known = names.of(link.related_model)
    pairs = link.remote_field.through._default_manager.order_by().values_list(
        f"{link.m2m_field_name()}_id", f"{link.m2m_reverse_field_name()}_id"
    )
    for one, other in pairs:
        if other in known:
            found.setdefault(one, []).append(written(known[other]))
    return found


def _past(name: str, order: str) -> Iterator[str]:
    """What the database recorded, as it stands: it speaks of rows by their numbers."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT to_json(event)::text FROM "{name}" AS event ORDER BY {order}')
        while rows := cursor.fetchmany(BATCH):
            for (said,) in rows:
                yield f'{{"{IN}": "{name}", {said[1:]}\n'


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, default=plain) + "\n"


def plain(value: Any) -> str:
    """A value that JSON does not know; another kind than these would be a field of a new kind."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a project file yet.")
