"""Parts larger than their whole together, drawn."""

from __future__ import annotations

from apps.contradictions.findings import Finding, Severity
from apps.domain.statements import Statement
from tests.contradictions.stating import from_all, judged, says


def by_supplier(**printed: str) -> tuple[Statement, ...]:
    """What Karovia imported from each supplier."""
    return tuple(
        says(reading, slots=f"subject=karovia|supplier={supplier}")
        for supplier, reading in printed.items()
    )


def found(whole: Statement, parts: tuple[Statement, ...]) -> list[Finding]:
    return judged("parts-exceed-whole", whole=(whole,), parts=parts)


def test_flags_two_suppliers_with_more_than_all() -> None:
    #   from all     100
    #   two of them  60 + 50 = 110
    whole, parts = from_all("100"), by_supplier(norland="60", sudland="50")

    [finding] = found(whole, parts)

    assert finding.severity == Severity.CERTAIN
    assert finding.headline == ("100", "109 to 111 million USD")
    assert finding.gap_in_words == "at least 8.5 million USD"
    assert finding.says == (
        f"For the {finding.topic}, 2 parts (Almanac) add up to 109 to 111 million USD, "
        "where Almanac states 100: at least 8.5 million USD apart."
    )
    assert [line.label for line in finding.lines] == ["norland", "sudland", "Sum", "Almanac"]


def test_flags_years_that_exceed_the_years_together() -> None:
    #   2015 … 2017   100
    #   two of them   60 + 50
    whole = says("100", period="2015/2017")
    parts = (says("60", period="2015"), says("50", period="2017"))

    [finding] = found(whole, parts)

    assert [line.label for line in finding.lines[:2]] == ["2015", "2017"]


def test_flags_the_larger_of_two_areas_that_overlap() -> None:
    #   from all                  100
    #   the League (Norland in it) 80, Norland 60, Westland 50: 80 + 50 = 130
    league = says(
        "80",
        slots="subject=karovia|supplier=league",
        extents={"supplier=league": frozenset({"league", "norland"})},
    )
    norland, westland = by_supplier(norland="60", westland="50")

    [finding] = found(from_all("100"), (norland, league, westland))

    assert {part.statement.key for part in finding.parts} >= {league.key, westland.key}
    assert norland.key not in {part.statement.key for part in finding.parts}


def test_quiet_when_suppliers_listed_have_4043_of_4118() -> None:
    parts = by_supplier(norland="3564", sudland="150", westland="100", league="229")

    assert found(from_all("4118"), parts) == []


def test_quiet_when_rounding_allows_the_sum() -> None:
    #   702 + 735 + 1,056 + 313 + 760 = 3,566 of 3,564: five times half a unit
    parts = by_supplier(a="702", b="735", c="1056", d="313", e="760")

    assert found(from_all("3564"), parts) == []


def test_quiet_when_a_member_may_be_counted_twice() -> None:
    #   the League and the Pact share Norland, so 60 + 60 of 100 says nothing
    areas = tuple(
        says(
            "60",
            slots=f"subject=karovia|supplier={area}",
            extents={f"supplier={area}": frozenset({area, "norland"})},
        )
        for area in ("league", "pact")
    )

    assert found(from_all("100"), areas) == []


def test_quiet_when_nobody_said_what_lies_in_an_area() -> None:
    vague = says("60", slots="subject=karovia|supplier=south", extents={})

    assert found(from_all("100"), (*by_supplier(norland="60"), vague)) == []
