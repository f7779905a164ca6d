"""Lets a long task say how far it has come, to whoever watches; where nobody does, at no cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Row = TypeVar("Row")
Watcher = Callable[[str, int, int], None]

EVERY = 100

_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Tell the watcher of all steps inside: what is done, how many so far, of how many."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def step(name: str, done: int = 0, of: int = 0) -> None:
    """Say what is being done now; `of` is 0 where it cannot be counted."""
    watcher = _watcher.get()
    if watcher is not None:
        watcher(name, done, of)


def counted(name: str, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows one by one, each hundredth of them told."""
    for done, row in enumerate(rows):
        if done % EVERY == 0:
            step(name, done, len(rows))
        yield row
