"""Making claims of a whole table at once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from apps.claims.models import Claim, Stroke
from apps.contradictions.models import Contradiction
from apps.sources.models import Block, Cell
from tests.world import World

ABOUT = {
    "measure-0": "arms-imports",
    "unit-0": "USD mln",
    "rows": "period",
    "subject": "Karovia",
    "role-supplier": "Norland",
    "basis": "tiv",
}


@pytest.fixture
def annotator(client: Client, world: World) -> Client:
    client.force_login(world.annotator)
    return client


@pytest.fixture
def table(world: World) -> str:
    """The address of the one table of the almanac."""
    block = Block.objects.get(text__source__slug="almanac", text__kind="original", kind="table")
    return f"/sources/almanac/tables/{block.position}/"


def filled_in(html: str) -> dict[str, str]:
    """The boxes of the grid as a browser would send them."""
    boxes = re.findall(r'<input name="((?:reading|period)-\d+)" value="([^"]*)"', html)
    ticks = re.findall(r'name="(take-\d+)" value="yes" aria-label="[^"]*" checked', html)
    return {**dict(boxes), **dict.fromkeys(ticks, "yes"), "count": str(len(boxes) // 2)}


def sent(annotator: Client, table: str, **fields: Any) -> dict[str, str]:
    html = annotator.get(table, ABOUT).content.decode()
    return {**ABOUT, **filled_in(html), "key": "made-up-in-a-browser", **fields}


def test_values_and_periods_are_read_from_the_cells_and_their_heads(
    annotator: Client, table: str
) -> None:
    html = annotator.get(table, ABOUT).content.decode()

    boxes = [value for name, value in filled_in(html).items() if name[:4] in ("read", "peri")]
    assert boxes == ["100", "2015", "120", "2016", "90", "2017", "310", "2015/2017"]
    assert "119.5 to 120.5 million USD" in html
    assert "Enter 4 claims" in html


def test_all_are_entered_in_one_stroke_each_with_its_cell(annotator: Client, table: str) -> None:
    answer = annotator.post(f"{table}claims/", sent(annotator, table))

    assert answer.status_code == 302
    claims = Claim.objects.order_by("period")
    assert [(claim.period, claim.reading, claim.review) for claim in claims] == [
        ("2015", "100", "proposed"),
        ("2015/2017", "310", "proposed"),
        ("2016", "120", "proposed"),
        ("2017", "90", "proposed"),
    ]
    cells = set(Cell.objects.filter(role="value").values_list("start", "end"))
    places = {(one.passage.start, one.passage.end) for one in evidence(claims)}
    assert places <= cells
    assert Stroke.objects.get().says == "4 claims of Table 1"


def evidence(claims: Any) -> list[Any]:
    return [claim.evidence.select_related("passage").get() for claim in claims]


def test_they_are_taken_back_as_one(annotator: Client, table: str) -> None:
    annotator.post(f"{table}claims/", sent(annotator, table))

    annotator.post("/sources/almanac/mark/undo/")

    assert set(Claim.objects.values_list("review", flat=True)) == {"rejected"}
    assert "entered already" not in annotator.get(table, ABOUT).content.decode()


def test_cells_that_carry_the_claim_already_are_not_ticked(annotator: Client, table: str) -> None:
    annotator.post(f"{table}claims/", sent(annotator, table))

    html = annotator.get(table, ABOUT).content.decode()

    assert (html.count("entered already"), html.count(" checked")) == (4, 0)


def test_what_is_typed_in_the_grid_counts(annotator: Client, table: str) -> None:
    typed = sent(annotator, table)
    first = next(name for name in typed if name.startswith("reading-"))
    typed[first] = "about 100"
    second = [name for name in typed if name.startswith("take-")][1]
    del typed[second]

    annotator.post(f"{table}claims/", typed)

    assert sorted(Claim.objects.values_list("reading", flat=True)) == ["310", "90", "about 100"]


def test_a_cell_that_says_nothing_is_marked_and_stops_all(annotator: Client, table: str) -> None:
    typed = sent(annotator, table)
    typed[next(name for name in typed if name.startswith("reading-"))] = "plenty"

    checked = annotator.post(f"{table}check/", {**typed, **dict.fromkeys(ticks(typed)[:1], "")})
    answer = annotator.post(f"{table}claims/", typed)

    assert 'class="problem"' in checked.content.decode()
    assert (answer.status_code, Claim.objects.count()) == (422, 0)
    assert "2015, Mln USD: " in answer.content.decode()


def ticks(typed: dict[str, str]) -> list[str]:
    return [name for name in typed if name.startswith("take-")]


def test_what_they_would_contradict_is_shown_before(
    annotator: Client, table: str, world: World
) -> None:
    world.claim("70", period="2017")

    html = annotator.post(f"{table}check/", sent(annotator, table)).content.decode()

    assert "1 cell would contradict others." in html
    assert html.count('<span class="state open">') == 1
    assert (Claim.objects.count(), Contradiction.objects.count()) == (1, 0)


def test_measures_follow_the_claims_nearby(annotator: Client, table: str) -> None:
    annotator.post(f"{table}claims/", sent(annotator, table))

    html = annotator.get(table).content.decode()

    assert '<option value="arms-imports" selected>' in html
    assert 'name="subject" value="Karovia"' in html


def test_a_table_without_a_measure_says_what_to_do(annotator: Client, table: str) -> None:
    html = annotator.get(table, {**ABOUT, "measure-0": "none"}).content.decode()

    assert "Choose a measure for at least one column." in html


def test_nothing_ticked_and_no_key_are_refused(annotator: Client, table: str) -> None:
    typed = sent(annotator, table)
    bare = {name: value for name, value in typed.items() if not name.startswith("take-")}

    nothing = annotator.post(f"{table}claims/", bare)
    keyless = annotator.post(f"{table}claims/", {**typed, "key": ""})

    assert (nothing.status_code, keyless.status_code) == (422, 428)
    assert "No cell is chosen." in nothing.content.decode()


def test_claims_of_tables_are_for_the_team(client: Client, world: World, table: str) -> None:
    anonymous = asked(client, table)
    client.force_login(world.reader)
    reader = asked(client, table)
    client.force_login(world.annotator)
    elsewhere = client.get("/sources/almanac/tables/0/").status_code

    assert (anonymous, reader, elsewhere) == ([302] * 3, [403] * 3, 404)
    assert client.post(table).status_code == client.get(f"{table}claims/").status_code == 405


def asked(client: Client, table: str) -> list[int]:
    """What each address of a table answers."""
    written = [client.post(f"{table}{act}/").status_code for act in ("check", "claims")]
    return [client.get(table).status_code, *written]
