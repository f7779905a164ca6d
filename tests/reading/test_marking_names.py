"""Marking who or what a passage names, where one reads."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.annotations.models import Mention
from apps.claims.models import Stroke
from apps.entities.models import Entity
from tests.world import ALMANAC, World

FORM, NAMES = "/sources/almanac/mark/", "/sources/almanac/mark/names/"
MENTION, UNDO = "/sources/almanac/mark/mention/", "/sources/almanac/mark/undo/"
KEY = "made-up-in-a-browser"


@pytest.fixture
def annotator(client: Client, world: World) -> Client:
    client.force_login(world.annotator)
    return client


def at(words: str, **fields: Any) -> dict[str, Any]:
    start = ALMANAC.index(words)
    return {"start": start, "end": start + len(words), **fields}


def sent(words: str, **fields: Any) -> dict[str, Any]:
    return at(words, **{"key": KEY, "entity": "lindau", **fields})


def test_the_form_offers_whom_the_name_may_stand_for(annotator: Client) -> None:
    html = annotator.get(FORM, at("Lindau")).content.decode()

    assert 'name="entity" value="lindau" checked' in html
    assert "<h1>Mark a passage</h1>" in html


def test_a_name_that_nobody_bears_offers_a_new_entity(annotator: Client) -> None:
    html = annotator.get(NAMES, {"q": "Zyxophon"}).content.decode()

    assert "Nobody is called so: a new entity" in html
    assert 'name="label" value="Zyxophon"' in html


def test_what_an_annotator_marks_is_proposed(annotator: Client, world: World) -> None:
    answer = annotator.post(MENTION, sent("Lindau"), headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert "Saved: Lindau → Lindau." in answer.content.decode()
    mention = Mention.objects.get()
    assert (mention.passage.quote, mention.review) == ("Lindau", "proposed")
    assert mention.entered_by == world.annotator


def test_what_an_editor_marks_is_accepted(client: Client, world: World) -> None:
    client.force_login(world.editor)

    answer = client.post(MENTION, sent("Lindau"))

    start = ALMANAC.index("Lindau")
    assert (answer.status_code, Mention.objects.get().review) == (302, "accepted")
    assert answer["Location"] == f"/sources/almanac/?at={start}#char={start},"


def test_what_is_sent_twice_is_entered_once(annotator: Client) -> None:
    annotator.post(MENTION, sent("Lindau"))
    answer = annotator.post(MENTION, sent("Lindau"), headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert (Mention.objects.count(), Stroke.objects.count()) == (1, 1)


def test_a_form_without_its_key_is_not_taken(annotator: Client) -> None:
    answer = annotator.post(MENTION, sent("Lindau", key=""))

    assert answer.status_code == 428
    assert "The form has no key, so it might be entered twice." in answer.content.decode()
    assert not Mention.objects.exists()


def test_the_same_is_not_marked_twice(annotator: Client) -> None:
    annotator.post(MENTION, sent("Lindau"))
    answer = annotator.post(MENTION, sent("Lindau", key="another-form-of-mine"))

    assert answer.status_code == 422
    assert "“Lindau” is marked as Lindau already." in answer.content.decode()


def test_two_entities_may_be_named_by_one_passage(annotator: Client) -> None:
    annotator.post(MENTION, sent("Lindau"))
    annotator.post(MENTION, sent("Lindau", key="another-form-of-mine", entity="talks"))

    assert set(Mention.objects.values_list("entity__slug", flat=True)) == {"lindau", "talks"}


def test_an_entity_is_made_in_place(annotator: Client) -> None:
    made = {"entity": "", "label": "Lindau Castle", "kind": "place"}
    annotator.post(MENTION, sent("Lindau", **made))

    entity = Entity.objects.get(slug="lindau-castle")
    assert (entity.label, entity.kind) == ("Lindau Castle", "place")
    assert Mention.objects.get().entity == entity


def test_a_new_entity_needs_a_kind(annotator: Client) -> None:
    answer = annotator.post(MENTION, sent("Lindau", entity="", label="Lindau Castle"))

    assert answer.status_code == 422
    assert "A new entity needs a name and a kind." in answer.content.decode()
    assert not Entity.objects.filter(slug="lindau-castle").exists()


def test_a_name_that_is_too_long_is_refused_and_not_cut(annotator: Client) -> None:
    answer = annotator.post(MENTION, sent("Lindau", entity="", label="Lin" * 100, kind="place"))

    assert answer.status_code == 422
    assert "LinLin" in answer.content.decode()
    assert "has 300 characters; 250 fit." in answer.content.decode()
    assert not Mention.objects.exists()


def test_one_takes_back_what_one_entered_last_and_can_enter_it_again(annotator: Client) -> None:
    annotator.post(MENTION, sent("Lindau"))
    answer = annotator.post(UNDO, headers={"HX-Request": "true"})
    taken_back = Mention.objects.get().review

    annotator.post(MENTION, sent("Lindau", key="another-form-of-mine"))

    assert "Taken back: Lindau → Lindau" in answer.content.decode()
    assert (taken_back, Mention.objects.get().review) == ("rejected", "proposed")


def test_nobody_takes_back_what_others_entered(annotator: Client, world: World) -> None:
    annotator.post(MENTION, sent("Lindau"))

    annotator.force_login(world.editor)
    answer = annotator.post(UNDO)

    assert answer.status_code == 422
    assert "nothing of yours to take back" in answer.content.decode()


def test_what_an_editor_accepted_meanwhile_stays(annotator: Client) -> None:
    annotator.post(MENTION, sent("Lindau"))
    Mention.objects.update(review="accepted")

    answer = annotator.post(UNDO)

    assert answer.status_code == 422
    assert "Nothing is left that you can take back in this text." in answer.content.decode()
    assert "Others changed or reviewed “Lindau → Lindau” since" in answer.content.decode()
    assert Mention.objects.get().review == "accepted"


def test_what_others_changed_does_not_bar_the_way_to_what_was_entered_before(
    annotator: Client,
) -> None:
    annotator.post(MENTION, sent("Lindau"))
    annotator.post(MENTION, sent("Karovia", entity="karovia", key="another-form-of-mine"))
    Mention.objects.filter(entity__slug="karovia").update(review="accepted")

    answer = annotator.post(UNDO)

    assert answer.status_code == 302
    assert Mention.objects.get(entity__slug="lindau").review == "rejected"
    assert Mention.objects.get(entity__slug="karovia").review == "accepted"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "It is not said which passage is meant."),
        ({"start": "7", "end": "x"}, "It is not said which passage is meant."),
        ({"start": "9", "end": "9"}, "There is no passage from 9 to 9"),
        ({"start": "9", "end": "99999"}, "There is no passage from 9 to 99999"),
        (at("\n\n"), "Nothing but blanks is selected."),
    ],
)
def test_places_that_hold_nothing_are_refused(
    annotator: Client, asked: dict[str, Any], says: str
) -> None:
    answer = annotator.get(FORM, asked)

    assert (answer.status_code, says in answer.content.decode()) == (422, True)


def test_an_entity_that_is_not_there_is_refused(annotator: Client) -> None:
    answer = annotator.post(MENTION, sent("Lindau", entity="nobody\0"))

    assert answer.status_code == 422
    assert "That entity is not there any more." in answer.content.decode()


@pytest.mark.parametrize("address", [FORM, NAMES, MENTION, UNDO])
def test_marking_is_for_the_team(client: Client, world: World, address: str) -> None:
    ask = client.get if address in (FORM, NAMES) else client.post

    anonymous = ask(address).status_code
    client.force_login(world.reader)
    reader = ask(address).status_code
    client.force_login(world.annotator)
    elsewhere = ask(address.replace("almanac", "nothing")).status_code
    without_text = ask(address.replace("almanac", "ledger")).status_code

    assert (anonymous, reader, elsewhere, without_text) == (302, 403, 404, 404)


@pytest.mark.parametrize("address", [FORM, NAMES, MENTION, UNDO])
def test_the_wrong_method_is_refused(annotator: Client, address: str) -> None:
    ask = annotator.post if address in (FORM, NAMES) else annotator.get

    assert ask(address).status_code == 405


def test_only_those_who_may_mark_get_the_tools(client: Client, world: World) -> None:
    everybody = client.get("/sources/almanac/").content.decode()
    client.force_login(world.annotator)
    team = client.get("/sources/almanac/").content.decode()

    assert ('id="marking"' in everybody, 'id="marking"' in team) == (False, True)
