"""Editors judge pairs that are called alike: one, two, or later."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import LookAlike
from tests.tiny import row_counts
from tests.world import World

PAGE = "/look-alikes/"
LATER, AGAIN = f"{PAGE}later/", f"{PAGE}again/"
PAIR = {"one": "norland", "other": "norlant"}


@pytest.fixture
def twins(world: World, client: Client) -> World:
    """Norlant is called like Norland, and the editor is logged in."""
    draft = EntityDraft("norlant", "Norlant", "state")
    record_entities(drafts=[draft], by=world.editor, reason="test")
    client.force_login(world.editor)
    return world


def test_a_pair_is_shown_with_what_is_known_of_both(client: Client, twins: World) -> None:
    twins.claim("3", subject="norland", period="2019", roles={"supplier": "westland"})

    html = client.get(PAGE).content.decode()

    assert "1 pair<" in html
    assert "<span>“Norland” and “Norlant”</span>" in html
    assert '<th scope="row">Claims about it</th><td>0</td><td>1</td>' in html
    assert 'href="/entities/norlant/merge/?into=norland">Merge into Norland</a>' in html


def test_a_pair_is_kept_apart_from_the_list(client: Client, twins: World) -> None:
    typed = {"other": "norland", "reason": "two countries", "in_list": "yes"}

    done = client.post("/entities/norlant/apart/", typed)
    html = client.get(PAGE).content.decode()

    assert done["Location"] == PAGE
    assert "No two entities are called alike that nobody judged." in html
    assert "kept apart, Editor, <time" in html
    assert ": two countries</li>" in html


def test_a_pair_is_left_for_later_and_taken_up_again(client: Client, twins: World) -> None:
    left = client.post(LATER, PAIR)
    now, later = (client.get(address).content.decode() for address in (PAGE, f"{PAGE}?later=yes"))
    taken = client.post(AGAIN, PAIR)

    assert (left["Location"], taken["Location"]) == (PAGE, PAGE)
    assert '<a class="num" href="?later=yes">1 left for later</a>' in now
    assert "<span>left for later by Editor, <time" in later
    assert not LookAlike.objects.exists()
    assert "Nothing is laid aside." in client.get(f"{PAGE}?later=yes").content.decode()


def test_the_list_asks_a_fixed_number_of_queries(
    client: Client, twins: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(PAGE)
    with django_assert_num_queries(17):
        client.get(PAGE)

    drafts = [EntityDraft(f"tres-{n}", f"Tresi{n}", "state") for n in "aeiou"]
    record_entities(drafts=drafts, by=twins.editor, reason="test")
    client.get(PAGE)
    with django_assert_num_queries(17):
        client.get(PAGE)


@pytest.mark.parametrize("address", [PAGE, LATER, AGAIN])
def test_only_editors_may(client: Client, world: World, address: str) -> None:
    ask = client.get if address == PAGE else client.post

    anonymous = ask(address, PAIR)
    client.force_login(world.annotator)
    annotator = ask(address, PAIR)

    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert annotator.status_code == 403


@pytest.mark.parametrize("address", [LATER, AGAIN])
@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ({"one": "norland", "other": "ghost"}, "One of the two is no entity any more."),
        ({"one": "norland"}, "One of the two is no entity any more."),
        ({"one": "norland", "other": "\0"}, "One of the two is no entity any more."),
        ({"one": "norland", "other": "norland"}, "Nothing is distinct from itself."),
    ],
)
def test_nonsense_is_refused_and_nothing_is_stored(
    client: Client, twins: World, address: str, pair: dict[str, str], says: str
) -> None:
    before = row_counts()

    answer = client.post(address, pair)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert row_counts() == before


def test_a_wrong_method_is_refused(client: Client, twins: World) -> None:
    assert client.post(PAGE).status_code == 405
    assert client.get(LATER).status_code == 405
    assert client.get(AGAIN).status_code == 405


def test_only_editors_see_the_way_there(client: Client, twins: World) -> None:
    link = '<a href="/look-alikes/">Look-alikes to judge</a>'

    assert link in client.get("/entities/").content.decode()
    client.force_login(twins.annotator)
    assert link not in client.get("/entities/").content.decode()
