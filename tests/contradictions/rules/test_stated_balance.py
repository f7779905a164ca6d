"""Parts that do not make up what they are parts of, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, says
from tests.world import World, enter_measure


def debt(reading: str, name: str) -> Statement:
    return says(reading, unit="USD bln", fact=name, topic=f"debt {name}", period="")


def found(before: str, off: str, left: str) -> list[Finding]:
    parts = (debt(off, "written off"), debt(left, "left"))
    return judged("stated-balance", whole=(debt(before, "before"),), parts=parts)


def test_flags_a_rest_that_is_too_large() -> None:
    #   11.03 − 9.53 = 1.5, not 1.7
    [finding] = found("11.03", "9.53", "1.7")

    assert finding.severity == Severity.LIKELY
    assert finding.gap_in_words == "at least 0.14 billion USD"
    assert finding.says == (
        "Almanac gives 11.03 for the debt before; 9.53 (Almanac, debt written off) and 1.7 "
        "(Almanac, debt left) make up 11.175 to 11.285 billion USD."
    )


@pytest.mark.parametrize(
    "figures",
    [("11.03", "9.53", "1.5"), ("about 10", "9.53", "1.7"), ("11.03", "over 9", "1.7")],
)
def test_quiet_when_rounding_allows_the_sum(figures: tuple[str, str, str]) -> None:
    assert found(*figures) == []


@pytest.fixture
def debts(world: World) -> World:
    """What was owed, and the two parts that make it up."""
    kind: dict[str, Any] = {"kind": "quantity", "unit_family": "usd"}
    for slug in ("owed", "forgiven", "rest"):
        told = {} if slug == "owed" else {"whole": "owed", "tells": "addend"}
        enter_measure(slug, by=world.admin, label=slug, phrase=slug, **kind, **told)
    return world


def owes(world: World, measure: str, reading: str) -> None:
    world.claim(reading, measure=measure, unit="USD mln", period="")


def test_flags_it_once_the_last_part_is_entered(debts: World) -> None:
    owes(debts, "owed", "100")
    owes(debts, "forgiven", "80")
    before = Contradiction.objects.count()
    owes(debts, "rest", "30")

    assert before == 0
    assert Contradiction.objects.get().rule == "stated-balance"


def test_quiet_when_a_part_is_not_stated(debts: World) -> None:
    owes(debts, "owed", "100")
    owes(debts, "forgiven", "300")

    assert not Contradiction.objects.exists()
