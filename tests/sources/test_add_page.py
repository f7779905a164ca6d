"""The page on which an editor adds a source with its text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.sources.decoding import MOST_BYTES
from apps.sources.models import Source, Text
from tests.tiny import ARTICLE, an_editor, an_original, row_counts
from tests.world import World

pytestmark = pytest.mark.django_db
ADD = "/sources/add/"
WORK = {
    "title": "The Harbour Trade of Ruritania",
    "authors": "Hentzau, Rupert; Zenda Institute",
    "published": "2012",
    "container": "Zenda Review",
    "language": "en",
    "rights": "excerpts",
}


@pytest.fixture
def editor(client: Client, world: World, settings: Any, tmp_path: Path) -> Client:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(world.editor)
    return client


def a_file(raw: bytes = ARTICLE.encode(), name: str = "article.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw)


def post(client: Client, step: str = "preview", **fields: Any) -> Any:
    return client.post(ADD, {**WORK, step: "yes", **fields})


def waiting_in(html: str) -> str:
    found = re.search(r'name="waiting" value="([0-9a-f]*)"', html)
    assert found is not None
    return found[1]


def test_the_form_is_empty_at_first_and_starts_with_excerpts(editor: Client) -> None:
    html = editor.get(ADD).content.decode()

    assert '<option value="excerpts" selected>' in html
    assert "Preview of the text" not in html


def test_the_preview_tells_what_was_found_and_stores_nothing(editor: Client) -> None:
    before = row_counts()

    answer = post(editor, file=a_file())

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Table 1. Boat imports of Ruritania from Zenda" in html
    assert "<small>level 2</small> Introduction" in html
    assert f"{len(ARTICLE):,} characters" in html
    assert 'value="Hentzau, Rupert; Zenda Institute"' in html
    assert row_counts() == before


def test_what_was_previewed_is_saved_with_the_bytes_of_the_file(editor: Client) -> None:
    raw = b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode()
    waiting = waiting_in(post(editor, file=a_file(raw)).content.decode())

    answer = post(editor, "save", waiting=waiting)

    source = Source.objects.get(slug="hentzau-2012")
    text = source.texts.get(kind=Text.Kind.ORIGINAL)
    assert answer["Location"] == "/sources/hentzau-2012/"
    assert text.content == ARTICLE
    assert text.sha256 != ""
    assert source.rights == "excerpts"
    assert source.authors == [
        {"family": "Hentzau", "given": "Rupert"},
        {"literal": "Zenda Institute"},
    ]


def test_a_saved_file_waits_no_longer(editor: Client, tmp_path: Path) -> None:
    waiting = waiting_in(post(editor, file=a_file()).content.decode())

    post(editor, "save", waiting=waiting)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_pasted_text_is_saved_at_once(editor: Client) -> None:
    post(editor, "save", pasted=ARTICLE.replace("\n", "\r\n"))

    assert Text.objects.get(source__slug="hentzau-2012").content == ARTICLE


def test_a_work_of_which_nobody_is_named_is_called_by_its_title(editor: Client) -> None:
    post(editor, "save", pasted=ARTICLE, authors="")

    assert Source.objects.filter(slug="the-harbour-trade-of-2012").exists()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "There is no text yet."),
        ({"file": a_file(b"")}, "“article.txt” is empty."),
        ({"file": a_file(b"a\0b")}, "“article.txt” holds a NUL byte at byte 1"),
        ({"file": a_file("Łódź".encode("cp1250"))}, "“article.txt” is not UTF-8"),
        ({"file": a_file(b"%PDF-1.7")}, "“article.txt” is a PDF, not plain text."),
        ({"file": a_file(b"x" * (MOST_BYTES + 1))}, "a text may have 20."),
        ({"pasted": " \n "}, "There is no text yet."),
        ({"pasted": "Zenda", "file": a_file()}, "There is a file and a pasted text."),
        ({"waiting": "0" * 32}, "is no longer here."),
    ],
)
@pytest.mark.parametrize("step", ["preview", "save"])
def test_a_bad_text_is_refused_and_nothing_typed_is_lost(
    editor: Client, fields: dict[str, Any], message: str, step: str
) -> None:
    before = row_counts()
    if "file" in fields:
        fields["file"].seek(0)

    answer = post(editor, step, **fields)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert message in html
    assert 'value="The Harbour Trade of Ruritania"' in html
    assert row_counts() == before


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": ""}, "This field is required."),
        ({"slug": "almanac"}, "already exists."),
        ({"slug": "add"}, "“add” is the address of another page."),
        ({"slug": "two words"}, "Enter a valid “slug”"),
        ({"rights": "full"}, "Say by which licence, or by what right, all may read it."),
        ({"rights": "everything"}, "Select a valid choice."),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"title": "x" * 401}, "at most 400 characters"),
        ({"title": "Zenda\0"}, "Null characters are not allowed."),
    ],
)
def test_a_bad_work_is_refused_and_the_file_is_kept(
    editor: Client, fields: dict[str, Any], message: str
) -> None:
    before = row_counts()

    answer = post(editor, "save", file=a_file(), **fields)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert message in html
    assert len(waiting_in(html)) == 32
    assert row_counts() == before


def test_a_mistake_in_the_work_loses_not_the_file(editor: Client) -> None:
    html = post(editor, "save", file=a_file(), title="").content.decode()

    post(editor, "save", waiting=waiting_in(html))

    assert Text.objects.get(source__slug="hentzau-2012").content == ARTICLE


def test_script_in_a_title_stays_text(editor: Client) -> None:
    attack = "<script>alert(1)</script>"

    html = post(editor, pasted=f"{attack}\n\n{ARTICLE}", title=attack).content.decode()

    assert attack not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize("changed", [ARTICLE, ARTICLE.replace("\n", "\r\n")])
def test_a_text_that_is_here_already_is_named_and_linked(editor: Client, changed: str) -> None:
    source = an_original(an_editor()).source
    before = row_counts()

    html = post(editor, file=a_file(changed.encode())).content.decode()

    assert "This text is here already." in html
    assert f'<a href="/sources/{source.slug}/">' in html
    assert 'name="save"' not in html
    assert row_counts() == before


def test_an_original_that_is_waited_for_is_installed(editor: Client) -> None:
    expected = an_original(an_editor(), is_installed=False)
    html = post(editor, file=a_file()).content.decode()
    assert 'name="install"' in html

    answer = post(editor, "install", waiting=waiting_in(html))

    assert answer["Location"] == expected.source.get_absolute_url()
    assert Text.objects.get(pk=expected.pk).is_installed


def test_what_looks_wrong_is_said_before_it_is_saved(editor: Client) -> None:
    html = post(editor, pasted=f"{ARTICLE}\nThe cafÃ© of \ufffd\n").content.decode()

    assert "In one place: letters that were read in a wrong encoding" in html
    assert "In one place: the sign � for a character that was lost." in html


def test_who_is_not_known_is_sent_to_log_in(client: Client, world: World) -> None:
    assert client.get(ADD)["Location"] == f"/accounts/log-in/?next={ADD}"
    assert post(client, "save", pasted=ARTICLE).status_code == 302


@pytest.mark.parametrize("person", ["reader", "annotator"])
def test_who_may_not_add_is_refused(client: Client, world: World, person: str) -> None:
    client.force_login(getattr(world, person))
    before = row_counts()

    assert client.get(ADD).status_code == 403
    assert post(client, "save", pasted=ARTICLE).status_code == 403
    assert row_counts() == before


def test_another_method_is_refused(editor: Client) -> None:
    assert editor.put(ADD).status_code == 405


@pytest.mark.parametrize(("person", "is_shown"), [("editor", True), ("annotator", False)])
def test_those_who_may_find_the_page_from_the_sources(
    client: Client, world: World, person: str, is_shown: bool
) -> None:
    client.force_login(getattr(world, person))

    assert (f'href="{ADD}"' in client.get("/sources/").content.decode()) is is_shown
