"""The embedded server is there for whoever asks, and gone after the last one."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from project.postgres import cluster, locks
from project.postgres.places import Places
from tests.project.postgres.watching import StartClient, first_words_of, wait_until


def test_the_first_client_of_an_empty_folder_makes_the_database(
    tmp_path: Path, start_client: StartClient
) -> None:
    state = tmp_path / "a folder with spaces" / "state"

    client = start_client(state)

    assert first_words_of(client).startswith("connected")
    assert Places.of(state).data.stat().st_mode & 0o077 == 0


def test_a_second_client_uses_the_server_of_the_first(
    places: Places, start_client: StartClient
) -> None:
    first = first_words_of(start_client(places.folder.parent))

    second = first_words_of(start_client(places.folder.parent))

    assert second == first


def test_many_clients_at_once_start_one_server(places: Places, start_client: StartClient) -> None:
    clients = [start_client(places.folder.parent) for _ in range(5)]

    words = {first_words_of(client) for client in clients}

    assert len(words) == 1


def test_the_server_ends_soon_after_its_last_client_was_killed(
    places: Places, start_client: StartClient
) -> None:
    client = start_client(places.folder.parent)
    first_words_of(client)

    client.send_signal(signal.SIGKILL)
    client.wait()

    wait_until(lambda: cluster.running_pid(places.data) is None, seconds=4)


def test_the_server_stays_while_another_client_lives(
    places: Places, start_client: StartClient
) -> None:
    killed = start_client(places.folder.parent)
    before = first_words_of(killed)
    survivor = start_client(places.folder.parent)
    first_words_of(survivor)

    killed.kill()
    killed.wait()

    assert first_words_of(start_client(places.folder.parent)) == before


def test_a_killed_server_is_started_again_while_somebody_uses_it(
    places: Places, start_client: StartClient
) -> None:
    before = first_words_of(start_client(places.folder.parent))
    pid = cluster.running_pid(places.data)
    assert pid is not None

    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: cluster.running_pid(places.data) not in (pid, None))

    assert first_words_of(start_client(places.folder.parent)) > before


def test_a_server_left_by_a_killed_supervisor_is_taken_over_and_ended(
    places: Places, start_client: StartClient
) -> None:
    first = start_client(places.folder.parent)
    before = first_words_of(first)
    os.kill(_supervisor_of(places), signal.SIGKILL)
    wait_until(lambda: not locks.is_held(places.supervisor_lock))

    second = start_client(places.folder.parent)
    after = first_words_of(second)
    first.communicate()
    second.communicate()

    assert after == before
    wait_until(lambda: cluster.running_pid(places.data) is None)


def test_a_pid_file_that_names_some_other_program_is_not_believed(
    places: Places, start_client: StartClient
) -> None:
    with subprocess.Popen(["sleep", "60"]) as foreign:
        (places.data / "postmaster.pid").write_text(f"{foreign.pid}\n{places.data}\n")

        words = first_words_of(start_client(places.folder.parent))

        foreign.kill()
    assert words.startswith("connected")


def test_a_broken_data_folder_is_reported_with_the_words_of_the_server(
    places: Places, start_client: StartClient
) -> None:
    (places.data / "global" / "pg_control").write_bytes(b"nonsense")

    complaint = start_client(places.folder.parent).communicate()[1]

    assert f"The embedded PostgreSQL in {places.folder} did not start." in complaint
    assert "read 8 of 296" in complaint
    assert f"move {places.folder} away" in complaint


def test_data_of_another_version_is_not_touched(places: Places, start_client: StartClient) -> None:
    (places.data / "PG_VERSION").write_text("9\n")

    complaint = start_client(places.folder.parent).communicate()[1]

    assert "was written by PostgreSQL 9, but PostgreSQL 18 is installed" in complaint


def _supervisor_of(places: Places) -> int:
    pid = cluster.running_pid(places.data)
    assert pid is not None
    found = subprocess.run(["ps", "-o", "ppid=", "-p", str(pid)], capture_output=True, text=True)
    return int(found.stdout)
