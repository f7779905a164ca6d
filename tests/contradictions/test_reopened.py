"""A verdict falls when something behind it changes, and a case that nothing finds is withdrawn."""

from __future__ import annotations

import pytest

from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.contradictions.actions import reopen
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from tests.contradictions.cases import cases, last_words, the_case, told, wrong_whole
from tests.world import World

State, Kind = Contradiction.State, Verdict.Kind


# --- reopened by itself ---


def test_a_changed_claim_reopens_the_verdict_and_the_difference_is_said(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.BOTH_STAND)

    world.correct(two[1], reading="800")

    case = the_case()
    assert (case.state, case.settled_by, case.headline) == (State.OPEN, None, "100 ≠ 800")
    assert last_words(case) == (
        "A claim behind the verdict changed. 900 (arms imports of Karovia from Norland, 2014) → "
        "800 (arms imports of Karovia from Norland, 2014)"
    )


def test_a_reading_changed_behind_the_same_print_is_said(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.BOTH_STAND)

    world.correct(two[1], reading="900 or 9", printed="900")

    last = the_case().steps.last()
    assert last is not None
    assert last.says.endswith(
        "→ 900 (arms imports of Karovia from Norland, 2014, read as 900 or 9)"
    )


def test_a_new_claim_reopens_the_verdict_and_is_named(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.BOTH_STAND)

    world.claim("500")

    assert last_words(the_case()) == (
        "A claim behind the verdict changed. new: 500 (arms imports of Karovia from Norland, 2014)"
    )


def test_a_change_of_the_claim_that_was_right_brings_back_the_one_judged_wrong(
    world: World, two: tuple[Claim, Claim]
) -> None:
    right, wrong = two
    world.settle(the_case(), Kind.ONE_RIGHT, wrong)

    world.correct(right, reading="200")

    assert (the_case().state, the_case().headline) == (State.OPEN, "200 ≠ 900")
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong
    assert told(the_case())[:3] == ["found", "settled", "reopened"]


def test_a_change_that_ends_the_dispute_withdraws_the_case_and_clears_the_one_judged_wrong(
    world: World, two: tuple[Claim, Claim]
) -> None:
    right, wrong = two
    world.settle(the_case(), Kind.ONE_RIGHT, wrong)

    world.correct(right, reading="900")

    assert the_case().state == State.WITHDRAWN
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong


def test_a_corrected_transcription_rejoins_and_withdraws_the_case(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.TRANSCRIPTION, two[1])

    corrected = world.correct(two[1], reading="100")

    assert not corrected.is_judged_wrong
    assert the_case().state == State.WITHDRAWN
    assert last_words(the_case()).startswith("The rule no longer fires. 900 (arms")


def test_a_note_on_a_claim_judged_wrong_leaves_the_verdict_as_it_is(
    world: World, two: tuple[Claim, Claim]
) -> None:
    verdict = world.settle(the_case(), Kind.ONE_RIGHT, two[1])

    noted = world.correct(two[1], note="blurred print", attribution="the Yearbook")

    assert noted.is_judged_wrong
    assert (the_case().state, the_case().settled_by) == (State.SETTLED, verdict)


def test_a_second_claim_like_the_one_judged_wrong_brings_the_cases_back(world: World) -> None:
    #   a whole of 20 is judged wrong; then another place prints the same 20
    wrong, _ = wrong_whole(world)
    first, second, _ = cases()
    world.settle(first, Kind.SOURCE_WRONG, wrong)

    world.claim("20", roles={"supplier": ALL})

    assert {case.state for case in cases()} == {State.OPEN}
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong
    assert told(second)[:3] == ["found", "closed", "reopened"]


# --- withdrawn ---


def test_a_case_whose_claims_agree_now_is_withdrawn_and_found_again(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.correct(two[1], reading="100")
    withdrawn = the_case().state
    world.correct(two[1], reading="900")

    assert (withdrawn, the_case().state) == (State.WITHDRAWN, State.OPEN)
    assert told(the_case()) == ["found", "withdrawn", "reopened"]


def test_a_withdrawn_case_is_neither_settled_nor_reopened(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.correct(two[1], reading="100")

    with pytest.raises(Refusal, match="is withdrawn"):
        world.settle(the_case(), Kind.BOTH_STAND)
    with pytest.raises(Refusal, match="is not settled"):
        reopen(contradiction=the_case(), by=world.editor, reason="Let us look again.")
