"""Packages are installed once, again when a requirements file changed, and never half."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from project.launch import environment
from project.launch.errors import CannotStart


class Checkout:
    """A checkout in a temporary folder, whose commands are noted instead of run."""

    def __init__(self, folder: Path) -> None:
        self.runtime = folder / "requirements.txt"
        self.for_tests = folder / "tests" / "requirements.txt"
        self.for_tests.parent.mkdir()
        self.runtime.write_text("one==1\n")
        self.for_tests.write_text("two==2\n")
        self.venv = folder / ".venv"
        self.ran: list[str] = []
        self.version = ""
        self.breaks = False

    def run(self, command: Sequence[str | Path], failure: str) -> None:
        if self.breaks:
            raise CannotStart(failure)
        if "venv" in command:
            self.venv.mkdir()
            self.version = "(3, 11)"
        self.ran.append("venv" if "venv" in command else "pip")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    checkout = Checkout(tmp_path)
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setattr(environment, "VENV", checkout.venv)
    monkeypatch.setattr(environment, "RUNTIME", (checkout.runtime,))
    monkeypatch.setattr(environment, "_run", checkout.run)
    monkeypatch.setattr(environment, "_version_inside", lambda: checkout.version)
    monkeypatch.setattr(environment, "_is_usable", lambda: bool(checkout.version))
    return checkout


def test_the_first_time_makes_and_fills_the_environment(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.install((checkout.runtime,))

    assert checkout.ran == ["venv", "pip"]
    assert "Installing what requirements.txt names: a download of" in capsys.readouterr().out


def test_the_second_time_does_and_says_nothing(
    checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.install((checkout.runtime,))
    checkout.ran.clear()
    capsys.readouterr()

    environment.install((checkout.runtime,))

    assert checkout.ran == []
    assert capsys.readouterr().out == ""


def test_a_changed_file_is_installed_into_the_same_environment(checkout: Checkout) -> None:
    environment.install((checkout.runtime,))
    checkout.ran.clear()
    checkout.runtime.write_text("one==2\n")

    environment.install((checkout.runtime,))

    assert checkout.ran == ["pip"]


def test_packages_for_tests_count_for_the_site_too(checkout: Checkout) -> None:
    environment.install((checkout.runtime, checkout.for_tests))
    checkout.ran.clear()

    environment.install((checkout.runtime,))

    assert checkout.ran == []


def test_another_python_gets_a_new_environment(checkout: Checkout) -> None:
    environment.install((checkout.runtime,))
    checkout.ran.clear()
    shutil.rmtree(checkout.venv)
    checkout.version = ""

    environment.install((checkout.runtime,))

    assert checkout.ran == ["venv", "pip"]


def test_what_broke_off_is_done_again(checkout: Checkout) -> None:
    checkout.breaks = True
    with pytest.raises(CannotStart, match="The virtual environment was not made"):
        environment.install((checkout.runtime,))
    checkout.breaks = False

    environment.install((checkout.runtime,))

    assert checkout.ran == ["venv", "pip"]


def test_a_full_disk_is_noticed_before_anything_is_made(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, 7_000_000))

    with pytest.raises(CannotStart, match="Only 7 MB are free on the disk of"):
        environment.install((checkout.runtime,))

    assert checkout.ran == []


def test_a_python_without_venv_is_told_what_to_install(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(CannotStart, match=r"apt-get install python3\.\d+-venv"):
        environment.install((checkout.runtime,))


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full."),
        ("Temporary failure in name resolution", "The package index cannot be reached."),
        ("[Errno 13] Permission denied: '.venv'", "belongs to another user"),
        ("ResolutionImpossible", "Mend that and start again."),
    ],
)
def test_the_remedy_fits_what_went_wrong(words: str, remedy: str) -> None:
    assert remedy in environment.remedy_for(words)
