"""Holders of an office, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.periods import Period
from tests.contradictions.stating import judged, named
from tests.world import World, enter_measure


def found(term: tuple[str, str], moment: tuple[str, str]) -> list[Finding]:
    (holder, years), (other, month) = term, moment
    return judged(
        "held-by-two",
        term=(named(holder, fact="term", period=Period.read(years)),),
        moment=(
            named(other, fact="moment", topic="chair of the league", period=Period.read(month)),
        ),
    )


def test_flags_another_chair_within_a_term() -> None:
    #   2008 ──── norland ──── 2012
    #           2010 sudland
    [finding] = found(("norland", "2008/2012"), ("sudland", "2010-03"))

    assert finding.severity == Severity.LIKELY
    assert finding.says == (
        "For the chair of the league, Almanac names sudland; Almanac names norland for all of "
        "2008–2012."
    )


@pytest.mark.parametrize(
    ("term", "moment"),
    [
        (("norland", "2008/2012"), ("norland", "2010")),
        (("norland", "2008/2012"), ("sudland", "2012-05")),
        (("norland", "2008/2012"), ("sudland", "2008")),
        (("norland", "2008/2012"), ("sudland", "2013")),
        (("norland", "2008/2012"), ("sudland", "2010~")),
        (("norland", "2012"), ("sudland", "2012-05")),
    ],
)
def test_quiet_where_offices_change_hands(term: tuple[str, str], moment: tuple[str, str]) -> None:
    assert found(term, moment) == []


@pytest.mark.parametrize("turn", [1, -1])
def test_flags_it_whichever_is_entered_last(world: World, turn: int) -> None:
    enter_measure(
        "chair",
        by=world.admin,
        label="chair",
        phrase="chair of {subject}",
        kind="entity",
        unit_family="entity",
        roles=[],
        tells="holds",
    )

    for holder, period in [("norland", "2008/2012"), ("sudland", "2010")][::turn]:
        world.claim(holder, measure="chair", subject="league", period=period)

    assert [case.rule for case in Contradiction.objects.all()] == ["held-by-two"]
