"""What a sheet would change, row by row, and a digest that stands for all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Entry:
    """A row that would change something: its draft, and its cells before (none: new) and after."""

    number: int
    key: str
    draft: Any
    before: Mapping[str, str] | None
    after: Mapping[str, str]


def changes(entry: Entry, columns: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Column, cell before and cell after, of those that differ."""
    before = entry.before or dict.fromkeys(columns, "")
    for column in columns:
        if before[column] != entry.after[column]:
            yield column, before[column], entry.after[column]


def digest(entries: Iterable[Entry]) -> str:
    """Stands for all that an import would change."""
    found = hashlib.sha256()
    for entry in entries:
        found.update(repr((entry.key, entry.before, sorted(entry.after.items()))).encode())
    return found.hexdigest()
