"""Sites to visit: servers in programs of their own, each with a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from project.env import CHECKOUT
from tests.journeys.corpora import address_of

SECONDS_TO_END = 30
KEY = "made up for tests, fifty characters long or even more"


@dataclass(frozen=True)
class Site:
    """A site that is being served."""

    url: str
    database: str
    server: subprocess.Popen[bytes]

    def at(self, path: str) -> str:
        """The whole address of a path."""
        return self.url + path

    def kill(self) -> None:
        """End its server as a power cut would, whatever it is doing."""
        self.server.kill()
        self.server.wait(timeout=SECONDS_TO_END)


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
def served(told: Mapping[str, str], database: str, log: Path) -> Iterator[Site]:
    """A site over this database; what its server says goes to the log."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as door:
        port = door.getsockname()[1]
        with log.open("wb") as output:
            server = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.serve", str(door.fileno())],
                cwd=CHECKOUT,
                env=dict(told),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[door.fileno()],
            )
    try:
        yield Site(f"http://127.0.0.1:{port}", database, server)
    finally:
        server.communicate(timeout=SECONDS_TO_END)  # closes stdin, which ends it
