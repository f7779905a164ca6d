"""What the PostgreSQL of a benchmark spends, read from /proc; only of backends that still live."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def cpu_of_postgres() -> float:
    """Seconds of CPU of all its backends together."""
    return _all(_nanoseconds) / 1e9


def memory_of_postgres() -> int:
    """Megabytes that no other program shares."""
    return _all(_private) // 1024


def _all(read: Callable[[Path], int]) -> int:
    from project.postgres.places import Places

    if "VARIORUM_STATE" not in os.environ:
        return 0
    pid_file = Places.of(Path(os.environ["VARIORUM_STATE"])).data / "postmaster.pid"
    if not pid_file.exists():
        return 0
    parent = pid_file.read_text().splitlines()[0]
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if stat.read_text().rpartition(")")[2].split()[1] == parent:
                total += read(stat.parent)
        except (OSError, IndexError):
            continue  # it has just ended
    return total


def _nanoseconds(process: Path) -> int:
    return int((process / "schedstat").read_text().split()[0])


def _private(process: Path) -> int:
    lines = (process / "status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("RssAnon")), 0)
