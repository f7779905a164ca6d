"""Files that wait to be confirmed are found again, and forgotten after a day."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from pytest_django import Settings

from apps.domain.refusals import Refusal
from apps.ui.sheets.waiting import FOLDER, WaitingFiles

TWO_DAYS = 2 * 24 * 3600


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / FOLDER


def kept(raw: bytes) -> str:
    waiting = WaitingFiles()
    waiting.save(raw)
    assert waiting.name
    return str(waiting.name)


def test_a_file_is_found_by_its_name_until_it_is_removed() -> None:
    name = kept(b"slug\n")

    assert WaitingFiles(name=name).read() == b"slug\n"
    WaitingFiles(name=name).remove()
    with pytest.raises(Refusal, match=r"The file that was to be imported is no longer here\."):
        WaitingFiles(name=name).read()


def test_a_file_that_nobody_confirmed_is_forgotten(folder: Path) -> None:
    old = kept(b"old")
    long_ago = time.time() - TWO_DAYS
    os.utime(folder / old, (long_ago, long_ago))

    new = kept(b"new")

    assert [path.name for path in folder.iterdir()] == [new]


@pytest.mark.parametrize("name", ["../../secret-key", "..", "", "nonsense", "0" * 31 + "/"])
def test_only_names_that_we_gave_are_opened(name: str) -> None:
    with pytest.raises(Refusal):
        WaitingFiles(name=name).read()
