"""Two answers to one question, drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.domain.periods import Period
from apps.domain.spans import Span
from apps.domain.statements import Statement
from apps.domain.units import unit
from tests.contradictions.stating import counted, dated, judged, says


def found(*claims: Statement) -> list[Finding]:
    return judged("same-fact-disjoint", claims=claims)


def test_flags_duplicates_100_and_900() -> None:
    #   100   [99.5, 100.5]
    #   900   [899.5, 900.5]
    one, other = says("100"), says("900")

    [finding] = found(one, other)

    assert finding.severity == Severity.CERTAIN
    assert finding.headline == ("100", "900")
    assert finding.gap_in_words == "at least 799 million USD"
    assert finding.conflicts == (frozenset({one.key, other.key}),)


def test_flags_ten_to_below_eleven_against_exactly_eleven() -> None:
    #   [10, 11) and 11 touch and have no value in common
    below = counted("10", hard=Span(Decimal(10), Decimal(11), high_closed=False))

    [finding] = found(below, counted("11"))

    assert finding.severity == Severity.CERTAIN
    assert finding.gap_in_words == ""
    assert finding.says.endswith("gives 10 and elsewhere 11: no value is both.")


def test_flags_an_order_of_2016_against_2017() -> None:
    #   2016   1 January 2016 … 31 December 2016
    #   2017   1 January 2017 … 31 December 2017
    [finding] = found(dated("2016"), dated("2017"))

    assert finding.gap_in_words == "1 year"
    assert finding.gap_in_ulps == 1
    assert finding.severity == Severity.CERTAIN


def test_a_date_worked_out_from_words_makes_it_likely_only() -> None:
    #   2010 … 2011, and in an article of 2014 “still to come”
    [finding] = found(dated("2010/2011"), dated("2014/..", printed="still to come"))

    assert finding.severity == Severity.LIKELY


def test_flags_all_that_some_other_claim_shuts_out() -> None:
    #   2022, 2023, 2023, and "2022 or 2023": the last fits everybody
    first, second, third = dated("2022"), dated("2023"), dated("2023")
    fourth = dated("2022/2023")

    [finding] = found(first, second, third, fourth)

    involved = {part.statement.key for part in finding.parts}
    assert involved == {first.key, second.key, third.key}
    assert set(finding.conflicts) == {
        frozenset({first.key, second.key}),
        frozenset({first.key, third.key}),
    }


@pytest.mark.parametrize(("other", "severity"), [("2", "likely"), ("8.7", "note")])
def test_two_prints_of_one_series_are_only_likely_at_odds(other: str, severity: str) -> None:
    #   8 in one print of a yearbook, 2 or 8.7 in another: figures of yearbooks are revised
    first = says("8", root="yearbook")

    [finding] = found(first, says(other, source="gazette", root="yearbook"))

    assert finding.severity == severity


def test_tells_of_two_sources_where_one_is_as_far_from_itself() -> None:
    #   Gazette 2022, and 2023 in its list; Almanac, whose year it is, 2022
    gazette = [dated(year, label="Gazette", source="gazette") for year in ("2022", "2023")]

    [finding] = found(*gazette, dated("2022"))

    assert finding.says.endswith("Gazette gives 2023 and Almanac gives 2022: 1 year apart.")


def test_of_pairs_as_wide_within_a_source_one_of_two_places_is_told() -> None:
    [finding] = found(dated("2022"), dated("2023"), dated("2023", label="Almanac, references"))

    assert "Almanac gives 2022 and Almanac, references gives 2023" in finding.says


def test_flags_a_gap_below_one_unit_as_a_rounding_note() -> None:
    #   1.5 bln    [1.45, 1.55]
    #   1,556 mln  [1,555.5, 1,556.5]: 5.5 mln beyond, where a unit is 100 mln
    [finding] = found(says("1.5", unit="USD bln"), says("1556"))

    assert finding.severity == Severity.NOTE
    assert finding.explanations[0] == "rounding"
    assert finding.gap_in_words == "at least 0.0055 billion USD"


def test_flags_ranks_in_places() -> None:
    [finding] = found(
        counted("4", kind="rank", unit="rank"), counted("7", kind="rank", unit="rank")
    )

    assert finding.gap_in_words == "3 places"


@pytest.mark.parametrize(
    "loose",
    [
        {"slots": "subject=karovia|supplier=UNSPECIFIED"},
        {"period": "2000~"},
        {"period": "2001/.."},
        {"period": "2001/"},
    ],
)
def test_flags_loose_questions_as_advisories_only(loose: dict[str, str]) -> None:
    [finding] = found(says("100", **loose), says("900", **loose))

    assert finding.severity == Severity.ADVISORY
    assert finding.explanations[0] == "scope"


def test_flags_figures_of_any_size() -> None:
    #   1 tank against a number of thirty digits
    [finding] = found(counted("1"), counted("9" * 30))

    assert finding.gap_in_ulps == Decimal(10) ** 15
    assert finding.gap_in_words == "999,999,999,999,000,000,000,000,000,000"


def test_flags_nought_against_three_hundred_as_no_slip_of_scale() -> None:
    #   0     [0, 0.5]
    #   300   [299.5, 300.5]; a thousand times nought would reach it
    [finding] = found(says("0"), says("300"))

    assert finding.rule == "same-fact-disjoint"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (dated("2014-11"), dated("2014-11-25")),
        (dated("2002"), dated("2002-05")),
        (dated("2016~"), dated("2017")),
        (dated("2016?"), dated("2017")),
        (dated("201X"), dated("2016")),
        (says("10.5"), says("10.45")),
        (says("about 100"), says("900")),
        (says("over 60"), says("61")),
        (says("nearly 200"), says("199")),
        (says("at most 20"), says("20")),
        (says("under 20 estimated"), says("20")),
        (says("1056 or 1.056", unit="USD bln"), says("1056")),
        (says("5", unit="USD bln"), says("5")),
    ],
)
def test_quiet_when_the_prints_allow_a_common_value_or_a_slip_explains_them(
    one: Statement, other: Statement
) -> None:
    assert found(one, other) == []
    assert found(other, one) == []


def test_quiet_about_months_is_not_quiet_about_days_outside_of_them() -> None:
    #   November 2014 holds the 25th, and not the 1st of December
    november = dated("2014-11", dated=Period.read("2014-11"))

    [finding] = found(november, dated("2014-12-01"))

    assert finding.unit == unit("date")
    assert finding.gap_in_words == "at least 1 day"
