"""The browser for journeys and screenshots: found, or else installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from project import env

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_MACOS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
# A quiet browser that runs in containers and talks to nobody but the site.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> Path | None:
    """Answer the browser that VARIORUM_CHROMIUM names, or one that is installed."""
    given = env.existing_program("VARIORUM_CHROMIUM")
    if given:
        return given
    on_path = (shutil.which(name) for name in NAMES)
    candidates = [*(Path(found) for found in on_path if found), *ON_MACOS, *_of_playwright()]
    return next((path for path in candidates if _works(path)), None)


def find_or_install() -> Path | None:
    """Try in turn: what is there, the system's package, Playwright's download."""
    found = find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("No Chromium found: installing the system's package …", flush=True)
        _try("apt-get", "update", "-qq")
        _try("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
        found = find()
    if found is None:
        print("No Chromium found: downloading Playwright's (some 150 MB) …", flush=True)
        _try(sys.executable, "-m", "playwright", "install", "chromium")
        found = find()
    return found


def _works(path: Path) -> bool:
    """Some distributions put a stub there that only says how to install the real one."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _of_playwright() -> list[Path]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return []
    with sync_playwright() as playwright:
        return [Path(playwright.chromium.executable_path)]


def _try(*command: str) -> None:
    """Run an installer; whether it worked shows in whether there is a browser then."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        print(f"  {' '.join(command)} failed: {(done.stderr + done.stdout).strip()[-400:]}")
