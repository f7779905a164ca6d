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

# Each half of the machine takes tests in the order of tests/sharing.py.
WHOLE = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]


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
    command = [sys.executable, "-m", "pytest", *(arguments or WHOLE)]
    status = subprocess.run(command, cwd=here if inside else CHECKOUT).returncode
    if browser is None:
        print(NO_BROWSER, file=sys.stderr, flush=True)
    return status
