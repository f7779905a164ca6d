"""The data folder: made once, whole or not at all, and checked before each start."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from project.postgres import programs
from project.postgres.account import Account
from project.postgres.errors import EmbeddedServerError, advice_on
from project.postgres.places import DATABASE, USER, Places

# The same order and case rules on every machine, whatever its locale.
INITDB_OPTIONS = (
    f"--username={USER}",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    # Not pg_catalog.english: initdb adds the prefix itself.
    "--text-search-config=english",
    "--no-instructions",
)


def prepare(places: Places, account: Account) -> None:
    """Make the data folder if there is none, else see that these programs can read it."""
    binaries = programs.reachable_by(account, places)
    if not places.data.exists():
        _make(places, account, binaries)
        return
    made_by = _version_of(places.data)
    runs = programs.major_version(account, binaries)
    if made_by and made_by != runs:
        raise EmbeddedServerError(
            f"The data in {places.data} was written by PostgreSQL {made_by}, but PostgreSQL {runs} "
            f"is installed. Go back to the requirements.txt of before, dump, and load the dump; "
            f"or move {places.data} away to start with an empty database."
        )


def drop_stale_pid(data: Path) -> None:
    """Remove a pid file whose number now belongs to some other program.

    After a hard stop PostgreSQL would take that program for a running server. The case of a
    number that belongs to nobody is PostgreSQL's own to clear: it looks for left-over memory.
    """
    pid = recorded_pid(data)
    if pid is not None and _is_alive(pid) and not is_server_of(pid, data):
        (data / "postmaster.pid").unlink(missing_ok=True)


def running_pid(data: Path) -> int | None:
    """Answer the process that serves this data folder, if there is one."""
    pid = recorded_pid(data)
    return pid if pid is not None and is_server_of(pid, data) else None


def recorded_pid(data: Path) -> int | None:
    try:
        return int((data / "postmaster.pid").read_text(encoding="ascii").split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None


def is_server_of(pid: int, data: Path) -> bool:
    """Tell a server by its working folder, which is the data folder, or else by its name."""
    if not _is_alive(pid):
        return False
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == data.resolve()
    except PermissionError:
        return False
    except FileNotFoundError:
        name = subprocess.run(["ps", "-p", str(pid), "-o", "comm="], capture_output=True, text=True)
        return Path(name.stdout.strip()).name.startswith("postgres")


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _version_of(data: Path) -> str:
    try:
        return (data / "PG_VERSION").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _make(places: Places, account: Account, binaries: Path) -> None:
    unfinished = places.folder / "data.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    account.make_folder(unfinished)
    made = account.run([binaries / "initdb", "-D", unfinished, *INITDB_OPTIONS])
    _stop_unless_done(made, places)
    # Single-user mode, so that the folder is complete before it gets its name.
    filled = account.run(
        [binaries / "postgres", "--single", "-D", unfinished, "postgres"],
        words=f"CREATE DATABASE {DATABASE};\n",
    )
    _stop_unless_done(filled, places)
    unfinished.rename(places.data)


def _stop_unless_done(done: subprocess.CompletedProcess[str], places: Places) -> None:
    if done.returncode:
        raise EmbeddedServerError(
            f"PostgreSQL could not make its data folder in {places.folder}. It said:\n"
            f"{done.stderr.strip()}\n{advice_on(done.stderr, places.folder)}"
        )
