"""The pure parts of the scripts, run by the Node that comes with the browser tests."""

from __future__ import annotations

import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

SCRIPTS = Path(__file__).parent / "scripts"


def test_offsets_and_fragments_are_reckoned_as_on_the_server() -> None:
    node = compute_driver_executable()[0]

    run = subprocess.run(
        [node, "--test", SCRIPTS / "offsets.test.mjs"], capture_output=True, text=True
    )

    assert run.returncode == 0, run.stdout + run.stderr
