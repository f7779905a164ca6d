"""The programs in script/, as a newcomer starts them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from project.env import CHECKOUT

SCRIPTS = ("setup", "server", "test", "screenshots")


def start(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd="/",
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def old_machine(tmp_path: Path) -> Path:
    """A PATH on which python3 is version 3.9."""
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.18" && exit\nexit 1\n')
    python.chmod(0o755)
    for name in ("cat", "dirname"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    return tmp_path


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_old_python_is_told_what_is_needed(old_machine: Path, name: str) -> None:
    done = start(CHECKOUT / "script" / name, PATH=str(old_machine))

    assert done.returncode == 1
    assert done.stderr.startswith("Variorum needs Python 3.11 or newer; here is Python 3.9.18.\n")


def test_a_newer_python_is_found_under_its_own_name(old_machine: Path) -> None:
    (old_machine / "python3.12").symlink_to(sys.executable)

    done = start(CHECKOUT / "script" / "find-python", "-c", "print('hello')", PATH=str(old_machine))

    assert done.stdout == "hello\n"


def test_the_python_that_one_names_is_used_or_refused(old_machine: Path) -> None:
    old = old_machine / "python3"

    done = start(CHECKOUT / "script" / "find-python", "-c", "print('hello')", PYTHON=str(old))

    assert (done.returncode, done.stdout) == (1, "")
    assert "here is Python 3.9.18" in done.stderr


def test_a_taken_port_is_told_before_anything_is_installed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])

        done = start(CHECKOUT / "script" / "server", PORT=port, HOST="127.0.0.1")

    assert (done.returncode, done.stdout) == (1, "")
    assert f"Port {port} at 127.0.0.1 is taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_told_without_a_traceback() -> None:
    done = start(CHECKOUT / "script" / "server", PORT="eighty")

    assert done.stderr.strip() == (
        "PORT: “eighty” is not a whole number from 1 to 65535. Write one, for example 8000."
    )


@pytest.mark.parametrize(
    "file", ["script/find-python", ".ci/run", *(f"script/{n}" for n in SCRIPTS)]
)
def test_every_script_is_plain_shell_and_may_be_started(file: str) -> None:
    script = CHECKOUT / file

    assert os.access(script, os.X_OK)
    assert script.read_text().startswith("#!/bin/sh\n")
    assert start("sh", "-n", script).returncode == 0
