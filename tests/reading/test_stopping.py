"""Going on where one stopped: the place of a person in a text."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.annotations.models import Place
from apps.sources.models import Text
from tests.world import World

pytestmark = pytest.mark.django_db
STOP = "/sources/almanac/stop/"


@pytest.fixture
def text(disputed_world: World) -> Text:
    """The almanac's wording."""
    return Text.objects.get(source__slug="almanac", kind="original")


@pytest.fixture
def team(client: Client, disputed_world: World) -> Client:
    """An annotator's browser."""
    client.force_login(disputed_world.annotator)
    return client


def stop(client: Client, text: Text, offset: object) -> int:
    return client.post(STOP, {"text": text.pk, "offset": offset}).status_code


def test_the_reader_offers_to_go_on_where_one_stopped(team: Client, text: Text) -> None:
    assert stop(team, text, 120) == 204

    html = team.get("/sources/almanac/").content.decode()
    assert f"Go on where you stopped, {120 * 100 // text.length} % in" in html
    assert "at=120#b-" in html


def test_only_the_newest_place_is_kept(team: Client, text: Text, disputed_world: World) -> None:
    stop(team, text, 100)
    stop(team, text, 120)

    place = Place.objects.get()
    assert (place.person, place.offset) == (disputed_world.annotator, 120)


def test_at_the_end_of_a_text_there_is_nothing_to_go_on_with(team: Client, text: Text) -> None:
    stop(team, text, 100)

    assert stop(team, text, text.length) == 204

    assert not Place.objects.exists()


def test_nobody_else_sees_the_place(team: Client, text: Text, disputed_world: World) -> None:
    stop(team, text, 120)
    team.force_login(disputed_world.editor)

    assert "Go on where you stopped, " not in team.get("/sources/almanac/").content.decode()


def test_somebody_without_an_account_is_sent_to_log_in(client: Client, text: Text) -> None:
    response = client.post(STOP, {"text": text.pk, "offset": 5})

    assert response.status_code == 302
    assert not Place.objects.exists()


def test_a_reader_keeps_no_place_in_a_wording_that_is_withheld(
    client: Client, text: Text, disputed_world: World
) -> None:
    client.force_login(disputed_world.reader)

    assert stop(client, text, 5) == 404


@pytest.mark.parametrize("offset", ["x", "-1", "", "99999999"])
def test_nonsense_is_refused(team: Client, text: Text, offset: str) -> None:
    assert stop(team, text, offset) == 422
    assert not Place.objects.exists()


def test_an_unknown_text_or_source_is_not_found(team: Client, text: Text) -> None:
    assert team.post(STOP, {"text": text.pk + 999, "offset": 5}).status_code == 404
    unknown = team.post("/sources/nobody-2099/stop/", {"text": text.pk, "offset": 5})
    assert unknown.status_code == 404


def test_looking_keeps_no_place(team: Client, text: Text) -> None:
    assert team.get(STOP).status_code == 405
