"""A year outside the range that is said to hold for every year, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, says


def found(stated: Statement, single: Statement) -> list[Finding]:
    return judged("yearly-range-left", range=(stated,), year=(single,))


def test_flags_362_in_a_period_of_780_to_1210_a_year() -> None:
    #   every year 2011-2016   780 ....... 1,210
    #   2013             362
    stated = says("0.780..1.21", unit="USD bln", printed="780 million to 1.21 billion")

    [finding] = found(stated, says("362", period="2013"))

    assert finding.severity == Severity.CERTAIN
    assert finding.headline == ("780 million to 1.21 billion", "362")
    assert finding.gap_in_words == "at least 417 million USD"


def test_a_year_in_another_print_of_one_series_makes_it_likely_only() -> None:
    stated = says("8..294", root="yearbook")

    [finding] = found(stated, says("2", source="gazette", root="yearbook", period="2013"))

    assert finding.severity == Severity.LIKELY


def test_flags_a_year_of_300_where_every_year_is_below_300() -> None:
    [finding] = found(says("under 300"), says("at least 300"))

    assert finding.gap_in_words == ""


@pytest.mark.parametrize("reading", ["780", "1212", "about 362", "over 362", "at most 1000"])
def test_quiet_when_the_print_of_the_year_reaches_into_the_range(reading: str) -> None:
    stated = says("0.780..1.21", unit="USD bln")

    assert found(stated, says(reading)) == []
