"""The virtual environment in .venv: made once, and filled again when a requirements file changed.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import time
from pathlib import Path

from project.env import CHECKOUT
from project.launch.errors import CannotStart
from project.postgres import locks

VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
RUNTIME = (CHECKOUT / "requirements.txt",)
FOR_TESTS = (*RUNTIME, CHECKOUT / "tests" / "requirements.txt")

MEGABYTE = 1_000_000
ROOM_NEEDED = 900 * MEGABYTE
WAITING = "Another program is setting up here; waiting for it …"
NETWORK_WORDS = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Connection refused",
    "NewConnectionError",
    "ConnectTimeout",
    "ReadTimeout",
    "ProxyError",
)


def is_active() -> bool:
    """Tell whether this program runs inside .venv already."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def install(requirements: tuple[Path, ...]) -> None:
    """See that .venv holds what these files name; at once when it does."""
    if _is_complete(requirements):
        return
    with locks.alone(CHECKOUT / ".venv.lock", while_waiting=WAITING):
        if _is_complete(requirements):
            return
        _check_room()
        if not _is_usable():
            _make()
        _fill(requirements)
        for files in (RUNTIME, requirements):
            _stamp(files).write_text(_wanted(files), encoding="ascii")


def _is_complete(requirements: tuple[Path, ...]) -> bool:
    stamp = _stamp(requirements)
    return stamp.exists() and stamp.read_text(encoding="ascii") == _wanted(requirements)


def _stamp(requirements: tuple[Path, ...]) -> Path:
    return VENV / f"installed-{len(requirements)}.txt"


def _wanted(requirements: tuple[Path, ...]) -> str:
    """Describe what should be there: these files, for the Python that .venv has now."""
    digest = hashlib.sha256(b"\0".join(file.read_bytes() for file in requirements))
    return f"{digest.hexdigest()} {_version_inside()}"


def _version_inside() -> str:
    """The version of the Python in .venv; nothing if there is none that works."""
    ask = "import sys; print(sys.version_info[:2] if sys.version_info >= (3, 11) else '')"
    try:
        answer = subprocess.run([PYTHON, "-I", "-S", "-c", ask], capture_output=True, text=True)
    except OSError:
        return ""
    return answer.stdout.strip()


def _is_usable() -> bool:
    """Tell a whole environment from one whose making was broken off."""
    if not _version_inside():
        return False
    return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0


def _check_room() -> None:
    free = shutil.disk_usage(CHECKOUT).free
    if free < ROOM_NEEDED:
        raise CannotStart(
            f"Only {free // MEGABYTE} MB are free on the disk of {CHECKOUT}; the packages need "
            f"about {ROOM_NEEDED // MEGABYTE} MB. Free some space and start again."
        )


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise CannotStart(
            f"This Python {version} cannot make virtual environments: ensurepip is missing. "
            f"On Debian or Ubuntu, as root: apt-get install python{version}-venv"
        )
    print(f"Making a virtual environment in {VENV} …", flush=True)
    _run([sys.executable, "-m", "venv", "--clear", VENV], "The virtual environment was not made")


def _fill(requirements: tuple[Path, ...]) -> None:
    size = 90 if requirements == RUNTIME else 210
    named = " and ".join(str(file.relative_to(CHECKOUT)) for file in requirements)
    print(f"Installing what {named} names: a download of about {size} MB, ", end="")
    print("half a minute to some minutes …", flush=True)
    began = time.monotonic()
    command: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input"]
    command += ["--disable-pip-version-check"]
    for file in requirements:
        command += ["-r", file]
    _run(command, "The packages were not installed")
    print(f"Installed in {time.monotonic() - began:.0f} seconds.", flush=True)


def _run(command: list[str | Path], failure: str) -> None:
    done = subprocess.run(
        command, cwd=CHECKOUT, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode:
        words = (done.stderr + done.stdout).strip()
        shown = "\n".join(f"  {line}" for line in words.splitlines()[-6:])
        raise CannotStart(f"{failure}:\n{shown}\n{remedy_for(words)}")


def remedy_for(words: str) -> str:
    """Choose what to advise from what pip or venv said."""
    if "No space left on device" in words:
        return "The disk is full. Free some space and start again."
    if "Permission denied" in words:
        return f"{CHECKOUT} belongs to another user. Start as that user, or clone it again."
    if any(phrase in words for phrase in NETWORK_WORDS):
        return "The package index cannot be reached. Connect to the network and start again."
    return "Mend that and start again."
