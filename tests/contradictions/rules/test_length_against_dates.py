"""Lengths, begins and ends, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.periods import Period
from apps.domain.statements import Statement
from tests.contradictions.stating import dated, judged, says
from tests.world import World, enter_measure


def length(reading: str, unit: str = "years", period: str = "") -> Statement:
    told = Period.read(period) if period else None
    stated = says(reading, unit=unit, fact="length", topic="length of the pact", period="")
    return stated if told is None else says(reading, unit=unit, fact="length", period=period)


def found(stated: Statement, begin: str, end: str = "") -> list[Finding]:
    ends = (dated(end, fact="end"),) if end else ()
    begins = (dated(begin, fact="begin"),)
    return judged("length-against-dates", lengths=(stated,), begins=begins, ends=ends)


def test_flags_sixty_years_from_1950_to_2020() -> None:
    [finding] = found(length("60"), "1950", "2020")

    assert finding.severity == Severity.LIKELY
    assert finding.gap_in_words.startswith("at least 7.")
    assert finding.says.startswith(
        "Almanac gives 60 for the length of the pact; from 1950 (Almanac) to 2020 (Almanac) it is"
    )


def test_flags_an_age_in_a_year() -> None:
    assert len(found(length("25", period="2014"), "1994")) == 1


@pytest.mark.parametrize(
    ("stated", "begin", "end"),
    [
        (length("70"), "1950", "2020"),
        (length("71"), "1950", "2020"),
        (length("69"), "1950-06", "2020"),
        (length("23"), "2000", "2016/2022"),
        (length("nearly 40", period="1981/2020"), "1981", ""),
        (length("20", period="2014"), "1994-06-16", ""),
        (length("over 15", period="2014"), "1994", ""),
        (length("60"), "1950~", "2020"),
        (length("60"), "1950", ""),
        (length("2", "days"), "2000-02-28", "2000-03-01"),
    ],
)
def test_quiet_when_some_way_of_counting_gives_it(stated: Statement, begin: str, end: str) -> None:
    assert found(stated, begin, end) == []


@pytest.fixture
def pacts(world: World) -> World:
    """Measures of begin, end and length."""
    told: dict[str, Any] = {"by": world.admin, "roles": []}
    measures: dict[str, dict[str, Any]] = {
        "begin": {"kind": "date", "unit_family": "date"},
        "end": {"kind": "date", "unit_family": "date", "follows": ["begin"]},
        "length": {
            "kind": "quantity",
            "unit_family": "time",
            "whole": "end",
            "tells": "length",
        },
    }
    for slug, more in measures.items():
        enter_measure(slug, label=slug, phrase=slug + " of {subject}", **told, **more)
    return world


@pytest.mark.parametrize("turn", [1, -1])
def test_flags_it_whichever_is_entered_last(pacts: World, turn: int) -> None:
    stated: list[dict[str, Any]] = [
        {"reading": "1950", "measure": "begin"},
        {"reading": "2020", "measure": "end"},
        {"reading": "60", "measure": "length", "unit": "years"},
    ]

    for words in stated[::turn]:
        reading = words.pop("reading")
        pacts.claim(reading, subject="tank-deal", period="", **words)

    assert [case.rule for case in Contradiction.objects.all()] == ["length-against-dates"]


def test_quiet_about_a_term_that_was_not_run(pacts: World) -> None:
    told: dict[str, Any] = {"subject": "tank-deal", "period": ""}
    pacts.claim("1979", measure="begin", **told)
    pacts.claim("2002", measure="end", **told)
    pacts.claim("50", measure="length", unit="years", status="planned", **told)

    assert not Contradiction.objects.exists()
