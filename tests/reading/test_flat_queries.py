"""Every list page asks as much for many rows as for few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.reading.keeping import clear_all
from tests.world import World

pytestmark = pytest.mark.django_db
QUERIES = {
    "/": 11,
    "/sources/": 7,
    "/entities/": 7,
    "/facts/": 18,
    "/facts/?source=ledger&q=arms": 19,
    "/series/": 3,
    "/compare/": 10,
    "/timeline/": 15,
    "/measures/": 4,
}


def asked(client: Client) -> dict[str, int]:
    """How many queries each page needs when nothing is kept."""
    return {page: _queries(client, page) for page in QUERIES}


def _queries(client: Client, page: str) -> int:
    client.get(page)  # record editions are renewed by whoever asks first
    clear_all()
    with CaptureQueriesContext(connection) as queries:
        client.get(page)
    return len(queries)


def more(world: World, years: range) -> None:
    """A figure and a date for each of the years."""
    figures = [world.draft("100", period=f"{year}") for year in years]
    order = {"measure": "order-date", "subject": "boat-deal", "period": ""}
    world.record(*figures, *(world.draft(f"{year}", **order) for year in years))


def test_a_list_asks_as_much_for_many_as_for_few(client: Client, disputed_world: World) -> None:
    more(disputed_world, range(2000, 2003))
    for_few = asked(client)

    more(disputed_world, range(2003, 2012))

    assert for_few == QUERIES
    assert asked(client) == QUERIES
