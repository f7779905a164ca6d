"""Broken rows of claims: each names row, column and remedy, and keeps the whole file out."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from apps.claims.models import Claim
from tests.importing import Broken, choose, complaints, missed, text_of, written
from tests.world import ALMANAC, World

PAGE = "claims/claim"
START = ALMANAC.index("110 mln USD")
LENGTH = f"{len(ALMANAC):,}"
GOOD = {
    "key": "almanac.first",
    "source": "almanac",
    "start": str(START),
    "end": str(START + 3),
    "printed": "110",
    "measure": "arms-imports",
    "subject": "karovia",
    "roles": "supplier=norland",
    "period": "2014",
    "reading": "110",
    "unit": "USD mln",
    "basis": "tiv",
    "status": "",
    "sums": "",
    "also": "",
}


@pytest.fixture
def admin(client: Client, world: World, tmp_path: Path, settings: Settings) -> Client:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(world.admin)
    return client


BROKEN: Broken = [
    ({"key": ""}, "key", "This field cannot be blank."),
    ({"key": "a/b"}, "key", "A key stands in addresses. Leave out blanks and slashes."),
    ({"key": "k" * 121}, "key", "at most 120 characters (it has 121)."),
    (
        {"source": "almanack"},
        "source",
        "There is no source “almanack”. Did you mean “almanac”?",
    ),
    (
        {"measure": "arms-import"},
        "measure",
        "There is no measure “arms-import”. Did you mean “arms-imports”?",
    ),
    (
        {"subject": "karowia"},
        "subject",
        "There is no entity “karowia”. Did you mean “karovia”?",
    ),
    ({"subject": ""}, "subject", "The entity is missing. Name one."),
    (
        {"roles": "supplier=norlant"},
        "roles",
        "There is no entity “norlant”. Did you mean “norland”?",
    ),
    (
        {"roles": "suplier=norland"},
        "roles",
        "There is no role of arms imports “suplier”. Did you mean “supplier”?",
    ),
    (
        {"roles": "norland"},
        "roles",
        "“norland” is no pair. Write: supplier=russia; within=ALL.",
    ),
    (
        {"reading": "1,056"},
        "reading",
        "“1,056” has a comma. Use no thousands marks, and a decimal point: 1056.5.",
    ),
    ({"reading": ""}, "reading", "This field cannot be blank."),
    ({"unit": "mln USD"}, "unit", "“mln USD” is not a known unit. Did you mean “USD mln”?"),
    (
        {"unit": "tonnes"},
        "unit",
        "The unit “tonnes” does not fit arms imports, which is measured in USD. "
        "Choose a unit of that family, or another measure.",
    ),
    ({"period": "2021/2017"}, "period", "“2021/2017” is reversed. Write 2017/2021."),
    (
        {"basis": "constant"},
        "basis",
        "There is no basis “constant”. There is only: tiv, nominal.",
    ),
    (
        {"status": "deliverd"},
        "status",
        "There is no status “deliverd”. Did you mean “delivered”?",
    ),
    ({"sums": "suplier"}, "sums", "Did you mean “supplier”?"),
    ({"start": "here"}, "start", "“here” is no whole number. Write digits only, as 1204."),
    (
        {"end": "99999"},
        "end",
        f"At {START}–99999 it lies outside the text, which has {LENGTH} characters. "
        "Correct start and end.",
    ),
    (
        {"start": str(START + 3), "end": str(START)},
        "end",
        f"At {START + 3}–{START} it ends before it begins. Correct start and end.",
    ),
    (
        {"start": str(START + 1), "end": str(START + 4)},
        "printed",
        f"“110” was expected, the text has “10 ”. It stands at {START}–{START + 3}: "
        "correct start and end.",
    ),
    (
        {"printed": "111"},
        "printed",
        "“111” was expected, the text has “110”. "
        "Copy the exact characters, or correct start and end.",
    ),
    ({"also": "k" * 121}, "also", "is longer than 120 characters. Shorten it."),
]


def test_broken_rows_are_named_with_column_and_remedy(admin: Client) -> None:
    assert missed(admin, PAGE, GOOD, "key", BROKEN) == []
    assert not Claim.objects.exists()


def test_all_that_is_wrong_is_told_at_once(admin: Client) -> None:
    rows = [
        {**GOOD, "period": "never", "unit": "mln"},
        {**GOOD, "key": "second", "subject": "nobody"},
        {**GOOD, "key": "second"},
    ]

    told = [(row, column) for row, column, _ in complaints(choose(admin, PAGE, written(rows)))]

    assert told == [(2, "period"), (2, "unit"), (3, "subject"), (4, "key")]


@pytest.mark.parametrize("column", ["key", "source", "start", "printed", "measure", "reading"])
def test_a_column_that_must_be_there_is_missed(admin: Client, column: str) -> None:
    row = {name: cell for name, cell in GOOD.items() if name != column}

    response = choose(admin, PAGE, written([row]))

    assert response.status_code == 422
    assert f"The column “{column}” is missing. These columns must be there: key" in text_of(
        response
    )


def test_a_source_without_a_text_has_no_place_for_a_claim(admin: Client, world: World) -> None:
    from apps.sources.actions import add_source

    add_source(fields={"slug": "rumour", "title": "A Rumour"}, by=world.admin, reason="heard")

    [(_, column, message)] = complaints(
        choose(admin, PAGE, written([{**GOOD, "source": "rumour"}]))
    )

    assert column == "source"
    assert message.startswith("There is no source with a text “rumour”.")


def test_prints_that_differ_from_others_at_their_place_are_named_by_row(
    admin: Client, world: World
) -> None:
    claim = world.claim("72", start=500)
    in_ledger = {**GOOD, "source": "ledger", "start": "500", "end": "502"}
    rows = [
        {**in_ledger, "printed": "27"},
        {**in_ledger, "key": "second", "start": "600", "end": "602", "printed": "11"},
        {**in_ledger, "key": "third", "start": "600", "end": "602", "printed": "12"},
        {**in_ledger, "key": "fourth", "start": "700", "end": "741", "printed": "1 " * 20 + "1"},
    ]

    told = complaints(choose(admin, PAGE, written(rows)))

    copy = "Copy the exact characters, or correct start and end."
    assert told == [
        (2, "printed", f"“27” was quoted before as “72”. {copy}"),
        (4, "printed", f"“12” was quoted before as “11”. {copy}"),
        (5, "printed", "It has more than 20 words. Mark the value alone."),
    ]
    assert list(Claim.objects.all()) == [claim]


def test_every_broken_row_is_told_and_the_same_slip_once_for_all(admin: Client) -> None:
    rows = [{**GOOD, "key": f"row-{number}", "unit": "mln USD"} for number in range(250)]

    response = choose(admin, PAGE, written(rows))

    assert [row for row, _, _ in complaints(response)] == list(range(2, 252))
    assert "unit “mln USD” is not a known unit. Did you mean “USD mln”? 250 rows: 2–251" in text_of(
        response
    )
