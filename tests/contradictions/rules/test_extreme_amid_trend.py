"""Lowest and highest points within a course, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.periods import Period
from apps.domain.statements import Statement
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from tests.contradictions.stating import dated, judged, named
from tests.world import REASON, World, enter_measure


def point(reading: str, tells: str = "lowest") -> Statement:
    return dated(reading, fact="point", tells=tells, topic="lowest point of relations")


def course(answer: str, period: str) -> Statement:
    return named(answer, fact="course", period=Period.read(period))


def found(one: Statement, other: Statement) -> list[Finding]:
    return judged("extreme-amid-trend", points=(one,), courses=(other,))


def test_flags_the_lowest_point_of_a_time_that_was_level() -> None:
    #   1954 ───── level ───── 1962
    #            lowest 1959
    low, level = point("1959"), course("trend-level", "1954/1962")

    [finding] = found(low, level)

    assert finding.severity == Severity.LIKELY
    assert finding.conflicts == (frozenset({low.key, level.key}),)
    assert finding.says == (
        "Almanac gives 1959 for the lowest point of relations, within 1954–1962, for which "
        "Almanac states “trend-level”."
    )


@pytest.mark.parametrize(
    ("at", "tells", "answer"),
    [
        ("1959", "lowest", "trend-rising"),
        ("1959", "lowest", "trend-falling-steadily"),
        ("1959", "highest", "trend-rising-steadily"),
        ("1959", "highest", "trend-falling"),
        ("1962", "lowest", "trend-rising"),
    ],
)
def test_flags_a_turn_within_a_rise_or_fall(at: str, tells: str, answer: str) -> None:
    assert len(found(point(at, tells), course(answer, "1954/1962"))) == 1


@pytest.mark.parametrize(
    ("at", "tells", "answer", "period"),
    [
        ("1954", "lowest", "trend-rising", "1954/1962"),
        ("1962", "lowest", "trend-falling", "1954/1962"),
        ("1962", "highest", "trend-rising", "1954/1962"),
        ("1963/1964", "lowest", "trend-level", "1954/1962"),
        ("1959~", "lowest", "trend-level", "1954/1962"),
        ("1959", "lowest", "trend-level", "1959"),
    ],
)
def test_quiet_at_the_ends_and_outside(at: str, tells: str, answer: str, period: str) -> None:
    assert found(point(at, tells), course(answer, period)) == []


@pytest.fixture
def moods(world: World) -> World:
    """A measure of directions, and one of lowest points."""
    told: dict[str, Any] = {"by": world.admin, "roles": []}
    enter_measure(
        "course",
        label="course",
        phrase="course of {subject}",
        kind="entity",
        unit_family="entity",
        **told,
    )
    enter_measure(
        "low-point",
        label="lowest point",
        phrase="lowest point of {subject}",
        kind="date",
        unit_family="date",
        whole="course",
        tells="lowest",
        **told,
    )
    level = EntityDraft("trend-level", "level", "event")
    record_entities(drafts=[level], by=world.admin, reason=REASON)
    return world


@pytest.mark.parametrize("turn", [1, -1])
def test_flags_it_whichever_is_entered_last(moods: World, turn: int) -> None:
    low = {"reading": "1959", "measure": "low-point", "period": ""}
    level = {"reading": "trend-level", "measure": "course", "period": "1954/1962"}

    for words in (low, level)[::turn]:
        moods.claim(words["reading"], measure=words["measure"], period=words["period"])

    assert [case.rule for case in Contradiction.objects.all()] == ["extreme-amid-trend"]
