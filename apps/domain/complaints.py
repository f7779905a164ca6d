"""Many things wrong at once are told together, but never as an endless list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MOST_TOLD = 20


def told(complaints: Sequence[str], most: int = MOST_TOLD) -> str:
    """The first complaints, one a line, and how many more there are."""
    more = len(complaints) - most
    rest = f"\n… and {more} more." if more > 0 else ""
    return "\n" + "\n".join(complaints[:most]) + rest


def is_storable(value: object) -> bool:
    """Whether a database can keep all text in it: no NUL, no half of a surrogate pair."""
    if isinstance(value, str):
        return not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value)
    if isinstance(value, Mapping):
        return all(is_storable(key) and is_storable(part) for key, part in value.items())
    if isinstance(value, list | tuple):
        return all(is_storable(part) for part in value)
    return True
