"""Who reads a text now, in all processes of the site, said as each reader may know it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

CHANNEL = "variorum_here"
GOOD_FOR = 60  # seconds without a word from a process
PROCESS = uuid4().hex
MOST_NAMES = 40


@dataclass(frozen=True)
class Crowd:
    """The readers of one text in one process: people of the team by name, the others counted."""

    people: Mapping[str, str]
    visitors: int
    heard_at: float = 0


class Presence:
    """What each process said last of each text."""

    def __init__(self) -> None:
        self._crowds: dict[int, dict[str, Crowd]] = {}

    def hear(self, payload: str) -> int:
        """Take in what a process says; the text that it is about."""
        told = json.loads(payload)
        crowd = Crowd(told["people"], told["visitors"], time.monotonic())
        self._crowds.setdefault(told["text"], {})[told["process"]] = crowd
        return int(told["text"])

    def says(self, text: int, *, person: int | None, may_know_names: bool) -> str:
        """Who else reads the text, in words."""
        crowds = self._crowds.get(text, {})
        since = time.monotonic() - GOOD_FOR
        here = [crowd for crowd in crowds.values() if crowd.heard_at > since]
        people = {key: name for crowd in here for key, name in crowd.people.items()}
        visitors = sum(crowd.visitors for crowd in here)
        if person is None or people.pop(str(person), None) is None:
            visitors -= 1
        return in_words(sorted(people.values()), max(visitors, 0), may_know_names=may_know_names)


def announcement(text: int, people: Mapping[int, str], visitors: int) -> str:
    """What a process says of its own readers; it fits into one notification."""
    named = dict(list(people.items())[:MOST_NAMES])
    told = {"process": PROCESS, "text": text, "people": named, "visitors": visitors}
    return json.dumps(told, ensure_ascii=False)


def in_words(names: Iterable[str], visitors: int, *, may_know_names: bool) -> str:
    """As “Irina and 2 visitors read this too”; nothing where nobody else does."""
    names = list(names)
    if not may_know_names:
        others = len(names) + visitors
        return _too(f"{others} other{'s' if others > 1 else ''}", others) if others else ""
    told = names + ([f"{visitors} visitor{'s' if visitors > 1 else ''}"] if visitors else [])
    if not told:
        return ""
    listed = " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))
    return _too(listed, len(names) + visitors)


def _too(who: str, count: int) -> str:
    return f"{who} {'read' if count > 1 else 'reads'} this too"
