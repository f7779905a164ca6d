"""Public pages are asked for again each time, and answered anew only after a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from django.http import HttpResponse
from django.test import Client

from apps.claims.models import Claim
from apps.claims.record_renewal import renew
from apps.contradictions.models import Contradiction, Verdict
from apps.entities.models import Entity
from apps.sources.models import Source
from tests.world import World

pytestmark = pytest.mark.django_db

READER = "/sources/almanac/"
WITHHELD = "after the ministers had met"


def ask(client: Client, known: str = "", path: str = READER) -> HttpResponse:
    headers = {"If-None-Match": known} if known else {}
    return cast(HttpResponse, client.get(path, headers=headers))


@pytest.fixture
def public_world(disputed_world: World) -> World:
    """The world with an almanac that everybody may read."""
    Source.objects.filter(slug="almanac").update(rights="full")
    renew(Source.objects.all())
    return disputed_world


def settle_a_case(world: World) -> None:
    case = Contradiction.objects.get(involvements__claim__key="almanac.order-date")
    world.settle(case, Verdict.Kind.UNDECIDED)


CHANGES: dict[str, Callable[[World], object]] = {
    "rights": lambda world: Source.objects.filter(slug="almanac").update(rights="record"),
    "a claim": lambda world: world.record(world.draft("5")),
    "an entity": lambda world: Entity.objects.filter(slug="karovia").update(label="Karovy"),
    "a verdict": settle_a_case,
    "a title": lambda world: Source.objects.filter(slug="almanac").update(title="Arms"),
    "a review": lambda world: Claim.objects.filter(key="almanac.order-date").update(
        review="rejected"
    ),
}


def test_what_has_not_changed_is_not_sent_again(client: Client, public_world: World) -> None:
    first = ask(client)

    second = ask(client, first.headers["ETag"])

    assert second.status_code == 304
    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert second.content == b""


@pytest.mark.parametrize("changed", CHANGES)
def test_a_change_is_shown_at_once(client: Client, public_world: World, changed: str) -> None:
    known = ask(client).headers["ETag"]

    CHANGES[changed](public_world)

    assert ask(client, known).status_code == 200


def test_withdrawn_rights_hold_at_once(client: Client, public_world: World) -> None:
    first = ask(client)
    assert WITHHELD in first.content.decode()

    CHANGES["rights"](public_world)

    again = ask(client, first.headers["ETag"])
    assert again.status_code == 200
    assert WITHHELD not in again.content.decode()


def test_a_page_for_one_person_has_no_validator(client: Client, public_world: World) -> None:
    known = ask(client).headers["ETag"]
    client.force_login(public_world.annotator)

    response = ask(client, known)

    assert response.status_code == 200
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response.headers["Vary"]


def test_each_address_has_its_own_validator(client: Client, public_world: World) -> None:
    known = ask(client).headers["ETag"]

    assert ask(client, known, f"{READER}?cases=open").status_code == 200
    assert ask(client, known, f"{READER}blocks/?from=0").status_code == 200
