"""What is done already is not done again, and what cannot be done is told plainly."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import OperationalError
from pytest_django import Settings

from project.launch import prepare
from project.launch.errors import CannotStart


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that were called, by name; none is run."""
    called: list[str] = []
    monkeypatch.setattr(prepare, "call_command", lambda name, *_, **__: called.append(name))
    return called


def test_static_files_are_gathered_again_only_when_one_changed(
    commands: list[str], settings: Settings, tmp_path: Path
) -> None:
    style = tmp_path / "style.css"
    style.write_text("p { color: black }")
    settings.STATICFILES_DIRS = [tmp_path]
    stamp = tmp_path.with_suffix(".stamp")

    prepare._collect_static(stamp)
    prepare._collect_static(stamp)
    assert commands == ["collectstatic"]

    style.write_text("p { color: grey }")
    prepare._collect_static(stamp)
    assert commands == ["collectstatic", "collectstatic"]


@pytest.mark.django_db
def test_a_database_that_is_up_to_date_is_left_alone(commands: list[str]) -> None:
    prepare._migrate()

    assert commands == []


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (CommandError("The fixture of claims is broken."), "The fixture of claims is broken."),
        (OperationalError("connection refused"), "does not answer as it should"),
        (OperationalError("write: No space left on device"), "The disk of the database is full."),
        (OSError(28, "No space left on device"), "is full. Free some space."),
    ],
)
def test_what_fails_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, failure: Exception, told: str
) -> None:
    def fail() -> None:
        raise failure

    monkeypatch.setenv("VARIORUM_STATE", str(tmp_path))
    monkeypatch.setattr(prepare, "_migrate", fail)

    with pytest.raises(CannotStart, match=told):
        prepare.prepare()
