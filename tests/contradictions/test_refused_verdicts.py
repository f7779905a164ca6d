"""Verdicts that do not fit, or not now, or not by this person."""

from __future__ import annotations

import pytest

from apps.claims.actions import judge_claims
from apps.claims.models import Claim
from apps.contradictions.actions import VerdictDraft, reopen, settle
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from tests.contradictions.cases import the_case
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"rationale": "too short"}, "The reason is too short."),
        ({"rationale": "  short   "}, "The reason is too short."),
        ({"rationale": "with a \0 in the middle"}, "The reason holds a NUL or half a character."),
        ({"evidence": "half a \ud800"}, "The evidence holds a NUL or half a character."),
        ({"kind": 99}, "There is no verdict of kind 99."),
        ({"kind": Kind.BOTH_STAND}, "Both stand: in what do they differ?"),
        (
            {"kind": Kind.BOTH_STAND, "distinction": "x" * 251},
            "The distinction is longer than 250.",
        ),
        ({"kind": Kind.ONE_RIGHT}, "This verdict needs the claim that is wrong."),
    ],
)
def test_a_verdict_that_does_not_fit_is_refused(
    world: World, two: tuple[Claim, Claim], changed: dict[str, object], message: str
) -> None:
    draft = VerdictDraft(**{"kind": Kind.UNDECIDED, "rationale": WHY, **changed})  # type: ignore[arg-type]

    with pytest.raises(Refusal) as refused:
        settle(contradiction=the_case(), verdict=draft, by=world.editor, version=1)

    assert refused.value.message == message
    assert the_case().state == State.OPEN
    assert Verdict.objects.count() == 0


def test_a_claim_of_another_case_is_not_judged_wrong(
    world: World, two: tuple[Claim, Claim]
) -> None:
    elsewhere = world.claim("5", period="1999")

    with pytest.raises(Refusal, match="plays no part here"):
        world.settle(the_case(), Kind.ONE_RIGHT, elsewhere)


def test_a_verdict_that_judges_nobody_names_no_claim(
    world: World, two: tuple[Claim, Claim]
) -> None:
    with pytest.raises(Refusal, match="“Within rounding” judges no claim wrong"):
        world.settle(the_case(), Kind.ROUNDING, two[0])


def test_a_verdict_on_what_changed_meanwhile_is_refused(
    world: World, two: tuple[Claim, Claim]
) -> None:
    seen = the_case()
    world.correct(two[1], reading="800")

    with pytest.raises(Refusal, match="changed while you were writing"):
        settle(
            contradiction=seen,
            verdict=VerdictDraft(kind=Kind.UNDECIDED, rationale=WHY),
            by=world.editor,
            version=seen.version,
        )


def test_a_case_is_settled_once(world: World, two: tuple[Claim, Claim]) -> None:
    world.settle(the_case(), Kind.UNDECIDED)

    with pytest.raises(Refusal, match="is settled already"):
        world.settle(the_case(), Kind.UNDECIDED)


def test_nobody_settles_their_own_claims_while_another_editor_exists(world: World) -> None:
    world.claim("100", by=world.editor)
    world.claim("900")

    with pytest.raises(Refusal) as refused:
        world.settle(the_case(), Kind.UNDECIDED, by=world.editor)

    assert refused.value.message == "You entered the claim “100” yourself."
    world.settle(the_case(), Kind.UNDECIDED, by=world.second_editor)
    assert the_case().state == State.SETTLED


def test_the_only_editor_settles_their_own_claims(world: World) -> None:
    world.claim("100", by=world.editor)
    world.claim("900")
    for person in (world.second_editor, world.admin):
        person.is_active = False
        person.save(update_fields=["is_active"])

    world.settle(the_case(), Kind.UNDECIDED, by=world.editor)

    assert the_case().state == State.SETTLED


@pytest.mark.parametrize("reason", ["", "too short", " " * 20, "with a \0 in the middle"])
def test_reopening_needs_a_reason(world: World, two: tuple[Claim, Claim], reason: str) -> None:
    world.settle(the_case(), Kind.UNDECIDED)

    with pytest.raises(Refusal):
        reopen(contradiction=the_case(), by=world.editor, reason=reason)

    assert the_case().state == State.SETTLED


def test_judging_reads_the_claim_as_it_is_stored(world: World) -> None:
    stale = world.claim("100")
    world.correct(stale, reading="200")

    judge_claims(claims=[stale], is_wrong=True, by=world.editor, reason="checked again")

    stored = Claim.objects.get(pk=stale.pk)
    assert (stored.reading, stored.version, stored.is_judged_wrong) == ("200", 3, True)
