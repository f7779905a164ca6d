"""Where one embedded server keeps its files, so that no other module spells a path."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATABASE = "variorum"
USER = "variorum"
PORT = "5432"

# The kernel cuts socket paths at 107 bytes (Linux) or 103 (macOS).
LONGEST_SOCKET_PATH = 100


@dataclass(frozen=True)
class Places:
    """The folder of one embedded server and what lies in it."""

    folder: Path

    @classmethod
    def of(cls, state: Path) -> Places:
        """Resolve links, so that every client of one state finds the same locks and socket."""
        return cls(Path(state).resolve() / "postgres")

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log.txt"

    @property
    def clients_lock(self) -> Path:
        return self.folder / "clients.lock"

    @property
    def start_lock(self) -> Path:
        return self.folder / "start.lock"

    @property
    def supervisor_lock(self) -> Path:
        return self.folder / "supervisor.lock"

    @property
    def socket_folder(self) -> Path:
        """Beside the data, or in /tmp where that path would be too long for a socket.

        Not in TMPDIR: two clients with different ones would look in different places.
        """
        beside = self.folder / "socket"
        if len(bytes(beside / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH:
            return beside
        name = hashlib.sha256(bytes(self.folder)).hexdigest()[:16]
        return Path("/tmp") / f"variorum-{name}"  # noqa: S108 (its owner is checked before use)


def dsn(state: Path, database: str = DATABASE) -> str:
    """Name the embedded server as psql, pg_dump and psycopg understand it."""
    host = str(Places.of(state).socket_folder).replace("\\", "\\\\").replace("'", "\\'")
    return f"host='{host}' port={PORT} user={USER} dbname={database}"


def django_database(state: Path) -> dict[str, Any]:
    """Describe the embedded server as an entry of Django's DATABASES."""
    return {
        "ENGINE": "project.postgres.backend",
        "NAME": DATABASE,
        "USER": USER,
        "HOST": str(Places.of(state).socket_folder),
        "PORT": PORT,
        "STATE": str(state),
    }
