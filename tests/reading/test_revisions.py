"""Revisions of a text: previewed, added, read at their own address, and compared."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from apps.annotations.models import Move, Passage
from apps.claims.revising import revise_text
from apps.sources.actions import correct_source
from apps.sources.models import Source, Text
from tests.tiny import row_counts
from tests.world import ALMANAC, World

BETTER = "A note by the printer.\n\n" + ALMANAC.replace("2016\t120", "2016\t210")
LIST = "/sources/almanac/revisions/"
COMPARED = f"{LIST}1/2/"


@pytest.fixture(autouse=True)
def own_media(settings: Settings, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client: Client, disputed_world: World) -> Client:
    client.force_login(disputed_world.editor)
    return client


def almanac() -> Source:
    return Source.objects.get(slug="almanac")


def revise(world: World, wording: str = BETTER) -> Text:
    return revise_text(
        source=almanac(), raw=wording.encode(), name="x", by=world.editor, reason="a better scan"
    )


def publish(world: World) -> None:
    correct_source(source=almanac(), fields={"rights": "full"}, by=world.admin, reason="free")


def upload(wording: str) -> dict[str, Any]:
    file = SimpleUploadedFile("scan.txt", wording.encode())
    return {"file": file, "reason": "a better scan"}


def preview(client: Client, wording: str = BETTER) -> tuple[str, dict[str, str]]:
    """The page, and the fields of its form."""
    html = client.post(f"{LIST}preview/", upload(wording)).content.decode()
    waiting = re.search(r'name="waiting" value="(\w+)"', html)
    assert waiting is not None, html
    return html, {"waiting": waiting.group(1), "name": "scan.txt", "reason": "a better scan"}


def test_a_preview_counts_and_stores_nothing(editor: Client) -> None:
    before = row_counts()

    html, _ = preview(editor)

    assert "Nothing is stored yet." in html
    assert '<dt>moved by itself</dt><dd class="num">6</dd>' in html
    assert '<dt>no like place found</dt><dd class="num">1</dd>' in html
    assert "“120”" in html
    assert row_counts() == before


def test_what_was_previewed_takes_the_place_of_the_present_text(editor: Client) -> None:
    _, fields = preview(editor)

    answer = editor.post(f"{LIST}add/", fields)

    assert (answer.status_code, answer["Location"]) == (302, COMPARED)
    current = almanac().texts.originals().current().get()
    assert (current.revision, current.content) == (2, BETTER)
    assert Move.objects.open().get().passage.quote == "120"


def test_adding_it_twice_is_refused_the_second_time(editor: Client) -> None:
    _, fields = preview(editor)
    editor.post(f"{LIST}add/", fields)
    before = row_counts()

    answer = editor.post(f"{LIST}add/", fields)

    assert answer.status_code == 422
    assert "is no longer here" in answer.content.decode()
    assert row_counts() == before


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "There is no text yet."),
        (upload(ALMANAC), "This wording is here already: almanac, original, revision 1."),
        ({"file": SimpleUploadedFile("a.txt", b"")}, "is empty"),
        ({"file": SimpleUploadedFile("a.txt", b"\xff\xfe\x00")}, "is in UTF-16"),
        ({"file": "no file"}, "There is no text yet."),
    ],
)
def test_a_file_that_is_no_revision_is_refused(
    editor: Client, fields: dict[str, Any], says: str
) -> None:
    before = row_counts()

    answer = editor.post(f"{LIST}preview/", {"reason": "kept as typed", **fields})

    html = answer.content.decode()
    assert answer.status_code == 422
    assert says in html
    assert row_counts() == before


def test_a_former_revision_is_read_at_its_own_address(
    client: Client, disputed_world: World
) -> None:
    revise(disputed_world)
    publish(disputed_world)

    former = client.get("/sources/almanac/?revision=1").content.decode()
    present = client.get("/sources/almanac/").content.decode()

    assert "This is revision 1, whose place a newer one has taken." in former
    assert "A note by the printer." not in former
    assert "A note by the printer." in present
    assert "newer one" not in present


@pytest.mark.parametrize(
    ("number", "status"), [("7", 404), ("0", 404), ("x", 422), ("-1", 422), ("٣", 422), ("", 422)]
)
def test_a_revision_that_is_not_there_is_not_read(
    client: Client, disputed_world: World, number: str, status: int
) -> None:
    publish(disputed_world)

    assert client.get("/sources/almanac/", {"revision": number}).status_code == status


def test_what_is_withheld_is_withheld_in_every_revision(
    client: Client, disputed_world: World
) -> None:
    revise(disputed_world)

    assert client.get("/sources/almanac/?revision=1").status_code == 404
    assert client.get(COMPARED).status_code == 404
    listed = client.get(LIST).content.decode()
    assert "The author’s wording is not public here" in listed
    assert "Revision 1" not in listed


def test_two_revisions_stand_side_by_side(client: Client, disputed_world: World) -> None:
    revise(disputed_world)
    publish(disputed_world)

    html = client.get(COMPARED).content.decode()

    assert "only in the new text" in html
    assert "<del>120</del>" in html
    assert "<ins>210</ins>" in html
    assert "“120” waits for its place." in html
    assert "Norland sold arms" not in html
    assert "Norland sold arms" in client.get(COMPARED, {"all": "1"}).content.decode()


def test_a_paragraph_that_moved_is_told_as_moved(client: Client, disputed_world: World) -> None:
    first, rest = ALMANAC.split("\n\n", 1)
    story, table = rest.split("\n\n", 1)
    longer = "\n\n".join(["One.", "Two.", first, table, story])
    revise(disputed_world, longer)
    publish(disputed_world)

    html = client.get(COMPARED).content.decode()

    assert re.search(r"\d block.? moved", html)


@pytest.mark.parametrize("path", [f"{LIST}1/1/", f"{LIST}1/9/", "/sources/nobody/revisions/"])
def test_what_cannot_be_compared_is_404(editor: Client, path: str) -> None:
    assert editor.get(path).status_code == 404


def test_the_address_of_a_passage_leads_to_where_it_stands_now(
    client: Client, disputed_world: World
) -> None:
    old = Passage.objects.get(evidence__claim__key="almanac.table.2015", text__kind="original")
    revise(disputed_world)
    publish(disputed_world)

    to = client.get(reverse("reading:passage", args=[old.pk]))["Location"]

    assert to.startswith("/sources/almanac/?")
    assert to.endswith(f"#p-{old.move.to_id}")


def test_a_claim_that_waits_opens_on_its_own_revision(
    client: Client, disputed_world: World
) -> None:
    revise(disputed_world)
    publish(disputed_world)

    to = client.get("/claims/almanac.table.2016/")["Location"]

    assert re.fullmatch(r"/sources/almanac/\?revision=1&cards=\d+#claim-\d+", to)


def test_a_comparison_asks_a_fixed_number_of_queries(
    editor: Client, disputed_world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    revise(disputed_world)

    with django_assert_num_queries(11):
        editor.get(COMPARED)


@pytest.mark.parametrize("name", ["preview", "add"])
def test_only_editors_revise(client: Client, disputed_world: World, name: str) -> None:
    where = f"{LIST}{name}/"

    assert client.post(where)["Location"] == f"/accounts/log-in/?next={where}"
    for person in (disputed_world.reader, disputed_world.annotator):
        client.force_login(person)
        assert client.post(where).status_code == 403
    client.force_login(disputed_world.editor)
    assert client.get(where).status_code == 405
    assert client.post(where.replace("almanac", "nobody")).status_code == 404
