"""The detached program that runs PostgreSQL for as long as somebody uses it.

Clients share a lock on one file. When the supervisor can take that lock alone, nobody is left,
and it stops the server while holding the lock, so that a newcomer waits and then starts afresh.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from project.postgres import account, cluster, locks, programs
from project.postgres.places import PORT, Places

LOOK_EVERY = 0.25
LONGEST_LOG = 5_000_000
QUICK_DEATHS_ALLOWED = 3
LIVED_LONG_ENOUGH = 10.0
SERVER_OPTIONS = (
    "listen_addresses=",
    f"port={PORT}",
    "unix_socket_permissions=0700",
    "max_connections=200",
    "shared_buffers=64MB",
    "timezone=UTC",
    "log_timezone=UTC",
)


class Postmaster:
    """The server process: started by us, or left by a supervisor that was killed."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.account = account.choose(places.data)
        self.programs = programs.reachable_by(self.account, places)
        self._child: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._quick_deaths = 0

    def is_running(self) -> bool:
        if self._child is not None and self._child.poll() is None:
            return True
        return cluster.running_pid(self.places.data) is not None

    def start(self) -> None:
        """Start the server; a bit later each time it died young."""
        if self._started and time.monotonic() - self._started > LIVED_LONG_ENOUGH:
            self._quick_deaths = 0
        elif self._started:
            self._quick_deaths += 1
            time.sleep(0.2 * self._quick_deaths)
        cluster.drop_stale_pid(self.places.data)
        self.account.make_folder(self.places.socket_folder)
        options = [part for option in SERVER_OPTIONS for part in ("-c", option)]
        command: list[str | Path] = [self.programs / "postgres", "-D", self.places.data]
        command += ["-k", self.places.socket_folder, *options]
        with self.places.log.open("ab") as log:
            if log.tell() > LONGEST_LOG:
                log.truncate(0)
            self._child = self.account.start(command, log)
        self._started = time.monotonic()

    @property
    def is_hopeless(self) -> bool:
        return self._quick_deaths >= QUICK_DEATHS_ALLOWED

    def stop(self) -> None:
        """Stop without waiting for sessions; what was committed stays."""
        self._ask_to_end(signal.SIGINT)
        if not self._ended_within(seconds=30):
            self._ask_to_end(signal.SIGQUIT)
            self._ended_within(seconds=10)

    def _ask_to_end(self, how: signal.Signals) -> None:
        pid = cluster.running_pid(self.places.data)
        if pid is not None:
            os.kill(pid, how)
        elif self._child is not None and self._child.poll() is None:
            self._child.send_signal(how)

    def _ended_within(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.is_running():
                return True
            time.sleep(0.05)
        return False


class Supervisor:
    """Watches one server and its clients."""

    def __init__(self, places: Places, grace: float) -> None:
        self.places = places
        self.grace = grace
        self.was_told_to_stop = False
        self._clients = locks.Lock(places.clients_lock)
        self._quiet_since: float | None = None

    def watch(self, own_lock: locks.Lock) -> None:
        """Keep the server running until the last client has been gone for a while."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, self._stop_soon)
        postmaster = Postmaster(self.places)
        while not self.was_told_to_stop and not self._is_deserted():
            if not postmaster.is_running():
                if postmaster.is_hopeless:
                    break
                postmaster.start()
            time.sleep(LOOK_EVERY)
        postmaster.stop()
        with contextlib.suppress(OSError):
            self.places.socket_folder.rmdir()
        # First this one, so that a client let in by the other finds nobody on watch.
        own_lock.release()
        self._clients.release()

    def _stop_soon(self, *_: object) -> None:
        self.was_told_to_stop = True

    def _is_deserted(self) -> bool:
        """Take the clients' lock for good once it was free for the whole time of grace."""
        if not self._clients.take_at_once():
            self._quiet_since = None
            return False
        now = time.monotonic()
        self._quiet_since = self._quiet_since or now
        if now - self._quiet_since >= self.grace:
            return True
        self._clients.yield_up()
        return False


def main(folder: str, grace: str) -> None:
    """Take the watch, let the caller go on, and stay."""
    places = Places(Path(folder))
    own_lock = _take_the_watch(places)
    if own_lock is None or os.fork():
        return
    os.setsid()
    os.chdir("/")
    Supervisor(places, float(grace)).watch(own_lock)


def _take_the_watch(places: Places) -> locks.Lock | None:
    # Whoever asks whether there is a watch holds the lock for an instant; try a few times.
    for _ in range(20):
        lock = locks.seize(places.supervisor_lock)
        if lock is not None:
            return lock
        time.sleep(0.05)
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
