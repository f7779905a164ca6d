"""States of an embedded server to try things on, and programs that use them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from project.postgres import account, cluster, locks
from project.postgres.places import Places
from tests.project.postgres.watching import Client, StartClient, wait_until

CHECKOUT = Path(__file__).resolve().parents[3]
CLIENT = Path(__file__).with_name("client.py")


@pytest.fixture(scope="session")
def prepared_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder, made once, that tests copy."""
    places = Places.of(tmp_path_factory.mktemp("prepared"))
    places.folder.mkdir()
    cluster.prepare(places, account.choose(places.data))
    return places.data


@pytest.fixture
def places(tmp_path: Path, prepared_data: Path) -> Iterator[Places]:
    """A state with a data folder and no server yet; afterwards nothing is left running."""
    places = Places.of(tmp_path / "state")
    shutil.copytree(prepared_data, places.data, copy_function=shutil.copy)
    places.data.chmod(0o700)
    yield places
    wait_until(lambda: not locks.is_held(places.supervisor_lock))
    assert cluster.running_pid(places.data) is None


@pytest.fixture
def start_client() -> Iterator[StartClient]:
    """Start programs that use a state, and end those that are left."""
    clients: list[Client] = []

    def start(state: Path) -> Client:
        client = subprocess.Popen(
            [sys.executable, CLIENT, state],
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        clients.append(client)
        return client

    yield start
    for client in clients:
        client.communicate()
