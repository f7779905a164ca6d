"""Tells open readers what others do: as a stream of events, or when they ask again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from http import HTTPStatus

from django.core.handlers.asgi import ASGIRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from apps.reading.live.hub import hub
from apps.reading.live.news import news_since, read_mark
from apps.reading.live.seats import Seat, event_of
from apps.reading.views.reader import sight_or_404

SECONDS_OF_SILENCE = 20  # servers in between end a line on which nothing is said
# Then the browser comes again, and is asked again who it is.
LONGEST_SECONDS = 300


@require_safe
def source_live(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A stream of what changes on the text that the address asks to see.

    A server without an event loop cannot hold one; its readers ask for news instead.
    """
    _, sight = sight_or_404(request, slug)
    after = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    read_mark(after)
    seat = Seat(sight, after)
    if request.user.is_authenticated:
        seat.person, seat.name = request.user.pk, request.user.display_name
    if not isinstance(request, ASGIRequest):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    connection.close()  # else each open reader would hold one
    return StreamingHttpResponse(
        stream(seat),
        content_type="text/event-stream",
        headers={
            "Cache-Control": "no-store",
            "Content-Encoding": "identity",  # compressed, events would wait for each other
            "X-Accel-Buffering": "no",
        },
    )


@require_safe
def source_news(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as one answer: what changed since ?after=."""
    _, sight = sight_or_404(request, slug)
    news = news_since(sight, request.GET.get("after", ""))
    told = {
        "after": news.after,
        "rows": news.rows,
        "outdated": news.is_outdated,
        "streams": isinstance(request, ASGIRequest),
    }
    return JsonResponse(told, headers={"Cache-Control": "no-store"})


async def stream(seat: Seat) -> AsyncIterator[bytes]:
    """First what the page has missed, then what happens; never anything twice unless it changed."""
    here = hub()
    loop = asyncio.get_running_loop()
    ends = loop.time() + LONGEST_SECONDS
    try:
        await here.sit(seat)
        missed = event_of(await here.aside(news_since, seat.sight, seat.after))
        yield missed.written if missed else b": here\n\n"
        while loop.time() < ends:
            try:
                async with asyncio.timeout(SECONDS_OF_SILENCE):
                    event = await seat.waiting.get()
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if event is None:
                return
            yield event.written
    finally:
        here.leave(seat)
