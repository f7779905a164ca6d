"""Addresses that name an entity lead on when it was merged, and back when the merge is undone."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client

from apps.claims.models import Claim
from apps.contradictions.models import Contradiction
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity, Merge
from tests.world import World

WHY = "one country under two names"


def fact_of(claim: Claim) -> str:
    return f"/facts/{quote(Claim.objects.get(pk=claim.pk).fact_key, safe='=')}/"


def merge(world: World, gone: str, kept: str) -> Merge:
    return merge_entities(
        gone=Entity.objects.get(slug=gone),
        kept=Entity.objects.get(slug=kept),
        by=world.editor,
        reason=WHY,
    )


@pytest.fixture
def claims(world: World) -> list[Claim]:
    """What Tresia imported from Sudland, in three years."""
    years = ("2014", "2015", "2016")
    return [
        world.claim("7", subject="tresia", period=year, roles={"supplier": "sudland"})
        for year in years
    ]


def test_the_address_of_a_fact_leads_to_the_fact_of_the_other_entity(
    client: Client, world: World, claims: list[Claim]
) -> None:
    old = fact_of(claims[0])

    merge(world, "sudland", "norland")

    answer = client.get(f"{old}?format=csv")
    new = fact_of(claims[0])
    assert new != old
    assert (answer.status_code, answer["Location"]) == (302, f"{new}?format=csv")
    assert client.get(new).status_code == 200


def test_it_leads_on_through_two_merges_and_in_every_slot(
    client: Client, world: World, claims: list[Claim]
) -> None:
    old = fact_of(claims[0])

    merge(world, "sudland", "norland")
    merge(world, "norland", "westland")
    merge(world, "tresia", "karovia")

    assert client.get(old)["Location"] == fact_of(claims[0])
    assert "subject=karovia|supplier=westland" in Claim.objects.get(pk=claims[0].pk).fact_key


def test_after_an_undo_the_old_address_answers_and_the_other_leads_back(
    client: Client, world: World, claims: list[Claim]
) -> None:
    old, done = fact_of(claims[0]), merge(world, "sudland", "norland")
    between = fact_of(claims[0])

    undo_merge(merge=done, by=world.editor, reason="two countries after all")

    assert client.get(old).status_code == 200
    assert client.get(between)["Location"] == old


def test_the_address_of_a_series_leads_on_and_back(
    client: Client, world: World, claims: list[Claim]
) -> None:
    old, new = "/series/arms-imports/tresia/", "/series/arms-imports/karovia/"
    assert client.get(old).status_code == 200

    done = merge(world, "tresia", "karovia")
    assert client.get(f"{old}?format=csv")["Location"] == f"{new}?format=csv"

    undo_merge(merge=done, by=world.editor, reason="two countries after all")
    assert client.get(old).status_code == 200
    assert client.get(new)["Location"] == old


def test_lists_that_were_narrowed_to_it_show_those_of_the_other(
    client: Client, world: World, claims: list[Claim]
) -> None:
    world.claim("2016-05", measure="order-date", subject="tank-deal", period="")
    merge(world, "tresia", "karovia")
    merge(world, "tank-deal", "boat-deal")

    facts = client.get("/facts/", {"subject": "tresia"}).content.decode()
    dates = client.get("/timeline/", {"entity": "tank-deal"}).content.decode()

    assert facts.count("Arms imports of Karovia from Sudland") == 3
    assert "the order of boats" in dates


def test_a_case_keeps_its_address(client: Client, world: World) -> None:
    for reading in ("100", "200"):
        world.claim(reading, roles={"supplier": "sudland"})
    case = Contradiction.objects.get()

    merge(world, "sudland", "norland")

    assert client.get(case.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "key",
    ["ghost|subject=ghost|2014||actual", "a|" + "b=c|" * 500, "|||", "=", "arms-imports|subject="],
)
def test_what_never_was_is_not_found(client: Client, world: World, key: str) -> None:
    assert client.get(f"/facts/{quote(key)}/").status_code == 404


def test_a_series_that_never_was_is_not_found(client: Client, world: World) -> None:
    assert client.get("/series/arms-imports/lindau/").status_code == 404
