"""Two people who write at once take turns, and do not wait for each other for ever."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from apps.claims import changes
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction, Verdict
from tests.world import World, build_world

TOGETHER = 4


@pytest.mark.django_db(transaction=True)
def test_settling_and_recording_at_once_both_succeed() -> None:
    # Whoever locks rows first and asks for a turn then would deadlock with whoever has the turn.
    world = build_world()
    years = [str(year) for year in range(2000, 2000 + TOGETHER)]
    right = [world.claim("100", period=year) for year in years]
    for year in years:
        world.claim("900", period=year)
    cases = list(Contradiction.objects.all())
    start = Barrier(3)

    def settle_all() -> None:
        start.wait()
        for case in cases:
            wrong = case.involvements.get(claim__reading="900").claim
            world.settle(case, Verdict.Kind.ONE_RIGHT, wrong)

    def record_all() -> None:
        start.wait()
        for year in years:
            world.claim("7", period=year, roles={"supplier": "sudland"})

    def correct_all() -> None:
        start.wait()
        for claim in right:
            world.correct(claim, note="seen")

    run_at_once(settle_all, record_all, correct_all)

    assert Claim.objects.count() == 3 * TOGETHER
    assert Contradiction.objects.settled().count() == TOGETHER


def run_at_once(*acts: Callable[[], None]) -> None:
    """Run each in a thread of its own; the first failure is ours."""

    def closing(act: Callable[[], None]) -> None:
        try:
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        for done in [pool.submit(closing, act) for act in acts]:
            done.result(timeout=60)


def test_a_turn_is_taken_as_often_as_one_likes(world: World) -> None:
    with transaction.atomic():
        changes.take_turns()
        changes.take_turns()
        assert world.claim("1").pk
