"""A work cited for what came after it, drawn."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import dated, judged, says
from tests.world import World


def found(*claims: Statement) -> list[Finding]:
    return judged("cited-too-early", claims=claims)


def test_flags_a_launch_in_2012_for_which_a_work_of_2009_is_cited() -> None:
    launch = dated("2012", printed="seven years later", cites="Karwowski 2009: 109", topic="launch")

    [finding] = found(launch)

    assert finding.severity == Severity.LIKELY
    assert finding.gap_in_words == "3 years"
    assert finding.conflicts == (frozenset({launch.key}),)
    assert finding.says == (
        "Almanac gives “seven years later”, that is 2012, for the launch, and cites Karwowski "
        "2009: 109 for it, which is older."
    )


def test_flags_a_figure_of_a_later_year_as_an_advisory() -> None:
    [finding] = found(says("7", period="2022", cites="Roe 2021"))

    assert (finding.severity, finding.gap_in_words) == (Severity.ADVISORY, "1 year")


def test_flags_a_stretch_of_time_that_ends_after_the_work_as_an_advisory() -> None:
    [finding] = found(dated("2001/2020", tells="stretch", cites="Fedorov 2017"))

    assert (finding.severity, finding.gap_in_words) == (Severity.ADVISORY, "3 years")


@pytest.mark.parametrize(
    "claim",
    [
        dated("2014-11-25", cites="Roe 2015"),
        dated("2025-05-11", cites="Army Paper 12.05.2025"),
        dated("2017", cites="Roe 2015; Doe 2023"),
        dated("2017", cites="Roe 2015; the city archive"),
        dated("2017~", cites="Roe 2015"),
        dated("2001/2015", tells="stretch", cites="Roe 2015"),
        dated("2001/..", tells="stretch", cites="Roe 2015"),
        dated("2014/2017", cites="Roe 2015"),
        dated("../2017", cites="Roe 2015"),
        says("7", period="2001/2025", cites="Roe 2015"),
        says("7", period="", cites="Roe 2015"),
    ],
)
def test_quiet_when_a_work_cited_may_tell_of_it(claim: Statement) -> None:
    assert found(claim) == []


def cites(world: World, work: str, **fields: Any) -> None:
    told = {"measure": "order-date", "subject": "tank-deal", "period": "", "attribution": work}
    world.claim("2016", **{**told, **fields})


def test_flags_it_on_a_page_of_its_own(world: World, client: Client) -> None:
    cites(world, "Roe 2012: 9")

    case = Contradiction.objects.get()
    page = client.get(case.get_absolute_url())

    assert case.rule == "cited-too-early"
    assert page.status_code == 200
    assert "cites Roe 2012: 9 for it, which is older" in page.content.decode()


def test_quiet_about_what_was_planned(world: World) -> None:
    cites(world, "Roe 2012", status="planned")
    cites(world, "Roe 2016")

    assert not Contradiction.objects.exists()
