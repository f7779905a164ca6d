"""The pure parts of the scripts, run by the Node that comes with the browser tests."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

SCRIPTS = Path(__file__).parent / "scripts"


@pytest.mark.parametrize("script", ["offsets", "words"])
def test_what_scripts_reckon_holds(script: str) -> None:
    node = compute_driver_executable()[0]

    run = subprocess.run(
        [node, "--test", SCRIPTS / f"{script}.test.mjs"], capture_output=True, text=True
    )

    assert run.returncode == 0, run.stdout + run.stderr
