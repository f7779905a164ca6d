"""One open reader: what it shows, whose it is, and what waits to be sent to it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from functools import cached_property

from apps.reading.audience import Audience
from apps.reading.live.news import News
from apps.reading.sight import Sight

MOST_WAITING = 50


@dataclass(frozen=True)
class Event:
    """As it goes over the line."""

    kind: str
    told: object
    mark: str = ""

    @cached_property
    def written(self) -> bytes:
        """In the form of server-sent events, made once for all who get it."""
        mark = f"id: {self.mark}\n" if self.mark else ""
        return f"{mark}event: {self.kind}\ndata: {json.dumps(self.told)}\n\n".encode()


@dataclass(eq=False)
class Seat:
    """A page that listens; `person` and `name` are empty for somebody unknown."""

    sight: Sight
    after: str
    person: int | None = None
    name: str = ""
    waiting: asyncio.Queue[Event | None] = field(
        default_factory=lambda: asyncio.Queue(MOST_WAITING)
    )
    said: str = ""

    @property
    def is_of_the_team(self) -> bool:
        """Whether it may know names."""
        return self.sight.audience == Audience.TEAM

    def tell(self, event: Event | None) -> None:
        """Have it sent; None ends the stream, and so does a reader too slow to keep up."""
        if self.waiting.full():
            while not self.waiting.empty():
                self.waiting.get_nowait()
            event = None
        self.waiting.put_nowait(event)


def event_of(news: News) -> Event | None:
    """How news are told; nothing where there are none."""
    if news.is_outdated:
        return Event("outdated", {}, news.after)
    return Event("rows", news.rows, news.after) if news.rows else None
