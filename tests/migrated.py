"""A database with every migration in it, made once and copied for each process that tests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parents[1]
KIND = "migrated_variorum_"
ONE_AT_A_TIME = 0x7661726  # the key of an advisory lock: any number that means nothing else


def template() -> str:
    """The name of the database to copy; made anew when a migration or a library changed."""
    name = KIND + _digest()
    with _alone() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [KIND])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for stale in there:
                cursor.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(stale)))
            _migrate(KIND + "unfinished")
            cursor.execute(
                SQL("ALTER DATABASE {} RENAME TO {}").format(
                    Identifier(KIND + "unfinished"), Identifier(name)
                )
            )
    return name


def _digest() -> str:
    decided_by = [*ROOT.glob("apps/*/migrations/*.py"), ROOT / "requirements.txt"]
    read = hashlib.sha256()
    for path in sorted(decided_by):
        read.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return read.hexdigest()[:16]


@contextmanager
def _alone() -> Iterator[CursorWrapper]:
    """A cursor of the server's own database, while no other process that tests has one."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        yield cursor  # the lock goes with the connection


def _migrate(name: str) -> None:
    site, chosen = connection.settings_dict["NAME"], connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connection.creation.destroy_test_db(site, verbosity=0, keepdb=True)
    finally:
        connection.settings_dict["TEST"]["NAME"] = chosen
