"""Stores a project file in an empty database: all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pgtrigger
from django.contrib.auth.hashers import make_password
from django.db import Error, connection, transaction
from django.db.models import AutoField

from apps.accounts.history import because
from apps.accounts.models import User
from apps.claims.changes import take_turns
from apps.claims.planning import know_tables
from apps.domain.refusals import Refusal, quoted
from apps.reading.project_file.dumping import plain
from apps.reading.project_file.reading import NOTHING, Line, ProjectFile
from apps.reading.project_file.reckoning import derive_claims, reckon_the_rest
from apps.reading.project_file.references import References
from apps.reading.project_file.tables import NUMBER, Table, past_tables, tables

BATCH = 1000
AGAINST = 'INSERT INTO "{0}" ({1}) SELECT {1} FROM json_populate_recordset(NULL::"{0}", %s::json)'

Columns = dict[str, Any]
Tell = Callable[[str], None]


@transaction.atomic
def load_project(*, file: ProjectFile, reason: str, tell: Tell) -> int:
    """Store all rows under their old numbers; how many there are.

    With a history in the file that one is kept; without, this load is where history begins.
    """
    take_turns()
    _refuse_what_is_here()
    _check_references("DEFERRED")  # rows may name rows that come later
    with _recorded(file, reason):
        references = References.of(file)
        for table in tables().values():
            lines = file.rows.get(table.name, [])
            tell(f"{table.name}: {len(lines):,}")
            _store(table, lines, references)
        file.refuse_complaints()
        for name, _ in past_tables():
            _insert_past(name, file.past.get(name, []))
        know_tables()
        derive_claims(file)
        file.refuse_complaints()
    _go_on_counting()
    reckon_the_rest(file)
    file.refuse_complaints()
    _check_references("IMMEDIATE")
    return sum(len(lines) for lines in file.rows.values())


def _recorded(file: ProjectFile, reason: str) -> AbstractContextManager[Any]:
    return pgtrigger.ignore() if file.past else because(None, reason)


def _check_references(when: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL {when}")


def _refuse_what_is_here() -> None:
    for table in tables().values():
        if table.model._default_manager.exists():
            raise Refusal(
                f"This database holds a project already: there are rows of {table.name}.",
                remedy="Load into an empty one. `manage.py flush` empties this one for good.",
            )


def _store(table: Table, lines: Sequence[Line], references: References) -> None:
    file = references.file
    _insert(table.model._meta.db_table, [(n, _columns(n, table, references)) for n in lines], file)
    for link in table.links:
        pairs = [
            (line, {link.m2m_column_name(): line.id, link.m2m_reverse_name(): other})
            for line in lines
            for other in references.linked(line, link)
        ]
        _insert(link.remote_field.through._meta.db_table, pairs, file)


def _columns(line: Line, table: Table, references: References) -> Columns:
    """What is stored of a row, column by column."""
    columns: Columns = {NUMBER: line.id}
    fields: Sequence[Any] = table.model._meta.fields
    for field in fields:
        if field.primary_key:
            continue
        told = line.row.get(field.name) if field.name in table.columns else None
        if told is None:
            columns[field.column] = field.get_default()
        elif field.is_relation:
            columns[field.column] = references.named(line, field, told)
        else:
            columns[field.column] = told
    if table.model is User:
        columns["password"] = make_password(None)
    return columns


def _insert(name: str, rows: Sequence[tuple[Line, Columns]], file: ProjectFile) -> None:
    """Store rows by the thousand; where the database refuses some, find out which."""
    if not file.complaints:
        for start in range(0, len(rows), BATCH):
            _insert_some(name, rows[start : start + BATCH], file)


def _insert_some(name: str, rows: Sequence[tuple[Line, Columns]], file: ProjectFile) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            columns = ", ".join(f'"{column}"' for column in rows[0][1])
            cursor.execute(
                AGAINST.format(name, columns), [json.dumps([row for _, row in rows], default=plain)]
            )
    except Error as error:
        if len(rows) == 1:
            file.complain(
                rows[0][0].number, f"The database refuses it: {str(error).splitlines()[0]}"
            )
            return
        half = len(rows) // 2
        _insert_some(name, rows[:half], file)
        _insert_some(name, rows[half:], file)


def _insert_past(name: str, lines: Sequence[str]) -> None:
    """Store what was recorded, as it stands."""
    query = f'INSERT INTO "{name}" SELECT * FROM json_populate_recordset(NULL::"{name}", %s::json)'
    try:
        with connection.cursor() as cursor:
            for start in range(0, len(lines), BATCH):
                cursor.execute(query, [f"[{','.join(lines[start : start + BATCH])}]"])
    except Error as error:
        raise Refusal(
            f"The history {quoted(name)} does not fit: {error}", remedy=NOTHING
        ) from error


def _go_on_counting() -> None:
    """Let the next row of every table get a number that no row has, nor had before."""
    models = [
        *tables(),
        *(link.remote_field.through for t in tables().values() for link in t.links),
    ]
    numbered = [
        *(
            (m._meta.db_table, m._meta.pk.column)
            for m in models
            if isinstance(m._meta.pk, AutoField)
        ),
        *((name, order) for name, order in past_tables() if order == "pgh_id"),
    ]
    with connection.cursor() as cursor:
        for name, column in numbered:
            count = f"pg_get_serial_sequence('{name}', '{column}')"
            cursor.execute(
                f'SELECT setval({count}, greatest(nextval({count}), max("{column}"))) FROM "{name}"'
            )
