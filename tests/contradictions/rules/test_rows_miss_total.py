"""Rows that miss their total, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, says


def yearly(*printed: str, first: int = 2012) -> tuple[Statement, ...]:
    """One row a year."""
    return tuple(says(reading, period=str(year)) for year, reading in enumerate(printed, first))


def found(total: Statement, rows: tuple[Statement, ...]) -> list[Finding]:
    return judged("rows-miss-total", total=(total,), rows=rows)


def test_flags_rows_that_stay_below_the_total() -> None:
    #   2017–2021   1,822
    #     rows      776 + 604 + 160 + 41 + <20: at most 1,602 and a little
    total = says("1822", period="2017/2021")
    rows = yearly("776", "604", "160", "41", "under 20 estimated", first=2017)

    [finding] = found(total, rows)

    assert finding.severity == Severity.CERTAIN
    assert finding.headline == ("1822", "1,579 to below 1,603 million USD")
    assert finding.gap_in_words == "at least 218.5 million USD"
    assert dict(finding.implied)[total.key].high == 1_603_000_000
    assert str(dict(finding.implied)[rows[4].key]) == "238,500,000 to 243,500,000"


def test_flags_rows_that_go_beyond_the_total() -> None:
    [finding] = found(says("20", period="2012/2013"), yearly("15", "16"))

    assert finding.headline == ("20", "30 to 32 million USD")


def test_flags_the_total_that_clashes_not_the_one_that_says_nothing() -> None:
    #   about 20, and 20: only the second rules the sum out
    vague, total = (says(reading, period="2012/2013") for reading in ("about 20", "20"))
    rows = yearly("15", "16")

    [finding] = judged("rows-miss-total", total=(vague, total), rows=rows)

    assert finding.headline[0] == "20"
    assert finding.conflicts == (frozenset({total.key, *(row.key for row in rows)}),)


def test_flags_many_witnesses_without_blaming_whoever_comes_first() -> None:
    #   eight rows with two witnesses each: more choices than anybody lists
    total = says("20", period="2012/2019")
    rows = (*yearly(*"55555555"), *yearly(*"55555555"))

    [finding] = found(total, rows)

    first = {row.key for row in rows[:8]}
    assert all(total.key in conflict for conflict in finding.conflicts)
    assert {frozenset({total.key, *first}), *finding.conflicts} == set(finding.conflicts)
    for row in rows[:8]:
        assert any(row.key not in conflict for conflict in finding.conflicts)


@pytest.mark.parametrize(
    ("total", "rows"),
    [
        ("3564", ("760", "313", "1056", "735", "702")),
        ("1410", ("1411",)),
        ("6452", ("6454",)),
        ("10674", ("6452", "1599", "1273", "1153", "122", "70", "5")),
        ("about 20", ("15", "16")),
        ("20", ("15", "about 16")),
        ("20", ("15", "16 or 5")),
    ],
)
def test_quiet_when_rounding_or_wording_allows_the_total(total: str, rows: tuple[str, ...]) -> None:
    #   1,411 against 1,410: a sum of six rows, each half a unit off
    #   6,454 against 6,452: a sum of twenty
    kept = {"1411": ("236",) * 5 + ("231",), "6454": ("322",) * 19 + ("336",)}
    drawn = kept.get(rows[0], rows)

    assert found(says(total, period="2002/2021"), yearly(*drawn, first=2002)) == []


def test_quiet_when_the_witnesses_of_a_row_disagree_and_one_fits() -> None:
    #   2012 is 5 in one source and 50 in another: that is a finding of its own
    rows = (*yearly("5", "15"), says("50", period="2012"))

    assert found(says("65", period="2012/2013"), rows) == []
