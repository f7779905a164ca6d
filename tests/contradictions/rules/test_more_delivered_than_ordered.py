"""Orders and deliveries, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from tests.contradictions.stating import counted, judged
from tests.world import World


def found(ordered: str, delivered: str) -> list[Finding]:
    return judged(
        "more-delivered-than-ordered",
        ordered=(counted(ordered, fact="ordered"),),
        delivered=(counted(delivered, fact="delivered", topic="number of boats in the deal"),),
    )


def test_flags_six_boats_of_an_order_of_four() -> None:
    [finding] = found("4", "6")

    assert finding.severity == Severity.LIKELY
    assert finding.says == (
        "Almanac gives 6 delivered for the number of boats in the deal, more than the 4 that "
        "Almanac gives as ordered."
    )
    assert finding.explanations[0] == "order-or-delivery"


@pytest.mark.parametrize(
    ("ordered", "delivered"), [("6", "4"), ("6", "6"), ("at least 4", "6"), ("4", "at most 6")]
)
def test_quiet_when_the_order_may_have_been_as_large(ordered: str, delivered: str) -> None:
    assert found(ordered, delivered) == []


@pytest.mark.parametrize("turn", [1, -1])
def test_flags_it_whichever_is_entered_last(world: World, turn: int) -> None:
    for reading, status in [("4", "ordered"), ("6", "delivered")][::turn]:
        world.claim(reading, unit="USD mln", status=status)

    assert [case.rule for case in Contradiction.objects.all()] == ["more-delivered-than-ordered"]


def test_quiet_about_what_was_only_planned(world: World) -> None:
    world.claim("4", status="planned")
    world.claim("6", status="delivered")

    assert not Contradiction.objects.exists()
