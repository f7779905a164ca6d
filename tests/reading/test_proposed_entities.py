"""Entities that annotators make: the team alone sees them until an editor accepts them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.accounts.models import User
from apps.annotations.models import Mention
from apps.claims.models import Claim
from apps.entities.lookup import find_entities
from apps.entities.merging import merge_entities
from apps.entities.models import Entity
from tests.reading.test_marking_names import MENTION, sent
from tests.world import REASON, World

CASTLE = "/entities/lindau-castle/"
ACCEPT = f"{CASTLE}accept/"
DECIDE, UNDO = "/proposals/decide/", "/proposals/undo/"
MADE: dict[str, Any] = {"entity": "", "label": "Lindau Castle", "kind": "place"}


@pytest.fixture
def castle(client: Client, world: World) -> Entity:
    """What an annotator made while marking a passage."""
    client.force_login(world.annotator)
    client.post(MENTION, sent("Lindau", **MADE))
    client.logout()
    return Entity.objects.get(slug="lindau-castle")


def is_proposed(entity: Entity) -> bool:
    return Entity.objects.get(pk=entity.pk).is_proposed


def decide(client: Client, world: World, act: str = "accept", **more: str) -> None:
    client.force_login(world.editor)
    mention = Mention.objects.get()
    token = f"mention-{mention.pk}-{mention.entity_id}"
    client.post(DECIDE, {"proposal": token, "act": act, **more})


def test_the_public_does_not_see_it(client: Client, castle: Entity) -> None:
    assert client.get(CASTLE).status_code == 404
    assert "Lindau Castle" not in client.get("/entities/").content.decode()
    assert "Lindau Castle" not in client.get("/entities/?q=Lindau").content.decode()
    assert "Lindau Castle" not in client.get("/entities/?state=proposed").content.decode()
    assert client.get("/reconcile/?query=Lindau+Castle").json()["result"] == []
    assert client.get("/reconcile/preview?id=lindau-castle").status_code == 404


def test_the_team_sees_who_proposed_it(client: Client, world: World, castle: Entity) -> None:
    client.force_login(world.annotator)

    page = client.get(CASTLE).content.decode()
    listed = client.get("/entities/?state=proposed").content.decode()

    assert f"by {world.annotator.display_name}. Only the team sees it" in page
    assert "Accept it" not in page
    assert '<option value="proposed" selected>proposed (1)</option>' in listed
    assert '<span class="num">1 entity</span>' in listed
    assert find_entities("Lindau Castle")[0].entity == castle


def test_an_editor_makes_one_for_everybody(client: Client, world: World) -> None:
    client.force_login(world.editor)
    client.post(MENTION, sent("Lindau", **MADE))
    client.logout()

    assert client.get(CASTLE).status_code == 200


def test_it_is_accepted_with_the_mention_and_waits_again_when_that_is_undone(
    client: Client, world: World, castle: Entity
) -> None:
    client.force_login(world.editor)
    shown = client.get("/proposals/").content.decode()

    decide(client, world)
    accepted = is_proposed(castle)
    act = Mention.objects.get().appraisals.get().act
    client.post(UNDO, {"act": act})

    assert '<span class="state review">new entity</span>' in shown
    assert (accepted, is_proposed(castle)) == (False, True)


def test_a_rejected_mention_leaves_it_to_the_team(
    client: Client, world: World, castle: Entity
) -> None:
    decide(client, world, "reject", reason="the town is meant")

    assert is_proposed(castle)


def test_a_claim_that_is_accepted_takes_along_what_it_names(world: World, castle: Entity) -> None:
    proposal = world.draft("100", subject="lindau-castle")
    [claim] = world.record(proposal)

    assert (claim.review, is_proposed(castle)) == ("accepted", False)


def test_it_is_not_accepted_among_many(client: Client, world: World, castle: Entity) -> None:
    client.force_login(world.editor)

    html = client.get(f"/proposals/together/?author={world.annotator.username}").content.decode()

    assert "Lindau Castle is new" in html


def test_an_editor_accepts_it_by_itself(client: Client, world: World, castle: Entity) -> None:
    client.force_login(world.editor)
    page = client.get(CASTLE).content.decode()

    answer = client.post(ACCEPT)
    again = client.post(ACCEPT)

    assert f'action="{ACCEPT}"' in page
    assert (answer.status_code, answer["Location"], is_proposed(castle)) == (302, CASTLE, False)
    assert again.status_code == 422
    assert "“Lindau Castle” is accepted already." in again.content.decode()


def test_nobody_accepts_their_own_while_another_editor_exists(
    client: Client, world: World, castle: Entity
) -> None:
    Entity.objects.filter(pk=castle.pk).update(proposed_by=world.editor)
    client.force_login(world.editor)

    refused = client.post(ACCEPT)
    User.objects.exclude(pk=world.editor.pk).update(is_active=False)
    alone = client.post(ACCEPT)

    assert (refused.status_code, alone.status_code) == (422, 302)
    assert "You proposed this entity yourself." in refused.content.decode()


def test_accepting_is_for_editors(client: Client, world: World, castle: Entity) -> None:
    anonymous = client.post(ACCEPT)
    client.force_login(world.annotator)
    annotator = client.post(ACCEPT)
    client.force_login(world.editor)

    assert (anonymous.status_code, annotator.status_code) == (302, 403)
    assert anonymous["Location"].startswith("/accounts/log-in/")
    assert client.get(ACCEPT).status_code == 405
    assert client.post("/entities/no-such-castle/accept/").status_code == 404
    assert is_proposed(castle)


def test_what_is_known_is_not_hidden_by_a_merge_into_what_is_proposed(
    world: World, castle: Entity
) -> None:
    known = Entity.objects.get(slug="talks")

    merge_entities(gone=known, kept=castle, by=world.editor, reason=f"{REASON} of two")

    assert not is_proposed(castle)
    assert Claim.objects.filter(subject=known).count() == 0
