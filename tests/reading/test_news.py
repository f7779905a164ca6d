"""What is new on a text: told to those who may see it, from wherever they were cut off."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.annotations.actions import record_mentions, review_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Review, Touch
from apps.annotations.touching import horizon
from apps.contradictions.models import Contradiction, Verdict
from apps.reading.audience import Audience
from apps.reading.edition import rows_at
from apps.reading.live.news import forget_old_news
from apps.reading.sight import Sight
from apps.sources.models import Source, Text
from tests.world import ALMANAC, REASON, World

NEWS, LIVE = "/sources/almanac/news/", "/sources/almanac/live/"
PLACE = ALMANAC.index("tanks")


@pytest.fixture
def open_world(disputed_world: World) -> World:
    """The world with an almanac that everybody may read."""
    Source.objects.filter(slug="almanac").update(rights="full")
    return disputed_world


@pytest.fixture
def team(open_world: World) -> Client:
    """A browser of the team."""
    browser = Client()
    browser.force_login(open_world.editor)
    return browser


def mark_the_tanks(world: World, review: Review = Review.PROPOSED) -> Mention:
    draft = MentionDraft("almanac", PLACE, PLACE + 5, "tank-deal", "tanks")
    record_mentions(drafts=[draft], by=world.annotator, reason=REASON, review=review)
    return Mention.objects.get(passage__start=PLACE)


def news(browser: Client, after: str, **asked: str) -> dict[str, Any]:
    answer = browser.get(NEWS, {"after": after, **asked})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def number(mark: str) -> int:
    """The transaction that a horizon begins with; other tests on the server move it."""
    return int(mark.partition("-")[0])


def marked(told: dict[str, Any]) -> bool:
    """Whether the tanks come as a mark, in one row."""
    return len(told["rows"]) == 1 and ">tanks</a>" in next(iter(told["rows"].values()))


def test_a_page_says_from_when_on_changes_are_news_to_it(client: Client, open_world: World) -> None:
    before = horizon()
    page = client.get("/sources/almanac/").content.decode()

    [shown] = re.findall(r'data-as-of="([\d-]+)"', page)
    assert number(before) <= number(shown) <= number(horizon())


def test_the_team_hears_of_what_is_proposed_and_the_public_when_it_is_accepted(
    client: Client, team: Client, open_world: World
) -> None:
    began = horizon()
    mention = mark_the_tanks(open_world)
    told, kept = news(team, began), news(client, began)

    review_mentions(mentions=[mention], review=Review.ACCEPTED, by=open_world.editor, reason=REASON)

    assert marked(told)
    assert kept["rows"] == {}
    assert marked(news(client, kept["after"]))


def test_what_is_rejected_goes_from_the_page_of_the_public(
    client: Client, open_world: World
) -> None:
    mention = mark_the_tanks(open_world, Review.ACCEPTED)
    began = horizon()

    review_mentions(mentions=[mention], review=Review.REJECTED, by=open_world.editor, reason=REASON)

    [row] = news(client, began)["rows"].values()
    assert ">tanks</a>" not in row


def test_a_verdict_is_news_wherever_its_claims_are_printed(
    client: Client, open_world: World
) -> None:
    case = Contradiction.objects.get(involvements__claim__key="almanac.order-date")
    began = horizon()

    open_world.settle(case, Verdict.Kind.FALSE_ALARM)

    assert any("settled" in row for row in news(client, began)["rows"].values())


def test_a_claim_that_is_entered_and_one_that_is_corrected_are_news(
    team: Client, open_world: World
) -> None:
    text = Text.objects.get(source__slug="ledger", kind="original")
    claim = open_world.claim("100")
    entered = Touch.objects.filter(text=text).count()

    open_world.correct(claim, reading="200")

    assert 0 < entered < Touch.objects.filter(text=text).count()


def test_nothing_is_news_where_nothing_changed(team: Client, open_world: World) -> None:
    told = news(team, horizon())

    assert (told["rows"], told["outdated"]) == ({}, False)


def test_the_same_choice_of_marks_holds_for_news(team: Client, open_world: World) -> None:
    began = horizon()
    mark_the_tanks(open_world)

    [row] = news(team, began, status="accepted")["rows"].values()

    assert ">tanks</a>" not in row


@pytest.mark.parametrize("asked", ["a long time ago", "in a record edition", "after much"])
def test_a_page_that_cannot_be_mended_is_loaded_again(
    team: Client, open_world: World, asked: str
) -> None:
    number, _ = horizon().split("-")
    after, edition = f"{number}-{int(time.time())}", ""
    if asked == "a long time ago":
        after = f"{number}-{int(time.time()) - 86_400}"
    elif asked == "in a record edition":
        team.get("/sources/almanac/?edition=record")
        record = Text.objects.get(source__slug="almanac", kind="record")
        touch(record, 1)
        edition = "record"
    else:
        touch(Text.objects.get(source__slug="almanac", kind="original"), 61)

    told = news(team, after, edition=edition)

    assert (told["outdated"], told["rows"]) == (True, {})


def touch(text: Text, count: int) -> None:
    places = list(range(count))
    number, _ = horizon().split("-")
    Touch.objects.create(
        text=text,
        starts=places,
        ends=[place + 1 for place in places],
        is_public=True,
        written_by=int(number),
        at="2026-01-01T00:00Z",
    )


def test_words_that_were_withdrawn_are_no_news(client: Client, open_world: World) -> None:
    began = horizon()
    mark_the_tanks(open_world, Review.ACCEPTED)
    Source.objects.filter(slug="almanac").update(rights="record")

    told = news(client, began)

    assert "tanks" not in str(told)


def test_old_news_are_forgotten(open_world: World) -> None:
    mark_the_tanks(open_world)
    touch(Text.objects.get(source__slug="almanac", kind="original"), 1)
    before = Touch.objects.count()

    forget_old_news()

    assert Touch.objects.count() == before - 1


@pytest.mark.parametrize("path", [NEWS, LIVE])
@pytest.mark.parametrize("after", ["", "x", "12", "1-", "9" * 30 + "-1", "-1--1", "1-1'--"])
def test_nonsense_is_refused(client: Client, open_world: World, path: str, after: str) -> None:
    answer = client.get(path, {"after": after})

    assert answer.status_code == 422
    assert "Load the page again." in answer.content.decode()


@pytest.mark.parametrize("what", ["news", "live"])
def test_news_can_only_be_asked_for_and_of_sources_that_are_there(
    client: Client, open_world: World, what: str
) -> None:
    assert client.get(f"/sources/nobody-2099/{what}/?after=1-1").status_code == 404
    assert client.post(f"/sources/almanac/{what}/?after=1-1").status_code == 405


def test_a_server_that_cannot_hold_a_stream_says_so(client: Client, open_world: World) -> None:
    after = horizon()

    assert client.get(LIVE, {"after": after}).status_code == 204
    assert news(client, after)["streams"] is False


def test_asking_costs_as_many_queries_after_many_changes_as_after_one(
    client: Client, open_world: World
) -> None:
    text = Text.objects.get(source__slug="almanac", kind="original")
    began = horizon()
    news(client, began)
    counts = []

    for times in (1, 1, 20):  # what the first time sets is kept
        for _ in range(times):
            touch(text, 1)
        with CaptureQueriesContext(connection) as asked:
            news(client, began)
        counts.append(len(asked))

    assert counts[1] == counts[2]


def test_rows_that_lie_apart_cost_as_many_queries_as_one_of_them(
    open_world: World,
) -> None:
    sight = Sight(Text.objects.get(source__slug="almanac", kind="original"), Audience.TEAM)
    title, table = (0, 3), (ALMANAC.index("2015"), ALMANAC.index("2015") + 4)
    alone = {**rows_at(sight, [title]), **rows_at(sight, [table])}
    counts = []

    for places in ([title], [table], [title, table]):
        with CaptureQueriesContext(connection) as asked:
            together = rows_at(sight, places)
        counts.append(len(asked))

    assert together == alone
    assert len(together) == 2
    assert counts[2] == max(counts[:2])
