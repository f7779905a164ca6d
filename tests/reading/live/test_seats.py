"""What waits for one open reader, and how it goes over the line."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from apps.reading.live.news import News
from apps.reading.live.seats import MOST_WAITING, Event, Seat, event_of

NOBODY = cast(Any, None)


def test_news_go_over_the_line_with_the_mark_to_go_on_from() -> None:
    event = event_of(News("12-34", {5: "<div>\n</div>"}))

    assert event is not None
    assert event.written == b'id: 12-34\nevent: rows\ndata: {"5": "<div>\\n</div>"}\n\n'
    assert event_of(News("12-34")) is None
    assert event_of(News("12-34", is_outdated=True)) == Event("outdated", {}, "12-34")


def test_a_reader_too_slow_to_keep_up_is_let_go_and_comes_again() -> None:
    async def overflow() -> list[Event | None]:
        seat = Seat(NOBODY, "1-1")
        for _ in range(MOST_WAITING + 1):
            seat.tell(Event("rows", {}))
        return [seat.waiting.get_nowait() for _ in range(seat.waiting.qsize())]

    assert asyncio.run(overflow()) == [None]
