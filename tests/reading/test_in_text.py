"""Searching one text, and stepping through its marks beyond what a page shows."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.reading.searching import Hit, find_in
from apps.sources.actions import add_source, add_text
from apps.sources.models import Text
from tests.tiny import an_editor
from tests.world import ALMANAC, World

pytestmark = pytest.mark.django_db

FIND = "/sources/almanac/find/"
NEXT = "/sources/almanac/next/"
LINES = "/sources/almanac/lines/"


@pytest.fixture
def team(client: Client, disputed_world: World) -> Client:
    """An annotator's browser."""
    client.force_login(disputed_world.annotator)
    return client


def found(content: str, words: str) -> list[Hit]:
    editor = an_editor()
    fields = {"slug": "drawn", "title": "Drawn", "rights": "full"}
    source = add_source(fields=fields, by=editor, reason="test")
    add_text(source=source, raw=content.encode(), by=editor, reason="test")
    return find_in(Text.objects.get(source=source, kind="original"), words)


def test_words_are_found_across_wraps_without_case_and_accents() -> None:
    first = "On the second day of the meeting, after the others had come, Trương Tấn"
    second = "Sang met them there, and they spoke of all that was to be done later."
    content = f"A drawn text\n\n{first}\n{second}\n"

    [hit] = found(content, "truong  tan sang")

    assert " ".join(hit.words.split()) == "Trương Tấn Sang"
    assert content[hit.start : hit.end] == "Trương Tấn\nSang"


def test_what_is_in_a_cell_is_found(team: Client) -> None:
    html = team.get(FIND, {"q": "120"}).content.decode()

    start = ALMANAC.index("120")
    assert f'?at={start}#char={start},{start + 3}"' in html
    assert "1 place" in html


def test_the_public_searches_only_what_it_may_read(client: Client, disputed_world: World) -> None:
    html = client.get(FIND, {"q": "ministers had met"}).content.decode()

    assert "Nothing in this text reads like this." in html


def test_nothing_is_found_for_nothing(team: Client) -> None:
    assert "make no difference" in team.get(FIND).content.decode()
    assert "Two letters are needed" in team.get(FIND, {"q": "a"}).content.decode()


def test_marks_are_stepped_through_by_layer(team: Client) -> None:
    first = team.get(f"{NEXT}?after=0&layer=contradictions").json()
    back = team.get(f"{NEXT}?before={first['start'] + 1}&layer=claims").json()

    assert ALMANAC[first["start"] : first["end"]] == "110"
    assert back == first


def test_behind_the_last_mark_there_is_nothing(team: Client) -> None:
    assert team.get(f"{NEXT}?after={len(ALMANAC)}").status_code == 204


@pytest.mark.parametrize("asked", ["", "?after=x", "?after=1&before=2"])
def test_a_step_from_nowhere_is_refused(team: Client, asked: str) -> None:
    assert team.get(NEXT + asked).status_code == 422


@pytest.mark.parametrize("path", [f"{FIND}?q=tanks", f"{NEXT}?after=0", f"{LINES}?lines=1"])
def test_unknown_sources_are_not_found_and_nothing_is_written(team: Client, path: str) -> None:
    assert team.get(path.replace("almanac", "nobody")).status_code == 404
    assert team.post(path).status_code == 405


@pytest.mark.parametrize(
    ("asked", "lines"),
    [("2,4", slice(2, 4)), ("2", slice(2, 3)), (",1", slice(0, 1)), ("9,", slice(9, None))],
)
def test_lines_are_named_by_what_lies_between_them(team: Client, asked: str, lines: slice) -> None:
    place = team.get(LINES, {"lines": asked}).json()

    wanted = ALMANAC.splitlines(keepends=True)[lines]
    assert ALMANAC[place["start"] : place["end"]] == "".join(wanted)


@pytest.mark.parametrize("asked", ["", ",", "x", "4,2", "999", "1,2,3", "٣"])
def test_lines_that_are_not_there_are_refused(team: Client, asked: str) -> None:
    response = team.get(LINES, {"lines": asked})

    assert response.status_code == 422


def test_marks_of_no_layer_are_nowhere(team: Client) -> None:
    assert team.get(f"{NEXT}?after=0&layer=").status_code == 204
