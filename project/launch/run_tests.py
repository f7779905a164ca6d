"""Runs the tests with a browser for the journeys."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from project.env import CHECKOUT
from project.launch import chromium

NO_BROWSER = """
**********************************************************************
NO BROWSER. The journeys cannot be tested and will fail.
Install chromium, or name one: VARIORUM_CHROMIUM=/path/to/chromium
**********************************************************************
"""

# Each half of the machine takes files of tests. The journeys come when the machine has nothing else
# to do: they wait for what a browser shows.
TOGETHER = ["-n", "2", "--dist", "loadfile"]
RUNS = [[*TOGETHER, "--ignore=tests/journeys"], [*TOGETHER, "tests/journeys"]]


def main(arguments: list[str]) -> int:
    """Hand everything on to pytest, from a place where it finds its settings."""
    browser = chromium.find_or_install()
    if browser is None:
        print(NO_BROWSER, file=sys.stderr, flush=True)
    else:
        os.environ["VARIORUM_CHROMIUM"] = str(browser)
    # A run starts Python a hundred times: what is compiled once need not be compiled each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    here = Path.cwd()
    inside = here == CHECKOUT or CHECKOUT in here.parents
    runs = [arguments] if arguments else RUNS
    status = 0
    for chosen in runs:
        command = [sys.executable, "-m", "pytest", *chosen]
        status = subprocess.run(command, cwd=here if inside else CHECKOUT).returncode or status
    if browser is None:
        print(NO_BROWSER, file=sys.stderr, flush=True)
    return status
