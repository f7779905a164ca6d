"""How far an import has come, kept where every web process finds it while the import runs.

What the import itself stores, nobody sees before it is done, so this cannot stand beside it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404

from apps.ui.progress import step, watched
from apps.ui.sheets.waiting import FOLDER, NAME

SECONDS_BETWEEN = 0.5


@dataclass(frozen=True)
class Reached:
    """What is being done, how many rows so far, of how many; `of` is 0 where nothing is counted."""

    step: str
    done: int
    of: int


def new_watch() -> str:
    """A name under which one import can be watched."""
    return uuid4().hex


@contextmanager
def under_way(watch: str) -> Iterator[None]:
    """Keep what the import inside tells of itself; without a proper name nobody watches."""
    if not NAME.fullmatch(watch):
        yield
        return
    last = Reached("", 0, 0)
    told_at = 0.0

    def keep(name: str, done: int, of: int) -> None:
        nonlocal last, told_at
        now = time.monotonic()
        if name != last.step or now - told_at >= SECONDS_BETWEEN:
            last, told_at = Reached(name, done, of), now
            _write(watch, last)

    with watched(keep):
        step("Reading the file")
        try:
            yield
        finally:
            default_storage.delete(_path(watch))


def reached(watch: str) -> Reached | None:
    """How far the import of this name has come; None before it begins and after it ends."""
    if not NAME.fullmatch(watch):
        raise Http404(f"No import was ever called {watch}.")
    with suppress(FileNotFoundError, json.JSONDecodeError), default_storage.open(_path(watch)) as f:
        return Reached(**json.loads(f.read()))
    return None


def _write(watch: str, now: Reached) -> None:
    default_storage.delete(_path(watch))
    default_storage.save(_path(watch), ContentFile(json.dumps(asdict(now)).encode()))


def _path(watch: str) -> str:
    return f"{FOLDER}/{watch}.progress"
