"""What the rest of the program asks of the embedded PostgreSQL: be there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from project.postgres import account, cluster, health, locks
from project.postgres.errors import EmbeddedServerError, did_not_start
from project.postgres.health import Answer
from project.postgres.places import Places, django_database, dsn

__all__ = ["GRACE", "EmbeddedServerError", "django_database", "dsn", "ensure"]

# Seconds the server stays after its last client, so that commands in a row find it running.
GRACE = 4.0
PATIENCE = 30.0
PATIENCE_WITH_RECOVERY = 600.0
CHECKOUT = Path(__file__).resolve().parents[2]

_shares: dict[Places, locks.Lock] = {}
_one_thread_at_a_time = threading.Lock()


def ensure(state: Path, *, grace: float = GRACE) -> None:
    """See that the server of this state runs, and keep it running as long as this program lives.

    Costs some microseconds when all is well, so it can be called before each connection.
    """
    places = Places.of(state)
    if places in _shares and locks.is_held(places.supervisor_lock):
        return
    with _one_thread_at_a_time:
        try:
            _join(places)
            _bring_up(places, grace)
        except OSError as error:
            raise _plainly(error, places) from error


def _join(places: Places) -> None:
    places.folder.mkdir(parents=True, exist_ok=True)
    if places not in _shares:
        _shares[places] = locks.share(places.clients_lock)


def _bring_up(places: Places, grace: float) -> None:
    if _is_well(places):
        return
    with locks.alone(places.start_lock):
        if _is_well(places):
            return
        written_before = places.log.stat().st_size if places.log.exists() else 0
        if not locks.is_held(places.supervisor_lock):
            cluster.prepare(places, account.choose(places.data))
            _start_supervisor(places, grace)
        _wait_until_it_answers(places, written_before)


def _is_well(places: Places) -> bool:
    return locks.is_held(places.supervisor_lock) and health.knock(places) is Answer.READY


def _start_supervisor(places: Places, grace: float) -> None:
    """Start it as a grandchild, so that nobody has to collect it when it ends."""
    with places.log.open("ab") as log:
        subprocess.run(
            [sys.executable, "-m", "project.postgres.supervisor", places.folder, str(grace)],
            cwd=CHECKOUT,
            env=dict(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        )


def _wait_until_it_answers(places: Places, written_before: int) -> None:
    began = time.monotonic()
    while True:
        answer = health.knock(places)
        if answer is Answer.READY:
            return
        patience = PATIENCE_WITH_RECOVERY if answer is Answer.STARTING else PATIENCE
        given_up = not locks.is_held(places.supervisor_lock)
        if given_up or time.monotonic() - began > patience:
            raise did_not_start(places.folder, places.log, written_before)
        time.sleep(0.03)


def _plainly(error: OSError, places: Places) -> EmbeddedServerError:
    """Word what the file system refused."""
    remedy = "Set VARIORUM_STATE to a folder of your own, or set DATABASE_URL to a server."
    if isinstance(error, PermissionError):
        remedy = f"It belongs to another user: start as that user. {remedy}"
    return EmbeddedServerError(
        f"The embedded PostgreSQL cannot use {places.folder}: {error.strerror or error} "
        f"({error.filename or places.folder}). {remedy}"
    )
