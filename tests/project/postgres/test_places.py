"""Where the embedded server keeps its files."""

from __future__ import annotations

from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from project.postgres.places import Places, dsn


def test_a_path_too_long_for_a_socket_gets_a_short_folder_of_its_own() -> None:
    deep, deeper = Path("/" + "a" * 100), Path("/" + "a" * 101)

    folder = Places.of(deep).socket_folder

    assert folder.parent == Path("/tmp")  # noqa: S108
    assert folder == Places.of(deep).socket_folder
    assert folder != Places.of(deeper).socket_folder


def test_a_link_to_a_state_is_the_same_state(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "state")

    assert Places.of(tmp_path / "link") == Places.of(tmp_path / "state")


def test_any_path_can_be_told_to_the_driver() -> None:
    state = Path("/it's a\\path")

    told = conninfo_to_dict(dsn(state))

    assert told["host"] == str(Places.of(state).socket_folder)
    assert told["dbname"] == "variorum"
