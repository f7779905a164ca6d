"""File locks. The kernel drops them with their owner, so a killed client needs no bookkeeping."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from project.postgres.errors import EmbeddedServerError

if sys.platform == "win32":
    raise EmbeddedServerError(
        "The embedded PostgreSQL does not run on Windows. "
        "Set DATABASE_URL to a PostgreSQL server (14 or newer), or work inside WSL."
    )

import fcntl

NOT_SUPPORTED = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


class Lock:
    """A lock on one file, held until it is released or its owner and all its forks have ended."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self, kind: int) -> bool:
        """Take the lock in one of fcntl's kinds; False if it was asked not to wait and would."""
        try:
            fcntl.flock(self._file, kind)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno in NOT_SUPPORTED:
                raise EmbeddedServerError(
                    f"The file system of {self.path} knows no file locks. "
                    "Set VARIORUM_STATE to a folder on a local disk."
                ) from error
            raise
        return True

    def take_at_once(self) -> bool:
        """Hold the lock alone, or answer False because somebody else has it."""
        return self.take(fcntl.LOCK_EX | fcntl.LOCK_NB)

    def yield_up(self) -> None:
        """Let others have the lock, but keep the file at hand."""
        fcntl.flock(self._file, fcntl.LOCK_UN)

    def release(self) -> None:
        os.close(self._file)


def share(path: Path) -> Lock:
    """Join those who hold the lock, waiting while somebody holds it alone."""
    lock = Lock(path)
    lock.take(fcntl.LOCK_SH)
    return lock


def seize(path: Path) -> Lock | None:
    """Hold the lock alone, or answer None at once because somebody else has it."""
    lock = Lock(path)
    if lock.take_at_once():
        return lock
    lock.release()
    return None


def is_held(path: Path) -> bool:
    """Tell whether some living program holds the lock alone."""
    lock = Lock(path)
    try:
        return not lock.take(fcntl.LOCK_SH | fcntl.LOCK_NB)
    finally:
        lock.release()


@contextlib.contextmanager
def alone(path: Path, *, while_waiting: str = "") -> Iterator[None]:
    """Hold the lock alone for a block of code; waiting for one's turn, say why it takes long."""
    lock = Lock(path)
    if not lock.take_at_once():
        if while_waiting:
            print(while_waiting, flush=True)
        lock.take(fcntl.LOCK_EX)
    try:
        yield
    finally:
        lock.release()
