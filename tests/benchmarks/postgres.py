"""What the PostgreSQL of a benchmark spends, read from /proc."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path


def cpu_of_postgres() -> float:
    """Seconds of CPU of all its backends together, those that have ended among them."""
    return _all(_nanoseconds) / 1e9 + _of_ended()


def memory_of_postgres() -> int:
    """Megabytes that no other program shares."""
    return _all(_private) // 1024


def _all(read: Callable[[Path], int]) -> int:
    parent, total = _postmaster(), 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if stat.read_text().rpartition(")")[2].split()[1] == parent:
                total += read(stat.parent)
        except (OSError, IndexError):
            continue  # it has just ended
    return total


def _postmaster() -> str:
    """The number of the program whose children the backends are; nothing where none runs."""
    from project.postgres.places import Places

    if "VARIORUM_STATE" not in os.environ:
        return ""
    pid_file = Places.of(Path(os.environ["VARIORUM_STATE"])).data / "postmaster.pid"
    return pid_file.read_text().splitlines()[0] if pid_file.exists() else ""


def _of_ended() -> float:
    """Seconds of its children that are no more: workers for one question live that long."""
    number = _postmaster()
    if not number:
        return 0.0
    user, system = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[13:15]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _nanoseconds(process: Path) -> int:
    return int((process / "schedstat").read_text().split()[0])


def _private(process: Path) -> int:
    lines = (process / "status").read_text().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("RssAnon")), 0)
