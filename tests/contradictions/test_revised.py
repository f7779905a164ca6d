"""A new verdict takes the place of the old one, and both are kept."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.claims.models import Claim
from apps.contradictions.actions import VerdictDraft, revise
from apps.contradictions.models import Contradiction, Ground, Verdict
from apps.domain.refusals import Refusal, Stale
from tests.contradictions.cases import address, cases, now, the_case, told, verdict, wrong_whole
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind
LATER = "The yearbook of 2015 prints it otherwise."


def replaced(world: World, case: Contradiction, kind: Verdict.Kind, *wrong: Claim) -> Verdict:
    """The verdict that the second editor puts in the place of the first."""
    draft = VerdictDraft(kind=kind, rationale=LATER, wrong=wrong, distinction="scope")
    return revise(
        contradiction=case, verdict=draft, by=world.second_editor, version=now(case).version
    )


def test_a_new_verdict_takes_the_place_and_the_old_one_stays_in_the_history(
    world: World, two: tuple[Claim, Claim]
) -> None:
    first = world.settle(the_case(), Kind.BOTH_STAND)

    second = replaced(world, the_case(), Kind.ONE_RIGHT, two[1])

    case = the_case()
    assert (case.state, case.settled_by, second.revises) == (State.SETTLED, second, first)
    assert [given.rationale for given in case.verdicts.all()] == [WHY, LATER]
    assert told(case) == ["found", "settled", "revised", "settled"]
    assert Claim.objects.get(pk=two[1].pk).is_judged_wrong


def test_a_claim_judged_wrong_before_rejoins_when_the_new_verdict_says_otherwise(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.ONE_RIGHT, two[0])

    replaced(world, the_case(), Kind.ONE_RIGHT, two[1])

    judged = Claim.objects.judged()
    assert list(judged) == [two[1]]
    assert the_case().state == State.SETTLED


def test_cases_that_fell_with_the_old_verdict_come_back_with_the_new_one(world: World) -> None:
    wrong, _ = wrong_whole(world)
    first, second, third = cases()
    world.settle(first, Kind.SOURCE_WRONG, wrong)

    replaced(world, first, Kind.BOTH_STAND)

    assert [now(case).state for case in (first, second, third)] == [
        State.SETTLED,
        State.OPEN,
        State.OPEN,
    ]


def test_only_a_settled_case_has_a_verdict_to_replace(
    world: World, two: tuple[Claim, Claim]
) -> None:
    with pytest.raises(Refusal, match="is not settled"):
        replaced(world, the_case(), Kind.BOTH_STAND)


def test_nobody_replaces_a_verdict_on_their_own_claim(world: World) -> None:
    world.claim("100", by=world.second_editor)
    world.claim("900")
    world.settle(the_case(), Kind.BOTH_STAND)

    with pytest.raises(Refusal, match="yourself"):
        replaced(world, the_case(), Kind.FALSE_ALARM)

    assert [given.rationale for given in Verdict.objects.all()] == [WHY]


def test_a_verdict_is_not_replaced_by_who_read_an_earlier_one(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.BOTH_STAND)
    read = now(the_case()).version
    replaced(world, the_case(), Kind.FALSE_ALARM)

    with pytest.raises(Stale):
        revise(
            contradiction=the_case(),
            verdict=VerdictDraft(kind=Kind.ROUNDING, rationale=LATER),
            by=world.editor,
            version=read,
        )

    assert the_case().verdicts.count() == 2


def test_revising_by_its_address_leads_back(
    editor: Client, world: World, case: Contradiction
) -> None:
    world.settle(case, Kind.BOTH_STAND, by=world.second_editor)

    answer = editor.post(address("revise", case), verdict(now(case)))

    assert (answer.status_code, answer["Location"]) == (302, case.get_absolute_url())
    assert now(case).verdicts.count() == 2


# --- our transcription ---


def test_our_own_slip_is_corrected_at_once_and_the_case_goes(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.TRANSCRIPTION, two[1], corrected_reading="100")

    corrected = Claim.objects.get(pk=two[1].pk)
    assert (corrected.reading, corrected.is_judged_wrong) == ("100", False)
    assert the_case().state == State.WITHDRAWN
    assert told(the_case()) == ["found", "settled", "withdrawn"]


def test_a_correction_of_ours_that_mends_nothing_is_refused_whole(
    world: World, two: tuple[Claim, Claim]
) -> None:
    with pytest.raises(Refusal) as refused:
        world.settle(the_case(), Kind.TRANSCRIPTION, two[1], corrected_reading="800")

    assert refused.value.message == (
        "As corrected, the claims of this case would still contradict each other."
    )
    assert Claim.objects.get(pk=two[1].pk).reading == "900"
    assert Verdict.objects.count() == 0


# --- what it rests on ---


def test_evidence_leads_to_claims_passages_and_works(
    world: World, two: tuple[Claim, Claim]
) -> None:
    passage = two[0].evidence.get().passage
    evidence = f"{two[0].key}\n/passages/{passage.pk}/\nhttps://example.org/y\nYearbook 2015, p. 7"

    world.settle(the_case(), Kind.BOTH_STAND, evidence=evidence)

    grounds = Ground.objects.all()
    assert [(ground.claim, ground.passage, ground.words) for ground in grounds] == [
        (two[0], None, ""),
        (None, passage, ""),
        (None, None, "https://example.org/y"),
        (None, None, "Yearbook 2015, p. 7"),
    ]
    assert [ground.address for ground in grounds] == [
        two[0].get_absolute_url(),
        f"/passages/{passage.pk}/",
        "https://example.org/y",
        "",
    ]
