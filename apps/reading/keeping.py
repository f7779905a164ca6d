"""Keeps what was composed in the memory of this process, up to a size, for a while."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from cachetools import TTLCache

KEPT_SECONDS = 300
V = TypeVar("V")


class Shelf(Generic[V]):
    """Values under keys that name all they were made from, so that none can be out of date.

    `weight` is the size of a value in bytes; the least used ones make room for new ones.
    """

    def __init__(self, *, bytes_at_most: int, weight: Callable[[V], int]) -> None:
        self._kept: TTLCache[Hashable, V] = TTLCache(bytes_at_most, KEPT_SECONDS, getsizeof=weight)
        self._heaviest = bytes_at_most
        self._weight = weight
        self._lock = Lock()
        SHELVES.append(self)

    def get(self, key: Hashable) -> V | None:
        """What is kept under the key."""
        with self._lock:
            return self._kept.get(key)

    def keep(self, key: Hashable, value: V) -> V:
        """Keep it, unless it is too large; gives it back."""
        if self._weight(value) <= self._heaviest:
            with self._lock:
                self._kept[key] = value
        return value

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._kept.clear()


SHELVES: list[Shelf[Any]] = []


def clear_all() -> None:
    """Let every shelf be empty."""
    for shelf in SHELVES:
        shelf.clear()
