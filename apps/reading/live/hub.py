"""Hears of changes for all readers of a server process, and has each row set once for all."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Coroutine, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg
from django.db import DatabaseError, connection, connections
from psycopg import AsyncConnection

from apps.annotations.touching import CHANNEL as TOUCHED
from apps.reading.audience import Audience
from apps.reading.live import presence
from apps.reading.live.news import News, forget_old_news, news_since, still_there
from apps.reading.live.presence import Presence, announcement
from apps.reading.live.seats import Event, Seat, event_of
from apps.reading.sight import Sight

log = logging.getLogger(__name__)
T = TypeVar("T")
PAUSE = 1  # seconds until a cut line is tried again, and between words about who is here
# The readers of a process share these threads, and so at most as many connections.
THREADS = 2
LINE = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert")


class Hub:
    """The open readers of this process. It lives in one event loop."""

    def __init__(self) -> None:
        self.seats: defaultdict[int, set[Seat]] = defaultdict(set)
        self._after: dict[int, str] = {}
        self._sent: dict[int, dict[Hashable, int]] = defaultdict(dict)
        self._presence = Presence()
        self._touched: set[int] = set()
        self._moved: set[int] = set()
        self._hears = asyncio.Event()
        self._stirred = asyncio.Event()
        self._threads = ThreadPoolExecutor(THREADS, "live")
        self._tasks: list[asyncio.Task[None]] = []

    async def sit(self, seat: Seat) -> None:
        """Let a reader hear of all that is written from now on."""
        if not self._tasks:
            ways: tuple[Callable[[], Coroutine[Any, Any, None]], ...]
            ways = (self._listen, self._tell, self._greet)
            self._tasks = [asyncio.create_task(way()) for way in ways]
        text = seat.sight.text.pk
        self.seats[text].add(seat)
        self._after.setdefault(text, seat.after)
        self._moved.add(text)
        await self._hears.wait()

    def leave(self, seat: Seat) -> None:
        """The page was closed, or the line is cut."""
        text = seat.sight.text.pk
        self.seats[text].discard(seat)
        self._moved.add(text)
        if not self.seats[text]:
            for kept in (self.seats, self._after, self._sent):
                kept.pop(text, None)

    async def aside(self, work: Callable[..., T], *given: Any) -> T:
        """Do something with the database, and let go of its connection."""

        def done() -> T:
            try:
                return work(*given)
            finally:
                connections.close_all()

        return await asyncio.get_running_loop().run_in_executor(self._threads, done)

    async def _listen(self) -> None:
        """Keep one connection that hears of what others write, here or in another process."""
        while True:
            try:
                async with await AsyncConnection.connect(**_line(), autocommit=True) as line:
                    await line.execute(f"LISTEN {TOUCHED}")
                    await line.execute(f"LISTEN {presence.CHANNEL}")
                    self._hears.set()
                    self._stir(set(self.seats))  # what was written while the line was cut
                    await self.aside(forget_old_news)
                    async for notice in line.notifies():
                        self._hear(notice.channel, notice.payload)
            except (psycopg.Error, DatabaseError, OSError) as failure:
                self._hears.clear()
                log.warning("The line to the database is cut (%s); it is tried again.", failure)
            await asyncio.sleep(PAUSE)

    def _hear(self, channel: str, payload: str) -> None:
        if channel == TOUCHED:
            self._stir({int(payload)} & self.seats.keys())
            return
        text = self._presence.hear(payload)
        for seat in self.seats.get(text, ()):
            says = self._presence.says(text, person=seat.person, may_know_names=seat.is_of_the_team)
            if says != seat.said:
                seat.said = says
                seat.tell(Event("here", says))

    def _stir(self, texts: set[int]) -> None:
        self._touched |= texts
        if texts:
            self._stirred.set()

    async def _tell(self) -> None:
        """Text by text; what is touched while one is told about is told about next."""
        while True:
            await self._stirred.wait()
            self._stirred.clear()
            while self._touched:
                text = self._touched.pop()
                try:
                    await self._tell_of(text)
                except Exception:
                    log.exception("News of text %s could not be told.", text)

    async def _tell_of(self, text: int) -> None:
        seats = list(self.seats.get(text, ()))
        if not seats:
            return
        sights = {seat.sight.key: seat.sight for seat in seats}
        people = {seat.person: seat.sight.audience for seat in seats if seat.person is not None}
        stay, told = await self.aside(_news_for, people, sights, self._after[text])
        events = {key: event_of(self._unsent(text, key, news)) for key, news in told.items()}
        for seat in seats:
            event = events[seat.sight.key]
            if seat.person is not None and seat.person not in stay:
                seat.tell(None)
            elif event is not None:
                seat.tell(event)
        if text in self._after:
            # The earliest: nobody misses what came in between.
            self._after[text] = next(iter(told.values())).after

    def _unsent(self, text: int, key: Hashable, news: News) -> News:
        """Without the rows that were sent just so; a transaction may be told of more than once."""
        sent = self._sent[text]
        fresh = {}
        for position, html in news.rows.items():
            digest = hash(html)
            if sent.get((key, position)) != digest:
                fresh[position] = html
            sent[key, position] = digest
        return News(news.after, fresh, news.is_outdated)

    async def _greet(self) -> None:
        """Say who reads here when that changes, and now and then that they still do."""
        rounds = 0
        while True:
            await asyncio.sleep(PAUSE)
            rounds += 1
            texts = set(self.seats) | self._moved if rounds % 25 == 0 else set(self._moved)
            self._moved.clear()
            for text in texts:
                try:
                    await self.aside(_announce, self._own_crowd(text))
                except DatabaseError as failure:
                    log.warning("It could not be said who reads text %s (%s).", text, failure)

    def _own_crowd(self, text: int) -> str:
        seats = self.seats.get(text, set())
        people = {seat.person: seat.name for seat in seats if seat.person and seat.is_of_the_team}
        visitors = sum(1 for seat in seats if seat.person not in people)
        return announcement(text, people, visitors)


def _news_for(
    people: dict[int, Audience], sights: dict[Hashable, Sight], after: str
) -> tuple[set[int], dict[Hashable, News]]:
    """Who of these people may still listen, and what is new to each kind of reader."""
    stay = still_there(people) if people else set[int]()
    return stay, {key: news_since(sight, after) for key, sight in sights.items()}


def _announce(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [presence.CHANNEL, words])


def _line() -> dict[str, Any]:
    """How to reach the database past the pool: a listener keeps its connection."""
    given = connection.get_connection_params()
    return {name: given[name] for name in LINE if given.get(name)}


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}


def hub() -> Hub:
    """The hub of the running event loop."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]
