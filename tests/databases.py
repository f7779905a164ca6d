"""Databases that take long to make: made once, kept, and copied by every process that tests."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from django.core.management import call_command
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test import override_settings
from psycopg.sql import SQL, Identifier, Literal

from apps.sources.expected import expected_originals
from apps.sources.store import recognised

ROOT = Path(__file__).resolve().parents[1]
MIGRATIONS = ("apps/*/migrations/*.py", "requirements.txt")
LOADING = ("apps/**/*.py", "project/*.py", "fixtures/*.json*", "requirements.txt")


def write_without_waiting() -> None:
    """Let the tests' own server trust that the power stays on; no other is told that."""
    if connection.settings_dict["ENGINE"] != "project.postgres.backend":
        return
    with _server() as cursor:
        for safety in ("fsync", "full_page_writes", "synchronous_commit"):
            cursor.execute(f"ALTER SYSTEM SET {safety} = off")
        cursor.execute("SELECT pg_reload_conf()")


def with_tables() -> str:
    """The name of a database with every migration in it and no rows."""
    return _kept("migrated", _digest(MIGRATIONS), _migrate)


def with_corpus(*, originals: bool) -> str:
    """The name of one with the corpus as this machine loads it, or as one without originals."""
    here = sorted(recognised(set(expected_originals().values()))) if originals else []
    load = partial(_load, with_tables(), originals=originals)
    return _kept("originals" if here else "records", _digest(LOADING, here), load)


def told_of(database: str) -> str:
    """What loading the corpus into it said."""
    with _server() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [database],
        )
        [said] = cursor.fetchone()
    return str(said)


@contextmanager
def without_originals() -> Iterator[None]:
    """Everything inside runs in a checkout beside which no original lies."""
    with TemporaryDirectory() as folder:
        elsewhere = Path(folder) / "checkout"
        elsewhere.mkdir()
        (elsewhere / "fixtures").symlink_to(ROOT / "fixtures")
        with override_settings(BASE_DIR=elsewhere, TEXTS_FOLDER=None):
            yield


@contextmanager
def connected_to(database: str) -> Iterator[None]:
    """Everything inside reads and writes this database instead of the usual test database."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = database
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@contextmanager
def copied(database: str, name: str) -> Iterator[str]:
    """A copy of a database that nobody uses just now; it lives as long as the block."""
    whose = connection.settings_dict["TEST"]["NAME"] or connection.settings_dict["NAME"]
    copy = f"test_{name}_{whose}"
    with _server() as cursor:
        _copy(cursor, database, copy)
    try:
        yield copy
    finally:
        with _server() as cursor:
            _drop(cursor, copy)


def _kept(kind: str, digest: str, make: Callable[[str], None]) -> str:
    """The one database of this kind, made anew when what decides about it has changed."""
    family = f"kept_variorum_{kind}_"
    name, unfinished = family + digest, f"{family}unfinished"
    with _server() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [crc32(family.encode())])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [family])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for stale in there:
                _drop(cursor, stale)
            make(unfinished)
            rename = SQL("ALTER DATABASE {} RENAME TO {}")
            cursor.execute(rename.format(Identifier(unfinished), Identifier(name)))
    return name


def _digest(patterns: Sequence[str], said: Sequence[str] = ()) -> str:
    read = hashlib.sha256("\0".join(said).encode())
    for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern)}):
        read.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return read.hexdigest()[:16]


def _migrate(name: str) -> None:
    site, chosen = connection.settings_dict["NAME"], connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connection.creation.destroy_test_db(site, verbosity=0, keepdb=True)
    finally:
        connection.settings_dict["TEST"]["NAME"] = chosen


def _load(tables: str, name: str, *, originals: bool) -> None:
    """Load the corpus as script/server does, and keep beside it what that said."""
    with _server() as cursor:
        _copy(cursor, tables, name)
    said = io.StringIO()
    with connected_to(name), nullcontext() if originals else without_originals():
        call_command("load_corpus", stdout=said)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            comment = SQL("COMMENT ON DATABASE {} IS {}")
            cursor.execute(comment.format(Identifier(name), Literal(said.getvalue())))


@contextmanager
def _server() -> Iterator[CursorWrapper]:
    """A cursor of the server's own database; a lock that it takes goes with the block."""
    with connection._nodb_cursor() as cursor:
        yield cursor


def _copy(cursor: CursorWrapper, database: str, name: str) -> None:
    _drop(cursor, name)
    copy = SQL("CREATE DATABASE {} TEMPLATE {}")
    cursor.execute(copy.format(Identifier(name), Identifier(database)))


def _drop(cursor: CursorWrapper, database: str) -> None:
    cursor.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database)))
