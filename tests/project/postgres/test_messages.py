"""A server that fails says why, and what to do."""

from __future__ import annotations

from pathlib import Path

from project.postgres.errors import did_not_start


def test_only_what_was_written_this_time_is_shown(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("FATAL: No space left on device\n")
    written_before = log.stat().st_size
    with log.open("a") as more:
        more.write("PANIC: could not read file\n")

    said = str(did_not_start(tmp_path, log, written_before))

    assert "  PANIC: could not read file\n" in said
    assert "space" not in said


def test_a_full_disk_has_a_remedy_of_its_own(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("FATAL: could not write lock file: No space left on device\n")

    said = str(did_not_start(tmp_path, log, 0))

    assert said.endswith("The disk is full. Free some space and start again; nothing is lost.")


def test_a_server_that_wrote_nothing_is_reported_too(tmp_path: Path) -> None:
    said = str(did_not_start(tmp_path, tmp_path / "log.txt", 0))

    assert "(it wrote nothing)" in said
    assert f"move {tmp_path} away" in said
