"""How long a newcomer waits for the first page: python tests/benchmarks/first_start.py

Copies the checkout, installs the packages (not counted), then starts script/server.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from project.env import CHECKOUT
from project.launch import address
from tests.architecture.repository import files

INSTALL = "from project.launch import environment as e; e.install(e.RUNTIME)"
LONGEST_WAIT = 300
PAGES = ("", "sources/zareba-2022/")
WITHOUT = ("DATABASE_URL", "VARIORUM_STATE", "VARIORUM_TEXTS", "SECRET_KEY", "VIRTUAL_ENV")


def main() -> None:
    """Time a first start, then a second one."""
    with tempfile.TemporaryDirectory(prefix="variorum-", ignore_cleanup_errors=True) as folder:
        clone = Path(folder) / "variorum"
        for name in files():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, clone / name)
        own = {name: value for name, value in os.environ.items() if name not in WITHOUT}
        originals = CHECKOUT.parent / "shared" / "sources"
        if originals.is_dir():
            own["VARIORUM_TEXTS"] = str(originals)
        began = time.monotonic()
        subprocess.run([sys.executable, "-c", INSTALL], cwd=clone, env=own, check=True)
        print(f"packages, not counted: {time.monotonic() - began:.1f} s")
        for which in ("first start", "second start"):
            _time_a_start(which, clone, own)
            time.sleep(6)  # until the database has ended too


def _time_a_start(which: str, clone: Path, own: dict[str, str]) -> None:
    port = address.free_port()
    before, began = _cpu_of_children(), time.monotonic()
    server = subprocess.Popen(
        [clone / "script" / "server"],
        env={**own, "PORT": str(port)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        for page in PAGES:
            _wait_for(f"http://127.0.0.1:{port}/{page}", server)
            print(f"{which}: /{page:<22} after {time.monotonic() - began:5.1f} s")
    finally:
        server.terminate()
        server.wait()
    spent = _cpu_of_children() - before
    print(f"{which}: CPU of the server {spent:.1f} s (without PostgreSQL's)")


def _wait_for(page: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(page) as answer:
                answer.read()
            return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise SystemExit(f"{page} did not answer.")


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
