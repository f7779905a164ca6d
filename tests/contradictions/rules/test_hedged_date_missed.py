"""Dates that are only about right, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from tests.contradictions.stating import dated, judged
from tests.world import World


def found(*readings: str) -> list[Finding]:
    return judged("hedged-date-missed", claims=tuple(map(dated, readings)))


def test_flags_about_2003_against_2005() -> None:
    #   about 2003   2002 … 2004
    #   2005         2005
    [finding] = found("2003~", "2005")

    assert finding.severity == Severity.ADVISORY
    assert finding.gap_in_words == "2 years"
    assert len(finding.parts) == 2


@pytest.mark.parametrize(
    "readings",
    [("2003~", "2004"), ("2003~", "2007~"), ("2003~", "2010/.."), ("2003", "2005")],
)
def test_quiet_within_one_unit_and_where_an_end_is_open_or_nothing_is_hedged(
    readings: tuple[str, str],
) -> None:
    assert found(*readings) == []


def test_flags_it_when_the_second_date_is_entered(world: World) -> None:
    for date in ("2003~", "2005", "2004"):
        world.claim(date, measure="order-date", subject="tank-deal", period="", printed=date[:4])

    cases = Contradiction.objects.filter(rule="hedged-date-missed")

    assert [case.involvements.count() for case in cases] == [2]
