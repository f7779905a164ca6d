"""The browser is found where people have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from project.env import NonsenseSetting
from project.launch import chromium


def program(path: Path, status: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser; its PATH is one empty folder."""
    monkeypatch.delenv("VARIORUM_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "ON_MACOS", ())
    monkeypatch.setattr(chromium, "_of_playwright", list)
    return tmp_path


def test_the_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch, nowhere: Path) -> None:
    program(nowhere / "chromium")
    mine = program(nowhere / "my browser")
    monkeypatch.setenv("VARIORUM_CHROMIUM", str(mine))

    assert chromium.find() == mine


def test_a_named_browser_that_is_missing_is_not_replaced_in_silence(
    monkeypatch: pytest.MonkeyPatch, nowhere: Path
) -> None:
    program(nowhere / "chromium")
    monkeypatch.setenv("VARIORUM_CHROMIUM", str(nowhere / "missing"))

    with pytest.raises(NonsenseSetting, match="VARIORUM_CHROMIUM"):
        chromium.find()


def test_a_stub_that_does_not_run_is_passed_over(nowhere: Path) -> None:
    program(nowhere / "chromium-browser", status=1)
    real = program(nowhere / "google-chrome")

    assert chromium.find() == real


def test_without_any_browser_there_is_none(nowhere: Path) -> None:
    assert chromium.find() is None
