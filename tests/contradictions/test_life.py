"""A contradiction is found, taken and settled, and what it takes with it."""

from __future__ import annotations

import pytest

from apps.annotations.models import Review
from apps.claims.actions import review_claims
from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.contradictions.actions import Changed, detect, reopen, take
from apps.contradictions.models import Contradiction, Verdict
from apps.domain.refusals import Refusal
from tests.contradictions.cases import cases, last_words, the_case, told, wrong_whole
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind


# --- found ---


def test_what_does_not_agree_is_found_as_it_is_entered(
    world: World, two: tuple[Claim, Claim]
) -> None:
    case = the_case()

    assert case.state == State.OPEN
    assert case.headline == "100 ≠ 900"
    assert case.topic == "arms imports of Karovia from Norland, 2014"
    assert [row.claim for row in case.involvements.all()] == list(two)
    assert told(case) == ["found"]
    assert case.steps.get().by == world.annotator


def test_the_sources_of_the_world_disagree_on_three_things(disputed_world: World) -> None:
    assert sorted(case.rule for case in cases()) == [
        "one-valued-attribute",
        "part-exceeds-whole",
        "same-fact-disjoint",
    ]


@pytest.mark.parametrize("review", [Review.PROPOSED, Review.REJECTED])
def test_only_accepted_claims_contradict(world: World, review: Review) -> None:
    world.record(world.draft("100"), world.draft("900"), review=review)

    assert cases() == []


def test_accepting_a_claim_brings_it_in_and_rejecting_takes_it_out(world: World) -> None:
    world.claim("100")
    [proposed] = world.record(world.draft("900"), review=Review.PROPOSED)

    review_claims(claims=[proposed], review=Review.ACCEPTED, by=world.editor, reason="checked")
    found = the_case().state
    review_claims(claims=[proposed], review=Review.REJECTED, by=world.editor, reason="not so")

    assert (found, the_case().state) == (State.OPEN, State.WITHDRAWN)
    assert told(the_case()) == ["found", "withdrawn"]
    assert "no longer accepted" in last_words(the_case())


def test_values_at_constant_prices_are_never_compared_with_nominal_ones(world: World) -> None:
    world.claim("100", basis="tiv")
    world.claim("900", basis="nominal")
    world.claim("5000", basis="nominal", roles={"supplier": ALL})
    world.claim("50", basis="tiv", roles={"supplier": "sudland"})

    assert cases() == []


def test_an_unspecified_role_is_never_taken_for_all(world: World) -> None:
    #   unspecified   50
    #   from Norland  100
    #   from all      150
    world.claim("50", roles={"supplier": "UNSPECIFIED"})
    world.claim("100")
    world.claim("150", roles={"supplier": ALL})

    assert cases() == []


def test_a_period_is_the_same_however_it_is_spelled(world: World) -> None:
    world.claim("100", period="2014")
    world.claim("900", period="2014-01/2014-12")

    assert the_case().headline == "100 ≠ 900"


@pytest.mark.parametrize("whole", ["2012~/2016", "2012/", "2012/..", "/2016", "201X~"])
def test_a_period_without_certain_ends_contains_no_other(world: World, whole: str) -> None:
    world.claim("100", period=whole)
    world.claim("900", period="2014")

    assert cases() == []


def test_a_number_of_thirty_digits_is_a_finding_and_no_accident(world: World) -> None:
    world.claim("1")
    world.claim("9" * 30)

    assert the_case().gap_in_ulps == 10**15


# --- taken ---


def test_an_editor_takes_a_case(world: World, two: tuple[Claim, Claim]) -> None:
    case = take(contradiction=the_case(), by=world.editor)

    assert (case.state, case.assigned_to) == (State.IN_REVIEW, world.editor)
    assert told(case) == ["found", "taken"]


def test_a_settled_case_is_not_taken(world: World, two: tuple[Claim, Claim]) -> None:
    world.settle(the_case(), Kind.BOTH_STAND)

    with pytest.raises(Refusal, match="is settled"):
        take(contradiction=the_case(), by=world.editor)


# --- settled ---


def test_a_verdict_is_public_at_once(world: World, two: tuple[Claim, Claim]) -> None:
    verdict = world.settle(the_case(), Kind.ONE_RIGHT, two[1])

    case = Contradiction.objects.public().get()
    assert (case.state, case.settled_by) == (State.SETTLED, verdict)
    assert told(case) == ["found", "settled"]
    assert last_words(case) == f"One is right, the other wrong: {WHY}"


def test_a_claim_judged_wrong_leaves_the_network(world: World, two: tuple[Claim, Claim]) -> None:
    right, wrong = two

    world.settle(the_case(), Kind.ONE_RIGHT, wrong)

    assert list(Claim.objects.in_network()) == [right]
    assert Claim.objects.get(pk=wrong.pk).is_judged_wrong


def test_what_falls_with_a_claim_is_resolved_by_that_verdict(
    world: World, two: tuple[Claim, Claim]
) -> None:
    #   from Norland   100 and 900
    #   from all       500: less than the 900
    world.claim("500", roles={"supplier": ALL})
    fallen = the_case("part-exceeds-whole") if len(cases()) > 1 else None
    assert fallen is None  # the hull of 100 and 900 has room below 500
    world.claim("900")

    verdict = world.settle(the_case(), Kind.ONE_RIGHT, two[0])

    assert the_case().settled_by == verdict
    assert the_case("part-exceeds-whole").state == State.OPEN


def test_cases_that_a_verdict_resolves_come_back_when_it_is_reopened(world: World) -> None:
    wrong, _ = wrong_whole(world)
    first = Contradiction.objects.filter(rule="part-exceeds-whole").first()
    assert first is not None
    others = [case.pk for case in cases() if case.pk != first.pk]
    assert len(others) == 2

    verdict = world.settle(first, Kind.SOURCE_WRONG, wrong)
    closed = Contradiction.objects.filter(pk__in=others)
    assert [(case.state, case.settled_by) for case in closed] == [(State.SETTLED, verdict)] * 2
    assert {told(case)[-1] for case in closed} == {"closed"}

    reopen(contradiction=first, by=world.second_editor, reason="The yearbook was misread.")

    assert {case.state for case in cases()} == {State.OPEN}
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong
    assert told(Contradiction.objects.get(pk=others[0]))[-1] == "reopened"
    assert last_words(first) == "The yearbook was misread."


def test_a_case_resolved_elsewhere_is_reopened_where_it_was_settled(world: World) -> None:
    wrong, _ = wrong_whole(world)
    first, second, _ = cases()
    world.settle(first, Kind.SOURCE_WRONG, wrong)

    with pytest.raises(Refusal) as refused:
        reopen(contradiction=second, by=world.editor, reason="The yearbook was misread.")

    assert refused.value.message == (
        f"Case {second.pk} was resolved by the verdict on case {first.pk}."
    )


def test_a_claim_that_two_verdicts_judge_wrong_stays_out_until_both_are_gone(
    world: World,
) -> None:
    #   2014   100, 900 and, in another measure's fact, a whole of 500
    wrong = world.claim("900")
    world.claim("100")
    world.claim("500", roles={"supplier": ALL}, period="2014/2014")
    same_fact = the_case()
    world.claim("900")
    part = the_case("part-exceeds-whole") if Contradiction.objects.count() > 1 else None
    assert part is None

    first = world.settle(same_fact, Kind.ONE_RIGHT, *Claim.objects.filter(reading="100"))
    part = the_case("part-exceeds-whole")
    world.settle(part, Kind.ONE_RIGHT, *Claim.objects.filter(reading="900"))

    assert the_case().settled_by == first
    reopen(contradiction=part, by=world.editor, reason="The whole may be wrong.")
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong
    assert the_case().settled_by == first
    assert Contradiction.objects.get(pk=part.pk).state == State.OPEN


def test_a_verdict_that_leaves_others_at_odds_is_refused_whole(world: World) -> None:
    #   100, 500 and 900: without the 900 there are still two answers
    world.claim("100")
    world.claim("500")
    wrong = world.claim("900")

    with pytest.raises(Refusal) as refused:
        world.settle(the_case(), Kind.ONE_RIGHT, wrong)

    assert refused.value.message == (
        "Without these claims the others of this case would still contradict each other."
    )
    assert Verdict.objects.count() == 0
    assert not Claim.objects.get(pk=wrong.pk).is_judged_wrong
    assert the_case().state == State.OPEN


def test_both_stand_stays_quiet_when_all_is_scanned_again(
    world: World, two: tuple[Claim, Claim]
) -> None:
    world.settle(the_case(), Kind.BOTH_STAND, distinction="deliveries against orders")

    changed = detect(facts=None, by=None)

    assert changed == Changed(standing=1)
    assert the_case().state == State.SETTLED
