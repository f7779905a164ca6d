"""What a reader asks to see of the marks, as it stands in the address."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.test import Client

from apps.annotations.models import Review
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Verdict
from apps.reading.audience import Audience
from apps.reading.choice import EVERYTHING, Choice, read_choice
from tests.world import ALMANAC, World, printed_in

READER = "/sources/almanac/"
ANOTHER = printed_in(
    ALMANAC, "almanac", "Norland", measure="event-place", subject="talks", key="almanac.other"
)


def read(address: str, audience: Audience = Audience.TEAM) -> Choice:
    return read_choice(QueryDict(address), audience)


@pytest.fixture
def team(client: Client, disputed_world: World) -> Client:
    """An annotator's browser."""
    client.force_login(disputed_world.annotator)
    return client


def page(client: Client, asked: str = "") -> str:
    response = client.get(READER + asked)
    assert response.status_code == 200
    return response.content.decode()


def test_an_address_without_a_choice_shows_everything() -> None:
    assert read("edition=record") == EVERYTHING
    assert not EVERYTHING.is_narrowed


def test_layers_that_are_not_ticked_are_hidden() -> None:
    assert read("layer=&layer=claims").layers == ("claims",)
    assert read("layer=").layers == ()


def test_a_choice_is_read_whole() -> None:
    choice = read("status=proposed&cases=open&by=12")

    assert choice == Choice(status="proposed", cases="open", by=12)
    assert choice.is_narrowed


@pytest.mark.parametrize("address", ["status=x&cases=y&by=z", "by=-1", "by=٣", "by=99999999999999"])
def test_nonsense_leaves_nothing_out(address: str) -> None:
    assert read(address) == EVERYTHING


def test_the_public_cannot_ask_for_what_nobody_accepted() -> None:
    assert read("status=rejected&by=3", Audience.PUBLIC) == EVERYTHING


@pytest.mark.django_db
def test_a_hidden_layer_is_not_ticked(team: Client) -> None:
    html = page(team, "?layer=&layer=claims")

    assert 'value="claims" id="layer-claims" checked' in html
    assert 'value="entities" id="layer-entities" autocomplete' in html


@pytest.mark.django_db
def test_only_open_contradictions_are_marked(team: Client, disputed_world: World) -> None:
    claim = Claim.objects.get(key="almanac.order-date")
    case = Contradiction.objects.get(involvements__claim=claim)
    disputed_world.settle(case, Verdict.Kind.UNDECIDED)

    html = page(team, "?cases=open")

    assert f'href="?cases=open&amp;cards=0#claim-{claim.pk}">2016</a>' in html
    assert 'aria-describedby="is-settled"' not in html
    assert 'aria-describedby="is-contradicted"' in html
    assert "Some marks are left out by the filter." in html


@pytest.mark.django_db
def test_only_what_one_person_entered_is_marked(team: Client, disputed_world: World) -> None:
    [kept] = disputed_world.record(ANOTHER, by=disputed_world.editor)
    left_out = Claim.objects.get(key="almanac.table.2016")

    html = page(team, f"?by={disputed_world.editor.pk}")

    assert f'id="claim-{kept.pk}"' in html
    assert f'id="claim-{left_out.pk}"' not in html
    assert ">Annotator</option>" in html


@pytest.mark.django_db
def test_a_rejected_claim_is_shown_to_the_team_that_asks_for_it(
    team: Client, disputed_world: World
) -> None:
    [claim] = disputed_world.record(ANOTHER, review=Review.REJECTED)
    mark = f'class="mark claim rejected" id="p-{claim.evidence.get().passage_id}"'

    assert mark not in page(team)
    assert mark in page(team, "?status=rejected")
