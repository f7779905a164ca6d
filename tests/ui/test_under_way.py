"""How far an import has come is told while it runs, and forgotten when it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from apps.ui.progress import counted, step
from apps.ui.sheets.under_way import Reached, new_watch, reached, under_way


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_each_new_step_is_told_at_once() -> None:
    watch = new_watch()

    with under_way(watch):
        begun = reached(watch)
        step("Storing")
        stored = reached(watch)

    assert (begun, stored) == (Reached("Reading the file", 0, 0), Reached("Storing", 0, 0))


def test_rows_are_counted_and_come_out_as_they_are() -> None:
    watch, rows = new_watch(), list(range(250))

    with under_way(watch):
        passed = [(row, reached(watch)) for row in counted("Reading", rows)]

    assert [row for row, _ in passed] == rows
    assert passed[0][1] == Reached("Reading", 0, 250)


def test_nothing_is_told_before_and_after(folder: Path) -> None:
    watch = new_watch()

    with pytest.raises(ZeroDivisionError), under_way(watch):
        raise ZeroDivisionError

    assert reached(watch) is None
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("watch", ["", "../../secret-key", "nonsense"])
def test_an_import_under_no_proper_name_runs_unwatched(folder: Path, watch: str) -> None:
    with under_way(watch):
        step("Storing")
        files = list(folder.iterdir())

    assert files == []
