"""The figure of all, quoted as that of one, drawn."""

from __future__ import annotations

import pytest

from apps.claims.drafts import ALL
from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import from_all, judged, says
from tests.world import World


def gazette(reading: str) -> Statement:
    return says(reading, source="gazette", root="gazette", label="Gazette")


def found(part: tuple[Statement, ...], *whole: Statement) -> list[Finding]:
    return judged("all-quoted-as-one", part=part, whole=whole)


def test_flags_8_from_norland_where_the_same_source_has_8_from_all() -> None:
    #   Almanac   Norland 8   all 8
    #   Gazette   Norland 2
    [finding] = found((says("8", topic="arms"), gazette("2")), from_all("8", topic="total"))

    assert finding.severity == Severity.ADVISORY
    assert finding.gap_in_words == "at least 5 million USD"
    assert finding.explanations[0] == "other-supplier"
    assert finding.says == (
        "Almanac gives 8 for the arms, where Gazette gives 2; Almanac has the same figure for the "
        "total."
    )


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ((says("294"), gazette("294")), from_all("294")),
        ((says("8"), gazette("2")), from_all("9")),
        ((says("8"), gazette("2")), from_all("8", source="gazette", root="gazette")),
        ((says("over 8"), gazette("2")), from_all("over 8")),
    ],
)
def test_quiet_when_nobody_contradicts_or_all_have_another_figure(
    part: tuple[Statement, ...], whole: Statement
) -> None:
    assert found(part, whole) == []


def test_flags_it_once_the_figure_of_all_is_entered(world: World) -> None:
    world.claim("8", root="yearbook")
    world.claim("2", root="gazette")
    before = {case.rule for case in Contradiction.objects.all()}
    world.claim("8", roles={"supplier": ALL}, root="yearbook")

    assert before == {"same-fact-disjoint"}
    assert Contradiction.objects.filter(rule="all-quoted-as-one").count() == 1
