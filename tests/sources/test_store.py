"""Originals are found by what is in them, wherever they lie and whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from apps.sources.decoding import MOST_BYTES
from apps.sources.store import recognised
from tests.tiny import ARTICLE, lay_out_original, sha256


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, settings: Settings) -> None:
    settings.BASE_DIR = tmp_path / "checkout"
    settings.TEXTS_FOLDER = None


def test_an_original_is_recognised_in_fixtures_texts_under_any_name(tmp_path: Path) -> None:
    path = lay_out_original(tmp_path / "checkout", "2024/scan without ending")

    assert recognised({sha256(), "0" * 64}) == {sha256(): path}


def test_an_original_is_recognised_in_the_shared_folder_beside_the_checkout(
    tmp_path: Path,
) -> None:
    path = tmp_path / "shared" / "sources" / "deep" / "b.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(ARTICLE.encode())

    assert recognised({sha256()}) == {sha256(): path}


def test_the_folder_that_the_operator_names_goes_first(tmp_path: Path, settings: Settings) -> None:
    lay_out_original(tmp_path / "checkout")
    settings.TEXTS_FOLDER = tmp_path / "mine"
    settings.TEXTS_FOLDER.mkdir()
    path = settings.TEXTS_FOLDER / "c.txt"
    path.write_bytes(ARTICLE.encode())

    assert recognised({sha256()}) == {sha256(): path}


def test_a_changed_byte_makes_it_another_text(tmp_path: Path) -> None:
    path = lay_out_original(tmp_path / "checkout")
    path.write_bytes(ARTICLE.encode() + b" ")

    assert recognised({sha256()}) == {}


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    lay_out_original(tmp_path / "checkout", ".hidden.txt")
    lay_out_original(tmp_path / "checkout", ".hidden/a.txt")

    assert recognised({sha256()}) == {}


def test_files_too_large_for_a_text_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lay_out_original(tmp_path / "checkout")
    with path.open("ab") as file:
        file.truncate(MOST_BYTES + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail(f"{self} was read"))

    assert recognised({sha256()}) == {}


def test_links_that_lead_nowhere_do_no_harm(tmp_path: Path) -> None:
    path = lay_out_original(tmp_path / "checkout")
    (path.parent / "broken").symlink_to(tmp_path / "nowhere")

    assert recognised({sha256()}) == {sha256(): path}
