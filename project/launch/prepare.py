"""Brings database, corpus and static files up to date; does nothing that is done already."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from project import env
from project.launch import environment
from project.launch.errors import CannotStart
from project.postgres import locks


def main() -> int:
    """Set everything up without serving."""
    prepare()
    print("Everything is set up. Serve it with script/server.")
    return 0


def prepare() -> None:
    """Set everything up, one program at a time."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    state = env.state_folder()
    try:
        state.mkdir(parents=True, exist_ok=True)
        with locks.alone(state / "prepare.lock", while_waiting=environment.WAITING):
            django.setup()
            _migrate()
            call_command("load_corpus", "--if-changed")
            _collect_static(state / "static.sha256")
    except CommandError as error:
        raise CannotStart(str(error)) from error
    except OperationalError as error:
        raise CannotStart(_database_trouble(error)) from error
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise CannotStart(f"The disk of {state} is full. Free some space.") from error


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        print(f"Database: applying {len(waiting)} migrations …", flush=True)
        call_command("migrate", verbosity=0, interactive=False)


def _collect_static(stamp: Path) -> None:
    """Gather static files under names with checksums, when one of them changed."""
    wanted = _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(wanted, encoding="ascii")


def _fingerprint() -> str:
    """Ours by content; those of packages change with requirements.txt only."""
    digest = hashlib.sha256(str(settings.STATIC_ROOT).encode())
    for file in _static_sources():
        digest.update(bytes(file) + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _static_sources() -> Iterator[Path]:
    yield settings.BASE_DIR / "requirements.txt"
    for folder in settings.STATICFILES_DIRS:
        yield from sorted(file for file in Path(folder).rglob("*") if file.is_file())


def _database_trouble(error: OperationalError) -> str:
    said = str(error).strip()
    if "No space left on device" in said:
        return f"The disk of the database is full. Free some space and start again.\n  {said}"
    if env.text("DATABASE_URL"):
        return f"The server that DATABASE_URL names does not answer as it should:\n  {said}"
    return f"The embedded database does not answer as it should:\n  {said}"
