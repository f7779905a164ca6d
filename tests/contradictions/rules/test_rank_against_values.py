"""Ranks and the figures that they are by, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from tests.contradictions.stating import counted, judged, share
from tests.world import World, enter_measure


def found(*rows: tuple[str, str]) -> list[Finding]:
    """Two rows: rank and share."""
    (first, more), (second, less) = rows
    rank = {"kind": "rank", "unit": "rank"}
    return judged(
        "rank-against-values",
        upper_rank=(counted(first, fact="rank 1", topic="rank of Karovia", **rank),),
        upper_value=(share(more, fact="share 1"),),
        lower_rank=(counted(second, fact="rank 2", topic="rank of Tresia", **rank),),
        lower_value=(share(less, fact="share 2"),),
    )


def test_flags_a_second_with_less_than_the_third() -> None:
    #   2nd  10
    #   3rd  12.6
    [finding] = found(("2", "10"), ("3", "12.6"))

    assert finding.severity == Severity.LIKELY
    assert len(finding.conflicts[0]) == 4
    assert finding.says == (
        "Almanac gives 2 for the rank of Karovia and 3 for the rank of Tresia, but the figures "
        "are 10 (Almanac) and 12.6 (Almanac)."
    )


@pytest.mark.parametrize(
    "rows",
    [
        (("2", "12.6"), ("3", "10")),
        (("2", "10.4"), ("3", "10.4")),
        (("2", "10"), ("3", "10.4")),
        (("2", "over 10"), ("3", "12")),
        (("at most 10", "3"), ("5", "4")),
    ],
)
def test_quiet_when_the_figures_may_be_so_ordered(rows: tuple[tuple[str, str], ...]) -> None:
    assert found(*rows) == []


@pytest.fixture
def ranks(world: World) -> World:
    """A measure of ranks by what is imported."""
    enter_measure(
        "imports-rank",
        by=world.admin,
        label="rank",
        phrase="rank of {subject} among those that import from {supplier}",
        kind="rank",
        unit_family="rank",
        roles=[{"slot": "supplier", "label": "supplier", "all_label": "", "default": ""}],
        whole="arms-imports",
        tells="rank",
    )
    return world


def ranked(world: World, subject: str, rank: str, imports: str, period: str = "2014") -> None:
    told: dict[str, Any] = {"subject": subject, "period": period, "basis": "tiv"}
    told["roles"] = {"supplier": "norland"}
    world.claim(rank, measure="imports-rank", unit="rank", **told)
    world.claim(imports, subject=subject, period=period)


def test_flags_it_when_the_last_figure_is_entered(ranks: World) -> None:
    ranked(ranks, "karovia", "1", "100")
    ranked(ranks, "tresia", "2", "120")

    case = Contradiction.objects.get()

    assert (case.rule, case.involvements.count()) == ("rank-against-values", 4)


def test_quiet_about_ranks_of_another_year(ranks: World) -> None:
    ranked(ranks, "karovia", "1", "100")
    ranked(ranks, "tresia", "2", "120", period="2015")

    assert not Contradiction.objects.exists()
