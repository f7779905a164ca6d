"""Whatever people do, what is stored is what a full scan finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.annotations.models import Review
from apps.claims.actions import review_claims
from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.contradictions.actions import Changed, detect, reopen
from apps.contradictions.detection import find
from apps.contradictions.models import Contradiction, Involvement, Verdict
from apps.domain.refusals import Refusal
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity, Merge
from tests.world import World

Kind, State = Verdict.Kind, Contradiction.State
READINGS = st.sampled_from(["10", "20", "20.4", "90", "200", "20000", "under 30", "20 or 20000"])
ELSEWHERE = "arms-imports|subject=tresia|supplier=norland|2014|tiv|actual"
FACTS = st.sampled_from(
    [
        {"roles": {"supplier": supplier}, "period": period}
        for supplier in ("norland", "sudland", ALL)
        for period in ("2014", "2014", "2015", "2014/2015")
    ]
)
KINDS = st.sampled_from([Kind.ONE_RIGHT, Kind.SOURCE_WRONG, Kind.BOTH_STAND, Kind.ROUNDING])


def stored() -> dict[str, Any]:
    """All that a reader or an editor sees of the cases."""
    cases = Contradiction.objects.values_list(
        "fingerprint", "state", "settled_by", "version", "says", "severity", "inputs_hash"
    )
    parts = Involvement.objects.values_list("contradiction", "claim", "part", "regret")
    return {
        "cases": sorted(map(str, cases)),
        "parts": sorted(map(str, parts)),
        "wrong": sorted(Claim.objects.judged().values_list("key", "corrected_reading", "hard")),
    }


def record(world: World, data: st.DataObject) -> None:
    world.record(world.draft(data.draw(READINGS), **data.draw(FACTS)))


def correct(world: World, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(list(Claim.objects.order_by("pk"))))
    world.correct(claim, reading=data.draw(READINGS), **data.draw(st.sampled_from([{}, FACTS_OF])))


FACTS_OF = {"roles": {"supplier": "sudland"}, "period": "2014"}


def review(world: World, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(list(Claim.objects.order_by("pk"))))
    status = data.draw(st.sampled_from([Review.ACCEPTED, Review.REJECTED]))
    review_claims(claims=[claim], review=status, by=world.editor, reason="looked again")


def settle(world: World, data: st.DataObject) -> None:
    waiting = list(Contradiction.objects.open())
    if not waiting:
        return
    case, kind = data.draw(st.sampled_from(waiting)), data.draw(KINDS)
    judges = kind in (Kind.ONE_RIGHT, Kind.SOURCE_WRONG)
    involved = [row.claim for row in case.involvements.all()]
    wrong = (
        data.draw(st.lists(st.sampled_from(involved), min_size=1, unique=True)) if judges else []
    )
    corrected = data.draw(st.one_of(st.just(""), READINGS)) if kind == Kind.SOURCE_WRONG else ""
    world.settle(case, kind, *wrong, corrected_reading=corrected)


def take_back(world: World, data: st.DataObject) -> None:
    settled = list(Contradiction.objects.settled())
    if settled:
        case = data.draw(st.sampled_from(settled))
        reopen(contradiction=case, by=world.second_editor, reason="Let us look once more.")


def enter_many(world: World, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.tuples(READINGS, FACTS), min_size=2, max_size=4))
    world.record(*(world.draft(reading, **fact) for reading, fact in rows), by=world.admin)


def merge_or_part(world: World, data: st.DataObject) -> None:
    """Let two suppliers be one, or two again."""
    standing = Merge.objects.filter(undone_by=None).last()
    if standing is not None:
        undo_merge(merge=standing, by=world.editor, reason="They are two after all.")
        return
    gone, kept = (Entity.objects.get(slug=slug) for slug in ("sudland", "norland"))
    merge_entities(gone=gone, kept=kept, by=world.editor, reason="One name for the other.")


ACTS: list[Callable[[World, st.DataObject], None]] = [
    record,
    correct,
    review,
    settle,
    take_back,
    enter_many,
    merge_or_part,
]


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_is_stored_is_what_a_full_scan_finds(world: World, data: st.DataObject) -> None:
    with transaction.atomic():
        first = st.lists(st.tuples(READINGS, FACTS), min_size=3, max_size=6)
        world.record(*(world.draft(reading, **fact) for reading, fact in data.draw(first)))
        for act in data.draw(st.lists(st.sampled_from(ACTS), min_size=2, max_size=6)):
            try:
                with transaction.atomic():
                    act(world, data)
            except Refusal:
                pass
            assert_all_hangs_together()
        transaction.set_rollback(True)


def assert_all_hangs_together() -> None:
    """Stored cases equal fresh findings, and every judgement rests on a verdict that stands."""
    before = stored()
    detect(facts=None, by=None)
    assert stored() == before

    fresh = {finding.fingerprint for finding in find()}
    by_state = {
        state: set(Contradiction.objects.filter(state=state).values_list("fingerprint", flat=True))
        for state in State.values
    }
    assert by_state[State.OPEN] | by_state[State.IN_REVIEW] <= fresh
    assert not by_state[State.WITHDRAWN] & fresh
    assert fresh <= set().union(*by_state.values())

    standing = Verdict.objects.standing()
    assert not Claim.objects.judged().exclude(verdicts_against__in=standing)
    assert not Contradiction.objects.settled().exclude(settled_by__in=standing)


def test_a_verdict_that_judges_nobody_changes_who_is_to_blame_elsewhere(world: World) -> None:
    #   2014         20,000 and 90, which is let stand
    #   2014, 2015   20, and 10
    world.claim("20000")
    world.claim("90")
    for reading in ("20", "10"):
        world.claim(reading, period="2014/2015")
    case = Contradiction.objects.get(headline="20000 ≠ 90")

    world.settle(case, Kind.ROUNDING)

    before = stored()
    detect(facts=None, by=None)
    assert stored() == before


def test_a_second_scan_changes_nothing(disputed_world: World) -> None:
    before = stored()

    changed = detect(facts=None, by=None)

    assert changed == Changed(standing=3)
    assert stored() == before


def test_a_scan_of_other_facts_leaves_cases_alone(disputed_world: World) -> None:
    before = stored()

    changed = detect(facts=frozenset({ELSEWHERE}), by=None)

    assert changed == Changed()
    assert stored() == before


@pytest.mark.parametrize("claims", [1, 4])
def test_a_finding_is_told_once_however_it_is_come_by(world: World, claims: int) -> None:
    #   two rows that are years, finest and coarsest at once, and miss their total
    world.claim("100", period="2014/2015")
    for _ in range(claims):
        world.claim("10", period="2014")
        world.claim("10", period="2015")

    assert [finding.rule for finding in find()] == ["rows-miss-total"]
