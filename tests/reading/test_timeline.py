"""The timeline of dated events."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.annotations.models import Review
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE = "/timeline/"
BOATS: dict[str, Any] = {
    "measure": "order-date",
    "subject": "boat-deal",
    "period": "",
}


@pytest.fixture
def dated_world(disputed_world: World) -> World:
    """The tanks of 2016 or 2017, and the boats of May 2009."""
    disputed_world.claim("2009-05", **BOATS)
    return disputed_world


def shown(client: Client, **asked: str) -> str:
    return client.get(PAGE, asked).content.decode()


def test_events_stand_in_the_order_of_time_with_their_agreement(
    client: Client, dated_world: World
) -> None:
    html = shown(client)

    boats, tanks = html.index("the order of boats"), html.rindex("the order of tanks")
    assert boats < tanks
    assert '<td class="num">May 2009</td>' in html
    assert '<td class="num">2016 to 2017</td>' in html
    assert '<span class="state open">2 places, 2 witnesses do not agree</span>' in html


def test_the_years_are_drawn_with_what_is_in_dispute(client: Client, dated_world: World) -> None:
    html = shown(client)

    assert "2009: 1; 2016: 1, 1 in dispute</desc>" in html
    assert html.count('<rect class="column"') == 2
    assert html.count('<rect class="column dis"') == 1


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, "2 dated events"),
        ({"q": "boat"}, "1 dated event"),
        ({"source": "gazette"}, "1 dated event"),
        ({"source": "nobody"}, "0 dated events"),
        ({"entity": "boat-deal"}, "1 dated event"),
        ({"entity": "nobody"}, "0 dated events"),
        ({"measure": "order-date"}, "2 dated events"),
        ({"measure": "\0"}, "0 dated events"),
        ({"page": "9" * 40}, "2 dated events"),
    ],
)
def test_the_timeline_is_narrowed(
    client: Client, dated_world: World, asked: dict[str, str], count: str
) -> None:
    assert f'<span class="num">{count}</span>' in shown(client, **asked)


def test_what_is_not_accepted_is_not_told(client: Client, disputed_world: World) -> None:
    disputed_world.record(disputed_world.draft("2009", **BOATS), review=Review.PROPOSED)

    assert "the order of boats" not in shown(client, q="boat")


def test_htmx_is_given_the_events_alone(client: Client, dated_world: World) -> None:
    html = client.get(PAGE, headers={"HX-Request": "true"}).content.decode()

    assert html.startswith('<div id="event-results">')


def test_the_timeline_is_given_as_csv(client: Client, dated_world: World) -> None:
    answer = client.get(PAGE, {"format": "csv"})

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [row.split(",")[0] for row in answer.content.decode().splitlines()] == [
        "when",
        "May 2009",
        "2016 to 2017",
    ]


def test_the_timeline_is_only_read(client: Client, dated_world: World) -> None:
    assert client.post(PAGE).status_code == 405
    assert client.get(PAGE, {"format": "pdf"}).status_code == 422
