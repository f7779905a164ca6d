"""A contradiction that a person flags has the same life as one that a rule finds."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from apps.claims.models import Claim
from apps.contradictions.actions import detect, reopen
from apps.contradictions.flagging import flag
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from tests.contradictions.cases import told
from tests.world import World

State, Kind = Contradiction.State, Verdict.Kind
ADD = reverse("contradictions:flag-add")
SENTENCE = "The one calls it the largest sum, the other the smallest."


def flagged(world: World) -> Contradiction:
    """Two years that no rule compares, flagged by the annotator."""
    one, other = world.claim("100", by=world.editor), world.claim("7", period="1950")
    return flag(places=[one.key, f"/claims/{other.key}/"], sentence=SENTENCE, by=world.annotator)


def the_flagged() -> Contradiction:
    return Contradiction.objects.get(rule="by-hand")


def test_two_claims_and_a_sentence_are_a_case(world: World) -> None:
    case = flagged(world)

    assert (case.headline, case.says, case.state) == ("100 ≠ 7", SENTENCE, State.OPEN)
    assert told(case) == ["found"]
    assert case.steps.get().by == world.annotator
    assert case.involvements.count() == 2


def test_passages_are_flagged_where_no_claim_is(disputed_world: World) -> None:
    one, other = (Claim.objects.get(key=f"{slug}.event-place") for slug in ("almanac", "gazette"))
    passages = [claim.evidence.get().passage for claim in (one, other)]

    case = flag(
        places=[f"https://any.site/passages/{passage.pk}/" for passage in passages],
        sentence=SENTENCE,
        by=disputed_world.annotator,
    )

    assert [seen.quote for seen in case.sightings.all()] == ["Lindau", "Hafen"]
    assert case.facts == ["text:almanac", "text:gazette"]


def test_a_scan_of_everything_lets_what_is_flagged_stand(world: World) -> None:
    flagged(world)

    detect(facts=None, by=None)

    assert the_flagged().state == State.OPEN


def test_what_is_flagged_is_settled_and_reopened_like_any_other(world: World) -> None:
    case = flagged(world)
    wrong = Claim.objects.get(reading="7")

    world.settle(case, Kind.ONE_RIGHT, wrong, by=world.second_editor)
    settled = the_flagged().state
    reopen(contradiction=case, by=world.editor, reason="The yearbook was misread.")

    assert (settled, the_flagged().state) == (State.SETTLED, State.OPEN)
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong


def test_who_entered_a_claim_does_not_settle_what_is_flagged_about_it(world: World) -> None:
    case = flagged(world)

    with pytest.raises(Refusal, match="yourself"):
        world.settle(case, Kind.BOTH_STAND, by=world.editor)


def test_a_change_of_a_claim_reopens_what_was_flagged(world: World) -> None:
    world.settle(flagged(world), Kind.BOTH_STAND, by=world.second_editor)

    world.correct(Claim.objects.get(reading="7"), reading="8")

    case = the_flagged()
    assert case.state == State.OPEN
    assert told(case) == ["found", "settled", "reopened"]


def test_the_same_two_places_are_flagged_once(world: World) -> None:
    case = flagged(world)
    keys = [row.claim.key for row in case.involvements.all()]

    with pytest.raises(Refusal, match=f"These two are case {case.pk} already."):
        flag(places=keys[::-1], sentence="Another sentence.", by=world.editor)


@pytest.mark.parametrize(
    "wrong",
    [
        {"one": ""},
        {"one": "anything"},
        {"one": "/claims/no-such/"},
        {"one": "/passages/999999/"},
        {"one": "ledger.2"},
        {"sentence": "short"},
        {"sentence": "a NUL \0 in the middle"},
        {"sentence": "x" * 501},
    ],
)
def test_nonsense_is_422_and_what_was_typed_stays(
    client: Client, world: World, wrong: dict[str, str]
) -> None:
    one, other = world.claim("100"), world.claim("7", period="1950")
    client.force_login(world.annotator)
    sent = {"one": one.key, "other": other.key, "sentence": SENTENCE, **wrong}
    sent["one"] = other.key if wrong.get("one") == "ledger.2" else sent["one"]

    answer = client.post(ADD, sent)

    assert answer.status_code == 422
    assert f'value="{other.key}"' in answer.content.decode()
    assert Contradiction.objects.count() == 0


def test_flagging_by_its_address_leads_to_the_case(client: Client, world: World) -> None:
    one, other = world.claim("100"), world.claim("7", period="1950")
    client.force_login(world.annotator)

    answer = client.post(ADD, {"one": one.key, "other": other.key, "sentence": SENTENCE})

    assert (answer.status_code, answer["Location"]) == (302, the_flagged().get_absolute_url())
    page = client.get(answer["Location"])
    assert SENTENCE in page.content.decode()
    assert "Flagged by hand" in client.get("/contradictions/").content.decode()


def test_only_the_team_flags(client: Client, world: World) -> None:
    form = reverse("contradictions:flag")
    anonymous = [client.get(form).status_code, client.post(ADD).status_code]
    client.force_login(world.reader)
    reader = [client.get(form).status_code, client.post(ADD).status_code]

    assert (anonymous, reader) == ([302, 302], [403, 403])
    assert (client.post(form).status_code, client.get(ADD).status_code) == (405, 405)
