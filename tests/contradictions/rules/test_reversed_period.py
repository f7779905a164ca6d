"""A period that ends before it begins, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from tests.contradictions.stating import dated, judged
from tests.world import World


def found(printed: str) -> list[Finding]:
    claim = dated("2017/2021", printed=printed, topic="window")
    return judged("reversed-period", claims=(claim,))


def test_flags_2017_to_2011() -> None:
    [finding] = found("2017–2011")

    assert finding.severity == Severity.CERTAIN
    assert finding.says == "Almanac prints 2017–2011 for the window, which ends before it begins."


@pytest.mark.parametrize(
    "printed", ["2017–2021", "2017—2017", "2021 and 2017", "2021-03-2017", "no. 2021-2017-3"]
)
def test_quiet_when_the_years_stand_in_order(printed: str) -> None:
    assert found(printed) == []


def test_flags_it_once_it_is_entered(world: World) -> None:
    deal: dict[str, Any] = {"measure": "order-date", "subject": "tank-deal", "period": ""}
    world.claim("2017/2021", printed="2017 – 2021", **deal)
    before = Contradiction.objects.count()
    world.claim("2017/2021", printed="2017 – 2011", **deal)

    assert before == 0
    assert Contradiction.objects.get().rule == "reversed-period"
