"""Sites to visit: servers in programs of their own, each with a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from project.env import CHECKOUT
from tests.journeys.corpora import address_of

SECONDS_TO_END = 120  # a slow machine is not wrong
KEY = "made up for tests, fifty characters long or even more"


@dataclass(frozen=True)
class Site:
    """A site that is being served."""

    url: str
    database: str
    server: int
    line: socket.socket

    def at(self, path: str) -> str:
        """The whole address of a path."""
        return self.url + path

    def kill(self) -> None:
        """End its server as a power cut would, whatever it is doing."""
        os.kill(self.server, signal.SIGKILL)
        self.wait()

    def end(self) -> None:
        """Ask its server to end."""
        self.line.shutdown(socket.SHUT_WR)
        self.wait()

    def wait(self) -> None:
        """Until its server has ended: the other end of the line was open there alone."""
        self.line.settimeout(SECONDS_TO_END)
        assert self.line.recv(1) == b""


def environment(state: Path, database: str) -> dict[str, str]:
    """What a server is told, whatever this program was told itself."""
    own = {"DATABASE_URL": address_of(database), "VARIORUM_STATE": str(state), "SECRET_KEY": KEY}
    passed_on = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**passed_on, **own}


def collect_static(told: Mapping[str, str]) -> None:
    """Gather and compress the static files under the names that the servers use."""
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
        cwd=CHECKOUT,
        env=dict(told),
        check=True,
    )


@contextmanager
def servers(told: Mapping[str, str], log: Path) -> Iterator[socket.socket]:
    """A program that has loaded everything and serves what it is told of through this socket."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs, log.open("wb") as output:
            program = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.serve", str(theirs.fileno())],
                cwd=CHECKOUT,
                env=dict(told),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[theirs.fileno()],
            )
        yield ours
    program.wait(timeout=SECONDS_TO_END)


@contextmanager
def served(orders: socket.socket, database: str, log: Path) -> Iterator[Site]:
    """A site over this database; what its server says goes to the log."""
    door = socket.create_server(("127.0.0.1", 0), backlog=100)
    address = f"http://127.0.0.1:{door.getsockname()[1]}"
    line, end = socket.socketpair()
    with line:
        with door, end, log.open("wb") as output:
            given = [door.fileno(), end.fileno(), output.fileno()]
            socket.send_fds(orders, [database.encode()], given)
            server = int(orders.recv(20))
        site = Site(address, database, server, line)
        try:
            yield site
        finally:
            site.end()
