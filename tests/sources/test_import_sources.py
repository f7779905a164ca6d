"""Sources out to a file and in again, and files that are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from apps.domain.refusals import Refusal
from apps.sources.actions import add_source
from apps.sources.models import Source, Text
from tests.importing import (
    CSV,
    XLSX,
    Broken,
    choose,
    complaints,
    confirm,
    export,
    missed,
    read,
    take_in,
    text_of,
    written,
)
from tests.world import World

PAGE = "sources/source"
ODD = {
    "slug": "odd",
    "title": "=SUM(A1:A9) or: what, “now”?",
    "authors": [
        {"family": "O'Neill; and=sons", "given": "Łucja | Đặng"},
        {"literal": " blank at the ends "},
    ],
    "note": "two\nlines, and 'quotes' \"twice\"",
    "position": 7,
}


@pytest.fixture(autouse=True)
def _files_of_their_own(tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    add_source(fields=ODD, by=world.admin, reason="an odd one")
    client.force_login(world.admin)
    return client


def a_row(**cells: str) -> dict[str, str]:
    return {"slug": "yearbook", "title": "The Yearbook", "position": "9", **cells}


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_what_went_out_comes_in_as_nothing_new(admin: Client, form: str) -> None:
    preview = choose(admin, PAGE, export(admin, PAGE, form), form)

    assert preview.status_code == 200
    assert "Nothing new All 4 rows of this file are here already" in text_of(preview)
    assert "Confirm import" not in text_of(preview)


@pytest.mark.parametrize("form", [CSV, XLSX])
def test_out_gone_in_and_out_again_gives_the_same_bytes(admin: Client, form: str) -> None:
    before = export(admin, PAGE, form)
    Text.objects.all().delete()
    Source.objects.all().delete()

    take_in(admin, PAGE, before, form)

    assert export(admin, PAGE, form) == before
    assert Source.objects.get(slug="odd").authors == ODD["authors"]


def test_new_and_changed_rows_are_shown_and_then_stored(admin: Client) -> None:
    rows = [a_row(authors="Nowak | given=Anna"), {**a_row(), "slug": "ledger", "title": "Ledger"}]
    rows[1]["authors"] = ""
    preview = choose(admin, PAGE, written(rows))

    assert "1 new, 1 changed, 0 as they were." in text_of(preview)
    assert "<del>The Ledger</del> <ins>Ledger</ins>" in preview.content.decode()
    assert not Source.objects.filter(slug="yearbook").exists()

    answer = confirm(admin, PAGE, preview)

    assert answer.headers["Location"] == "/admin/sources/source/"
    assert "Imported: 1 new, 1 changed, 0 as they were." in text_of(
        admin.get("/admin/sources/source/")
    )
    assert Source.objects.get(slug="yearbook").rights == "excerpts"
    assert Source.objects.get(slug="ledger").title == "Ledger"


def test_columns_that_are_left_out_stay_as_they_are(admin: Client) -> None:
    take_in(admin, PAGE, written([{"slug": "odd", "title": "Even"}]))

    odd = Source.objects.get(slug="odd")
    assert (odd.title, odd.note, odd.position) == ("Even", ODD["note"], 7)


BROKEN: Broken = [
    ({"slug": "two words"}, "slug", "Enter a valid “slug” consisting of letters"),
    ({"slug": ""}, "slug", "This field cannot be blank."),
    ({"title": ""}, "title", "This field cannot be blank."),
    ({"title": "x" * 401}, "title", "at most 400 characters (it has 401)."),
    ({"position": "first"}, "position", "“first” is no whole number. Write digits only"),
    ({"position": "99999"}, "position", "less than or equal to 32767."),
    ({"rights": "mine"}, "rights", "Value 'mine' is not a valid choice."),
    ({"url": "javascript:alert(1)"}, "url", "Enter a valid URL."),
    ({"authors": "Nowak | Anna"}, "authors", "“Anna” is no part of “Nowak | Anna”."),
]


def test_broken_rows_are_named_with_column_and_remedy(admin: Client) -> None:
    assert missed(admin, PAGE, a_row(rights="full"), "slug", BROKEN) == []
    assert not Source.objects.filter(slug="yearbook").exists()


def test_one_broken_row_keeps_the_whole_file_out(admin: Client) -> None:
    before = Source.objects.count()

    response = choose(
        admin, PAGE, written([a_row(rights="full"), a_row(slug="other", rights="mine")])
    )

    assert "1 row of 2 cannot be read as they are." in text_of(response)
    assert "Confirm import" not in text_of(response)
    assert Source.objects.count() == before


def test_a_key_that_stands_there_twice_is_refused(admin: Client) -> None:
    response = choose(admin, PAGE, written([a_row(), a_row(title="Another")]))

    assert complaints(response) == [
        (3, "slug", "“yearbook” stands in row 2 already. Delete one of them.")
    ]


def test_script_in_names_is_shown_and_not_run(admin: Client) -> None:
    row = a_row(title="<script>alert(1)</script>", rights="<i>")

    broken = choose(admin, PAGE, written([row])).content.decode()
    preview = choose(admin, PAGE, written([{**row, "rights": "full"}])).content.decode()

    for html in (broken, preview):
        assert "<script>alert" not in html
        assert "<i>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in preview


def test_an_import_refused_by_its_action_is_undone_wholly(
    admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from apps.sources import resources

    def refuse(**_: Any) -> None:
        raise Refusal("The second is refused.", remedy="Leave it out.")

    monkeypatch.setattr(resources, "correct_source", refuse)
    rows = [a_row(), {**a_row(), "slug": "ledger", "title": "Else"}]

    response = choose(admin, PAGE, written(rows))

    assert response.status_code == 422
    assert "The second is refused. Leave it out." in text_of(response)
    assert not Source.objects.filter(slug="yearbook").exists()


def test_rows_of_the_export_are_in_an_order_that_stays(admin: Client) -> None:
    rows = read(export(admin, PAGE))

    assert [row["slug"] for row in rows] == sorted(
        (row["slug"] for row in rows),
        key=lambda slug: (Source.objects.get(slug=slug).position, slug),
    )
