"""A peak that another period overtops, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import dated, judged, says
from tests.world import World, enter_measure


def peak(reading: str, **fields: Any) -> Statement:
    fields = {"fact": "peak", "tells": "highest", "topic": "peak of the imports", **fields}
    return dated(reading, **fields)


def found(stated: Statement, **values: str) -> list[Finding]:
    """Values by their year, as y2014."""
    told = tuple(says(figure, period=year.lstrip("y")) for year, figure in values.items())
    return judged("peak-not-highest", stated=(stated,), values=told)


def test_flags_a_year_above_the_peak() -> None:
    #   2014  peak  1,212
    #   2011        1,300
    [finding] = found(peak("2014"), y2011="1300", y2014="1212", y2015="855")

    assert finding.severity == Severity.CERTAIN
    assert finding.gap_in_words == "at least 87 million USD"
    assert finding.says == (
        "Almanac names 2014 for the peak of the imports; Almanac gives 1300 for 2011, more than "
        "the 1212 that Almanac gives for 2014."
    )


def test_flags_a_year_below_the_lowest_of_two() -> None:
    low = peak("2009/2010", tells="lowest")

    [finding] = found(low, y2008="8", y2009="60", y2010="150")

    assert finding.headline == ("2009/2010", "8 in 2008")


@pytest.mark.parametrize(
    ("stated", "values"),
    [
        (peak("2014"), {"y2011": "1009", "y2014": "1212"}),
        (peak("2014"), {"y2011": "1212", "y2014": "1212"}),
        (peak("2014"), {"y2011": "over 1000", "y2014": "1212"}),
        (peak("2014~"), {"y2011": "1300", "y2014": "1212"}),
        (peak("2013/2014"), {"y2011": "1300", "y2014": "1212"}),
        (peak("2014"), {"y2011/2013": "3000", "y2014": "1212"}),
        (peak("2014"), {"y2011": "1300"}),
    ],
)
def test_quiet_when_the_peak_may_be_the_highest(stated: Statement, values: dict[str, str]) -> None:
    assert found(stated, **values) == []


@pytest.fixture
def peaks(world: World) -> World:
    """A measure of when arms imports were highest."""
    enter_measure(
        "imports-peak",
        by=world.admin,
        label="peak",
        phrase="peak of {subject} from {supplier}",
        kind="date",
        unit_family="date",
        roles=[{"slot": "supplier", "label": "supplier", "all_label": "", "default": ""}],
        whole="arms-imports",
        tells="highest",
    )
    return world


def says_peak(world: World, reading: str, **fields: str) -> None:
    told: dict[str, Any] = {"roles": {"supplier": "norland"}, "basis": "tiv", "period": ""}
    world.claim(reading, measure="imports-peak", **{**told, **fields})


def test_flags_it_whichever_figure_is_entered_last(peaks: World) -> None:
    says_peak(peaks, "2014")
    peaks.claim("100", period="2014")
    peaks.claim("200", period="2013")

    case = Contradiction.objects.get()

    assert (case.rule, case.gap) == ("peak-not-highest", "at least 99 million USD")


def test_quiet_about_figures_of_another_basis(peaks: World) -> None:
    says_peak(peaks, "2014", basis="nominal")
    peaks.claim("100", period="2014")
    peaks.claim("200", period="2013")

    assert not Contradiction.objects.exists()
