"""The list of facts, and the page of one question with all its answers."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.annotations.models import Review
from apps.claims.actions import review_claims
from apps.claims.models import Claim, Fact
from apps.contradictions.models import Contradiction, Verdict
from tests.world import World, enter_measure

pytestmark = pytest.mark.django_db
ORDER = "order-date|subject=tank-deal|||actual"
PAGE = "/facts/order-date%7Csubject=tank-deal%7C%7C%7Cactual/"


def shown(client: Client, path: str, **asked: str) -> str:
    return client.get(path, asked).content.decode()


def page_of(claim: Claim) -> str:
    return Fact.objects.get(key=claim.fact_key).get_absolute_url()


def test_two_answers_that_do_not_agree_are_told_with_their_case(
    client: Client, disputed_world: World
) -> None:
    case = Contradiction.objects.get(facts=[ORDER])

    html = shown(client, PAGE)

    assert '<span class="state open">2 places, 2 witnesses do not agree</span>' in html
    assert f'<a href="/contradictions/{case.pk}/">case {case.pk}, open</a>' in html
    assert "<dt>Value</dt><dd>unsettled</dd>" in html
    assert html.count('class="mark claim contradicted"') == 2


def test_the_ranges_are_drawn_on_one_axis_with_a_point_shape_for_each_source(
    client: Client, disputed_world: World
) -> None:
    html = shown(client, PAGE)

    assert html.count('<rect class="range"') == 2
    assert html.count('class="shape filled"') == 1
    assert html.count('class="shape "') == 1
    assert html.count('<circle class="ring"') == 2
    assert "<desc " in html


def test_witnesses_are_counted_by_their_roots(client: Client, world: World) -> None:
    first = world.claim("110", root="yearbook", attribution="The Yearbook")
    world.claim("110", root="yearbook")
    one = shown(client, page_of(first))
    world.claim("110")

    two = shown(client, page_of(first))

    assert "<span>2 places, 1 witness</span>" in one
    assert "<span>3 places, 2 witnesses agree</span>" in two
    assert "<dt>Value</dt><dd>109.5 to 110.5 million USD</dd>" in two
    assert two.count('data-label="Goes back to">The Yearbook') == 2


def test_one_witness_that_says_two_things_does_not_agree_with_itself(
    client: Client, world: World
) -> None:
    claim = world.claim("110")
    world.claim("900")

    html = shown(client, page_of(claim))

    assert "2 places, 1 witness does not agree with itself</span>" in html


def test_every_fact_fits_one_filter_of_its_answers(client: Client, disputed_world: World) -> None:
    enter_measure("event-place", by=disputed_world.admin, is_functional=False)
    motto: dict[str, Any] = {"measure": "motto", "unit": "text", "period": ""}
    place: dict[str, Any] = {"measure": "event-place", "subject": "tank-deal", "period": ""}
    for root in ("yearbook", "package"):
        disputed_world.claim("peace", root=root, **motto)
        disputed_world.claim("lindau", root=root, **place)

    facets = client.get("/facts/").context["facets"]

    [answers] = [facet for facet in facets if facet.name == "standing"]
    counts = {name: count for name, _, count in answers.choices}
    found = {
        name: client.get("/facts/", {"standing": name}).context["wanted"].facts().count()
        for name in counts
    }
    assert counts == found
    assert (counts["worded"], counts["many"]) == (1, 2)
    assert sum(counts.values()) == Fact.objects.answered().count()


def test_a_root_that_is_a_known_work_is_called_as_that(client: Client, world: World) -> None:
    claim = world.claim("110", root="package", attribution="Reed 2002: 14; Marsh 2003")

    html = shown(client, page_of(claim))

    assert 'data-label="Goes back to">the package<small class="line">attributed to Reed' in html


def test_a_place_within_another_is_no_disagreement(client: Client, world: World) -> None:
    terms: dict[str, Any] = {"measure": "event-place", "subject": "talks", "period": ""}
    claim = world.claim("lindau", **terms)
    world.claim("karovia", root="gazette", **terms)

    html = shown(client, page_of(claim))

    assert "2 places, 2 witnesses agree as far as their wording goes" in html
    assert "<dt>Value</dt><dd>not one value; see the answers</dd>" in html


def test_a_verdict_leaves_the_value_that_still_counts(
    client: Client, disputed_world: World
) -> None:
    wrong = Claim.objects.get(key="gazette.order-date")
    case = Contradiction.objects.get(facts=[ORDER])
    verdict = disputed_world.settle(case, Verdict.Kind.ONE_RIGHT, wrong)

    html = shown(client, PAGE)

    assert "<dt>Value</dt><dd>1 January 2016 to 31 December 2016</dd>" in html
    assert f"<dt>Verdict {verdict.pk}</dt><dd>One is right, the other wrong" in html
    assert "judged wrong, no longer counts" in html


def test_wholes_and_other_times_are_linked(client: Client, disputed_world: World) -> None:
    part = Claim.objects.get(key="almanac.arms-imports")

    html = shown(client, page_of(part))

    assert "The whole that this is part of" in html
    assert "arms imports of Karovia from all suppliers, 2014" in html.replace("Arms", "arms")
    assert "At other times" in html
    assert "What else does not agree" in html


def test_what_is_not_accepted_stays_with_the_team(client: Client, world: World) -> None:
    claim = world.record(world.draft("110"), review=Review.PROPOSED)[0]
    public = client.get(page_of(claim))
    client.force_login(world.annotator)

    team = client.get(page_of(claim))

    assert public.status_code == 404
    assert team.status_code == 200
    assert "not reviewed yet" in team.content.decode()


def test_a_fact_whose_claims_were_rejected_is_gone(client: Client, world: World) -> None:
    claim = world.claim("110")
    page = page_of(claim)

    review_claims(
        claims=[claim], review=Review.REJECTED, by=world.editor, reason="a slip of the hand"
    )

    assert client.get(page).status_code == 404


@pytest.mark.parametrize("key", ["nothing", "order-date%7C", "%00", "%ED%A0%80", "a/b/c"])
def test_an_unknown_question_is_not_found(client: Client, world: World, key: str) -> None:
    assert client.get(f"/facts/{key}/").status_code == 404


@pytest.mark.parametrize("path", ["/facts/", PAGE])
def test_facts_are_only_read(client: Client, disputed_world: World, path: str) -> None:
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("path", ["/facts/", PAGE])
def test_a_format_that_is_not_known_is_refused(
    client: Client, disputed_world: World, path: str
) -> None:
    answer = client.get(path, {"format": "pdf"})

    assert answer.status_code == 422
    assert "There is no format called “pdf”." in answer.content.decode()


def test_the_answers_are_given_as_csv(client: Client, disputed_world: World) -> None:
    answer = client.get(PAGE, {"format": "csv"})

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    heads, *rows = answer.content.decode().splitlines()
    assert heads.startswith("claim,source,place,printed,low,high,")
    assert [row.split(",")[:2] for row in rows] == [
        ["almanac.order-date", "almanac"],
        ["gazette.order-date", "gazette"],
    ]
    assert [row.split(",")[4:6] for row in rows] == [
        ["2016-01-01", "2016-12-31"],
        ["2017-01-01", "2017-12-31"],
    ]


def test_every_answer_to_the_facts_asked_for_is_given_as_csv(
    client: Client, disputed_world: World
) -> None:
    years = [disputed_world.draft("5", period=str(year)) for year in range(1900, 1960)]
    disputed_world.record(*years)

    everything = client.get("/facts/", {"format": "csv", "page": "2"}).content.decode()
    answer = client.get("/facts/", {"format": "csv", "standing": "differ", "q": "order"})

    assert len(everything.splitlines()) == 1 + Claim.objects.accepted().count()
    assert [row.split(",")[3:] for row in answer.content.decode().splitlines()] == [
        ["source", "printed", "low", "high", "unit", "standing"],
        ["almanac", "2016", "2016-01-01", "2016-12-31", "", "differ"],
        ["gazette", "2017", "2017-01-01", "2017-12-31", "", "differ"],
    ]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, "8 facts"),
        ({"measure": "order-date"}, "1 fact"),
        ({"subject": "karovia"}, "6 facts"),
        ({"source": "gazette"}, "3 facts"),
        ({"standing": "differ"}, "2 facts"),
        ({"standing": "agree"}, "0 facts"),
        ({"q": "tank déal"}, "1 fact"),
        ({"q": "zzz"}, "0 facts"),
        ({"source": "nobody"}, "0 facts"),
        ({"measure": "\0"}, "0 facts"),
        ({"page": "9" * 40, "standing": "ghost"}, "8 facts"),
    ],
)
def test_the_list_is_narrowed(
    client: Client, disputed_world: World, asked: dict[str, str], count: str
) -> None:
    assert f'<span class="num">{count}</span>' in shown(client, "/facts/", **asked)


def test_htmx_is_given_the_results_alone(client: Client, disputed_world: World) -> None:
    html = client.get("/facts/", headers={"HX-Request": "true"}).content.decode()

    assert html.startswith('<div id="fact-results">')


def test_the_list_asks_as_many_queries_for_many_facts_as_for_few(
    client: Client, world: World
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/facts/")
        return len(asked)

    world.record(world.draft("110"))
    few = queries()
    world.record(*(world.draft("110", period=str(year)) for year in range(1950, 1980)))

    many = queries()

    assert many == few
