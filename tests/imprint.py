"""The rows of a database as they once stood, laid down again where a test wants them.

To build the small world through its actions takes half a second, to lay it down a fraction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pgtrigger
from django.db import connection, transaction


@dataclass(frozen=True)
class Imprint:
    """What PostgreSQL's COPY wrote of each table that has rows."""

    tables: dict[str, bytes]

    @classmethod
    def of(cls, build: Callable[[], object]) -> Imprint:
        """What this builds in the tables that migrations leave empty; they are empty afterwards."""
        with transaction.atomic():
            empty = [t for t in connection.introspection.table_names() if not _copied(t)]
            build()
            copied = {table: _copied(table) for table in empty}
            transaction.set_rollback(True)
        return cls({table: rows for table, rows in copied.items() if rows})

    def lay_down(self) -> None:
        """Put the rows there, history and all: no trigger writes it a second time."""
        with pgtrigger.ignore(), connection.cursor() as cursor:
            cursor.execute("SELECT 1")  # carries along which triggers are off
            for table, rows in self.tables.items():
                with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                    copy.write(rows)


def _copied(table: str) -> bytes:
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        return b"".join(bytes(piece) for piece in copy)
