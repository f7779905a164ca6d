"""As whom PostgreSQL runs: it refuses to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from project.postgres.errors import EmbeddedServerError

# A user namespace in which root is user 1000: no new account, no chown, no chmod.
NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
SERVICE_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """How to start a program so that PostgreSQL accepts the user it runs as."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def run(
        self, command: Sequence[str | Path], words: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end, optionally telling it some words, and catch what it says."""
        return subprocess.run(
            [*self.prefix, *command],
            input=words,
            stdin=subprocess.DEVNULL if words is None else None,
            capture_output=True,
            text=True,
            cwd="/",
            env=clean_environment(),
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def start(self, command: Sequence[str | Path], log: IO[bytes]) -> subprocess.Popen[bytes]:
        """Start a program that outlives the terminal and writes to a log."""
        return subprocess.Popen(
            [*self.prefix, *command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=clean_environment(),
            start_new_session=True,
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
        )

    def make_folder(self, folder: Path) -> None:
        """Make a folder that only this account may enter; refuse somebody else's."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.uid is not None and self.gid is not None:
            os.chown(folder, self.uid, self.gid)
        owner = os.geteuid() if self.uid is None else self.uid
        found = folder.lstat()
        if found.st_uid != owner or found.st_mode & 0o077 or folder.is_symlink():
            raise EmbeddedServerError(
                f"{folder} is open to others or belongs to somebody else. "
                "Remove it and start again."
            )


def choose(data: Path) -> Account:
    """Choose the account for a data folder: its owner, else whoever may."""
    if os.geteuid() != 0:
        return Account()
    owner = data.stat().st_uid if data.exists() else 0
    if owner:
        return Account(uid=owner, gid=data.stat().st_gid)
    if _namespaces_work():
        return Account(prefix=NAMESPACE)
    return _service_account(data)


def clean_environment() -> dict[str, str]:
    """Leave out PGPORT and its like, which would change what PostgreSQL does."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _namespaces_work() -> bool:
    try:
        return subprocess.run([*NAMESPACE, "true"], capture_output=True).returncode == 0
    except OSError:
        return False


def _service_account(data: Path) -> Account:
    for name in SERVICE_ACCOUNTS:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        account = Account(uid=found.pw_uid, gid=found.pw_gid)
        _check_that_it_reaches(account, name, data.parent)
        return account
    raise EmbeddedServerError(
        "PostgreSQL refuses to run as root, this machine allows no user namespaces, and there is "
        "no user 'postgres' or 'nobody'. Start as an ordinary user, or set DATABASE_URL."
    )


def _check_that_it_reaches(account: Account, name: str, folder: Path) -> None:
    if account.run(["sh", "-c", 'cd "$1"', "sh", folder]).returncode:
        raise EmbeddedServerError(
            f"PostgreSQL refuses to run as root, and the user '{name}' cannot enter {folder}. "
            "Set VARIORUM_STATE to a folder that everybody may enter, for example "
            "/var/lib/variorum, or start as an ordinary user."
        )
