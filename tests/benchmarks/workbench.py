"""A site of its own to measure on, and a stopwatch that counts CPU time.

CPU time is steadier than seconds on a machine that others use too; it is that of this program,
without PostgreSQL's. Where the database does the work, seconds stand beside it.
"""

from __future__ import annotations

import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from project.postgres import locks
from project.postgres.places import Places

SECONDS_FOR_THE_DATABASE_TO_END = 20


@dataclass(frozen=True)
class Measured:
    """Medians in milliseconds."""

    cpu: float
    wall: float


@contextmanager
def site(*, with_corpus: bool) -> Iterator[Path]:
    """Django with a database of its own; gives the state folder, which goes away at the end."""
    with tempfile.TemporaryDirectory(prefix="variorum-", ignore_cleanup_errors=True) as folder:
        os.environ.pop("DATABASE_URL", None)
        os.environ["VARIORUM_STATE"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"  # Playwright keeps a loop in this thread
        _set_up(with_corpus=with_corpus)
        try:
            yield Path(folder)
        finally:
            _let_go(Path(folder))


def measured(act: Callable[[], object], *, times: int) -> Measured:
    """How long the act takes; the first time, which fills caches, does not count."""
    act()
    cpu, wall = [], []
    for _ in range(times):
        began_cpu, began = time.process_time(), time.perf_counter()
        act()
        cpu.append(time.process_time() - began_cpu)
        wall.append(time.perf_counter() - began)
    return Measured(1000 * statistics.median(cpu), 1000 * statistics.median(wall))


def show(
    name: str,
    found: Measured,
    *,
    against: Measured | None = None,
    cpu_goal: float | None = None,
    wall_goal: float | None = None,
) -> None:
    """One line of a table: medians, the ratio to another one, the goal and whether it is met."""
    line = f"{name:<50} CPU {found.cpu:8.1f} ms  wall {found.wall:8.1f} ms"
    if against is not None:
        line += f"  {found.cpu / against.cpu:6.2f} x"
    for kind, goal, reached in (
        ("CPU", cpu_goal, found.cpu),
        ("wall", wall_goal, found.wall),
    ):
        if goal is not None:
            line += f"  goal {goal:.0f} ms {kind}: {'met' if reached <= goal else 'MISSED'}"
    print(line, flush=True)


def _set_up(*, with_corpus: bool) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if with_corpus:
        call_command("load_corpus", stdout=io.StringIO())


def _let_go(state: Path) -> None:
    """Close what is open; the database ends a little after its last client has gone."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        if getattr(connection, "pool", None):
            connection.close_pool()  # type: ignore[attr-defined]
        connection.close()
    watch = Places.of(state).supervisor_lock
    end = time.monotonic() + SECONDS_FOR_THE_DATABASE_TO_END
    while watch.exists() and locks.is_held(watch) and time.monotonic() < end:
        time.sleep(0.1)
