"""The steps of an import: a file is chosen, looked at, and confirmed just as it was seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from apps.sources.actions import add_source
from apps.sources.models import Source
from apps.ui.progress import step
from apps.ui.sheets.under_way import under_way
from tests.importing import CSV, HIDDEN, XLSX, choose, confirm, text_of, written
from tests.world import World

PAGE = "sources/source"


@pytest.fixture
def admin(client: Client, world: World, tmp_path: Path, settings: Settings) -> Client:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(world.admin)
    return client


def a_row() -> dict[str, str]:
    return {"slug": "yearbook", "title": "The Yearbook"}


@pytest.mark.parametrize(
    ("raw", "form", "name", "says"),
    [
        (b"", CSV, "", "“table.csv” is empty. Choose a file with heads and rows."),
        (b"slug\nx\n", CSV, "", "The column “title” is missing. These columns must be there: slug"),
        (
            b"slug,title,colour\nx,y,z\n",
            CSV,
            "",
            "There is no column “colour” here. The columns are: slug, position, title, authors",
        ),
        ("slug,title\nx,Łódź\n".encode("cp1250"), CSV, "", "The file is not UTF-8: line 2"),
        (b"slug,title\nx,y\n", XLSX, "", "This is no XLSX workbook. Save the table as XLSX"),
        (b"PK\x03\x04", XLSX, "a.xlsx", "This is no XLSX workbook."),
        (b"\x89PNG\r\n\0", CSV, "a.png", "The file is no text: byte 6 is NUL."),
    ],
    ids=["empty", "no title", "odd column", "cp1250", "no workbook", "half a zip", "picture"],
)
def test_a_file_that_cannot_be_read_says_why(
    admin: Client, tmp_path: Path, raw: bytes, form: str, name: str, says: str
) -> None:
    response = choose(admin, PAGE, raw, form, name)

    assert response.status_code == 422
    assert says in text_of(response)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_that_is_too_large_is_refused_by_its_size(admin: Client, tmp_path: Path) -> None:
    response = choose(admin, PAGE, b"x" * 11 * 2**20, name="huge.csv")

    assert response.status_code == 422
    assert "“huge.csv” has 11.0 MB; a table may have 10. Split it" in text_of(response)
    assert not list(tmp_path.iterdir())


def test_a_confirmation_confirms_what_was_seen_and_nothing_else(
    admin: Client, world: World
) -> None:
    preview = choose(admin, PAGE, written([a_row()]))
    add_source(fields={"slug": "yearbook", "title": "Mine"}, by=world.editor, reason="first")

    response = confirm(admin, PAGE, preview)

    assert response.status_code == 422
    assert "What this file would change is no longer what the preview showed." in text_of(response)
    assert Source.objects.get(slug="yearbook").title == "Mine"


def test_a_confirmation_works_once(admin: Client) -> None:
    preview = choose(admin, PAGE, written([a_row()]))
    confirm(admin, PAGE, preview)

    response = confirm(admin, PAGE, preview)

    assert response.status_code == 422
    assert "The file that was to be imported is no longer here." in text_of(response)


TAMPERED: list[dict[str, str]] = [
    {"import_file_name": "../../secret-key"},
    {"format": "7"},
    {"format": "x"},
    {"resource": "9"},
    {"seen": "anything"},
    {"seen": ""},
    {"original_file_name": ""},
]


def test_a_confirmation_that_was_tampered_with_stores_nothing(admin: Client) -> None:
    for changed in TAMPERED:
        preview = choose(admin, PAGE, written([a_row()]))

        assert confirm(admin, PAGE, preview, **changed).status_code == 422, changed
    assert not Source.objects.filter(slug="yearbook").exists()


def test_confirming_takes_a_post(admin: Client) -> None:
    assert admin.get(f"/admin/{PAGE}/process_import/").status_code == 405


@pytest.mark.parametrize("fields", [{}, {"format": "7"}, {"import_file": "no file", "format": "0"}])
def test_nonsense_in_place_of_a_file_is_refused(admin: Client, fields: dict[str, str]) -> None:
    assert admin.post(f"/admin/{PAGE}/import/", fields).status_code == 422


def test_nonsense_in_place_of_a_format_exports_nothing(admin: Client) -> None:
    response: Any = admin.post(f"/admin/{PAGE}/export/", {"format": "7"})

    assert "attachment" not in response.headers.get("Content-Disposition", "")
    assert "Select a valid choice. 7 is not one of the available choices." in text_of(response)


PROGRESS = f"/admin/{PAGE}/import/progress/{'0' * 32}/"


def test_how_far_an_import_has_come_is_told_while_it_runs(admin: Client) -> None:
    before = admin.get(PROGRESS)

    with under_way("0" * 32):
        step("Reading the rows", 300, 1000)
        during = admin.get(PROGRESS)

    assert (before.status_code, before.content) == (204, b"")
    assert during.json() == {"step": "Reading the rows", "done": 300, "of": 1000}


def test_both_pages_of_an_import_name_where_its_progress_is_told(admin: Client) -> None:
    pages = [admin.get(f"/admin/{PAGE}/import/"), choose(admin, PAGE, written([a_row()]))]

    for page in pages:
        watch = dict(HIDDEN.findall(page.content.decode()))["watch"]
        assert f'data-import-progress="/admin/{PAGE}/import/progress/{watch}/"' in (
            page.content.decode()
        )


def test_only_those_who_may_import_are_told_how_far_one_has_come(
    client: Client, world: World
) -> None:
    assert client.get(PROGRESS).status_code == 302
    client.force_login(world.annotator)
    assert client.get(PROGRESS).status_code == 403
    client.force_login(world.admin)
    assert client.post(PROGRESS).status_code == 405
    assert client.get(PROGRESS.replace("0", "x")).status_code == 404
