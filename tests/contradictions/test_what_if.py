"""What would fall and what would appear if one claim were wrong."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Step, Verdict
from apps.contradictions.outlook import without
from tests.contradictions.cases import the_case, wrong_whole
from tests.world import World


def where(claim: Claim) -> str:
    return f"/what-if/{claim.key}/"


def test_all_cases_about_it_would_fall(world: World) -> None:
    wrong, _ = wrong_whole(world)

    seen = without(claim=wrong, by=world.annotator)

    assert len(seen.closes) == Contradiction.objects.open().count() > 1
    assert seen.opens == []


def test_what_its_disagreement_hid_would_appear(world: World) -> None:
    #   all suppliers: 50, or 400 in another place; from Norland 100
    world.claim("50", roles={"supplier": "ALL"})
    high = world.claim("400", roles={"supplier": "ALL"})
    world.claim("100")

    seen = without(claim=high, by=world.annotator)

    assert [case.rule for case in seen.closes] == ["same-fact-disjoint"]
    assert [case.rule for case in seen.opens] == ["part-exceeds-whole"]
    assert [(turn.before, turn.after) for turn in seen.turns] == [
        ("unsettled", "49.5 to 50.5 million USD")
    ]


def test_nothing_of_it_is_stored(world: World) -> None:
    wrong, _ = wrong_whole(world)
    before = (Step.objects.count(), list(Contradiction.objects.values_list("state", "version")))

    without(claim=wrong, by=world.annotator)

    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong
    assert before == (
        Step.objects.count(),
        list(Contradiction.objects.values_list("state", "version")),
    )


def test_the_page_says_it_to_the_team_and_cases_lead_there(world: World, client: Client) -> None:
    wrong, _ = wrong_whole(world)
    client.force_login(world.annotator)

    page = client.get(where(wrong)).content.decode()
    case = client.get(Contradiction.objects.open()[0].get_absolute_url()).content.decode()

    assert "What would fall" in page
    assert where(wrong) in case


def test_the_page_of_a_claim_that_another_bears_out(world: World, client: Client) -> None:
    claim = world.claim("100")
    world.claim("100")
    client.force_login(world.editor)

    page = client.get(where(claim)).content.decode()

    assert "Nothing would fall and nothing would appear" in page


def test_a_claim_that_is_judged_wrong_already(world: World, client: Client) -> None:
    wrong = world.claim("100")
    world.claim("200")
    world.settle(the_case(), Verdict.Kind.ONE_RIGHT, wrong)
    client.force_login(world.editor)

    assert "does without it" in client.get(where(wrong)).content.decode()


def test_visitors_log_in_first(world: World, client: Client) -> None:
    answer = client.get(where(world.claim("100")))

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/accounts/log-in/")


@pytest.mark.parametrize(("method", "status"), [("get", 403), ("post", 405)])
def test_others_are_turned_away(world: World, client: Client, method: str, status: int) -> None:
    claim = world.claim("100")
    client.force_login(world.reader)

    assert getattr(client, method)(where(claim)).status_code == status


def test_an_unknown_claim_is_404(world: World, client: Client) -> None:
    client.force_login(world.editor)

    assert client.get("/what-if/no.such.claim/").status_code == 404
