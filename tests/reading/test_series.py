"""Series over time: lines, bars, rings, small multiples and the table below."""

from __future__ import annotations

import csv

import pytest
from django.test import Client

from apps.claims.drafts import ALL
from apps.contradictions.models import Contradiction, Verdict
from tests.world import WHY, World

pytestmark = pytest.mark.django_db
PAGE = "/series/arms-imports/karovia/"


@pytest.fixture
def told_world(disputed_world: World) -> World:
    """The almanac's three years from Norland, and the ledger's from all suppliers."""
    disputed_world.record(
        *(
            disputed_world.draft(reading, period=year, roles={"supplier": ALL})
            for year, reading in (("2015", "150"), ("2016", "170"), ("2017", "under 200"))
        )
    )
    return disputed_world


def shown(client: Client, path: str = PAGE) -> str:
    return client.get(path).content.decode()


def test_each_source_and_scope_has_a_line_with_points_of_its_own(
    client: Client, told_world: World
) -> None:
    html = shown(client)

    start = html.index('<ul class="legend">')
    legend = html[start : html.index("</ul>", start)]
    assert legend.count("<li>") == 4
    assert legend.count("</svg></svg>Norland (") == 1
    assert legend.count("</svg></svg>all suppliers (") == 2
    main = html[html.index("over time</title>") : html.index("Each by itself")]
    assert main.count('class="series-line line-0"') == 3
    assert main.count('class="series-line line-1"') == 1


def test_a_bound_is_a_bar_without_a_point(client: Client, told_world: World) -> None:
    html = shown(client)

    main = html[html.index("over time</title>") : html.index("Each by itself")]
    assert main.count('<rect class="range"') >= 2
    assert main.count("<path") == 6


def test_contradicted_claims_are_ringed_and_marked_in_the_table(
    client: Client, told_world: World
) -> None:
    html = shown(client)

    assert '<circle class="ring" r="9"/>' in html
    assert "2 contradicted" in html
    table = html[html.index('<table class="periods">') :]
    assert table.count('class="mark claim contradicted"') == 2
    assert 'href="/facts/arms-imports%7Csubject=karovia%7Csupplier=norland%7C2014' in table


def test_sums_over_years_stand_in_the_table_alone(client: Client, told_world: World) -> None:
    html = shown(client)

    described = html[html.index("<desc") : html.index("</desc>")]
    assert "2015 100; 2016 120; 2017 90" in described
    assert "310" not in described
    years, together = html.split("Over several years</h3>")
    assert '<th scope="row">2015–2017</th>' not in years
    assert '<th scope="row">2015–2017</th>' in together


def test_each_scope_has_a_small_picture(client: Client, told_world: World) -> None:
    html = shown(client)

    small = html[html.index('<div class="multiples">') :]
    assert small.count("<figcaption>") == 2
    assert "<figcaption>Norland</figcaption>" in small


def test_the_series_is_given_as_csv(client: Client, told_world: World) -> None:
    answer = client.get(PAGE, {"format": "csv"})

    heads, *rows = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert heads.startswith("measure,subject,period,source,scope,printed,low,high")
    assert len(rows) == 9


def test_the_ends_in_a_download_are_in_the_unit_that_it_names(
    client: Client, told_world: World
) -> None:
    answer = client.get(PAGE, {"format": "csv"})

    rows = list(csv.DictReader(answer.content.decode().splitlines()))
    [told] = [row for row in rows if (row["period"], row["printed"]) == ("2015", "150")]
    assert (told["low"], told["high"], told["unit"]) == ("149.5", "150.5", "USD mln")


def test_series_are_listed_and_linked_from_entities_and_home(
    client: Client, told_world: World
) -> None:
    for path in ("/series/", "/entities/karovia/", "/"):
        assert f'<a href="{PAGE}">Arms imports: Karovia</a>' in shown(client, path)


def test_without_series_the_list_says_when_there_will_be_one(client: Client, world: World) -> None:
    assert "A series appears when" in shown(client, "/series/")


@pytest.mark.parametrize(
    "path",
    ["/series/ghosts/karovia/", "/series/arms-imports/nobody/", "/series/order-date/tank-deal/"],
)
def test_an_unknown_series_is_not_found(client: Client, told_world: World, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/series/", PAGE])
def test_series_are_only_read(client: Client, told_world: World, path: str) -> None:
    assert client.post(path).status_code == 405
    assert client.head(path).status_code == 200


def test_a_format_that_is_not_known_is_refused(client: Client, told_world: World) -> None:
    assert client.get(PAGE, {"format": "pdf"}).status_code == 422


def test_a_settled_value_has_a_footnote_that_leads_to_its_verdict(
    client: Client, told_world: World
) -> None:
    told_world.claim("900", period="2015")
    case = Contradiction.objects.get(rule="same-fact-disjoint", facts__len=1, headline="100 ≠ 900")
    wrong = case.involvements.get(claim__printed="900").claim

    verdict = told_world.settle(case, Verdict.Kind.ONE_RIGHT, wrong)

    html = shown(client)
    assert html.count('<a href="#note-1">') == 2
    notes = html[html.index('<ol class="footnotes">') :]
    assert '<li id="note-1" value="1">Arms imports of Karovia from Norland, 2015: ' in notes
    assert f"{WHY} Editor, <a href=" in notes
    assert f'{case.get_absolute_url()}#verdict-{verdict.pk}"' in notes
    assert "unsettled" not in notes
