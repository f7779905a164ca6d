"""The names of months in the languages of the sources, as they stand in dates."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

LANGUAGES = ("en", "ru", "uk", "pl", "de", "fr", "es")
_MORE = {"sept": 9, "января": 1}
_SHORTEST = 3


@cache
def months() -> dict[str, int]:
    """Each name and abbreviation in small letters, without its point, with its number."""
    found = dict(_MORE)
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                named = Locale(language).months[context][width]
                for number, name in named.items():
                    plain = name.lower().rstrip(".")
                    if len(plain) >= _SHORTEST and plain.isalpha():
                        found.setdefault(plain, number)
    return found


@cache
def month_pattern() -> str:
    """A pattern of one month's name, with or without its point."""
    listed = sorted(months(), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, listed))})(?!\w)(?:\.(?=,? ?[0-9]))?"


def month_number(name: str) -> int:
    return months()[name.lower().rstrip(".")]
