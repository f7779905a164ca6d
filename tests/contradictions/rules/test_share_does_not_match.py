"""Shares that part and whole do not give, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.reckoning import reckoning_of
from apps.domain.statements import Statement
from apps.domain.units import unit
from tests.contradictions.stating import from_all, judged, says, share


def found(printed: Statement, part: Statement, whole: Statement) -> list[Finding]:
    return judged("share-does-not-match", share=(printed,), part=(part,), whole=(whole,))


def test_flags_2_8_per_cent_where_100_of_4118_are_2_43() -> None:
    printed, part, whole = share("2.8"), says("100"), from_all("4118")

    [finding] = found(printed, part, whole)

    assert finding.severity == Severity.CERTAIN
    assert finding.headline == ("2.8 %", "100 of 4118")
    assert finding.gap_in_words == "at least 0.3 percentage points"
    assert finding.says.endswith("100 (Almanac) of 4118 (Almanac) is 2.428 per cent.")
    assert {key for key, _ in finding.implied} == {printed.key, part.key, whole.key}


def test_flags_0_4_per_cent_where_2_of_1410_are_0_14() -> None:
    [finding] = found(share("0.4"), says("2"), from_all("1410"))

    assert finding.severity == Severity.CERTAIN


def test_flags_less_than_one_unit_as_a_rounding_note() -> None:
    #   3.5 is printed, 150 of 4,118 are 3.64: 0.08 beyond, where a unit is 0.1
    [finding] = found(share("3.5"), says("150"), from_all("4118"))

    assert finding.severity == Severity.NOTE
    assert finding.gap_in_words == "at least 0.079 percentage points"


def test_flags_a_share_of_a_whole_that_is_next_to_nothing() -> None:
    #   5 of less than 20 are over 22 per cent
    [finding] = found(share("10"), says("5"), from_all("under 20"))

    assert finding.says.endswith("is at least 22.5 per cent.")


def test_flags_lines_in_per_cent_only() -> None:
    [finding] = found(share("2.8"), says("100"), from_all("4118"))

    assert finding.unit == unit("%")
    assert [line.label for line in finding.lines] == ["Share as reckoned", "Almanac"]


def test_flags_with_the_witness_that_clashes() -> None:
    #   over 60, and 63: part and whole give 61
    vague, printed = share("over 60"), share("63", printed="63 per cent")

    [finding] = judged(
        "share-does-not-match",
        share=(vague, printed),
        part=(says("610"),),
        whole=(from_all("1000"),),
    )

    assert finding.headline[0] == "63 per cent"
    assert all(printed.key in conflict for conflict in finding.conflicts)


@pytest.mark.parametrize(
    ("printed", "part", "whole"),
    [
        ("86.6", "3564", "4118"),
        ("60.5", "6452", "10674"),
        ("0.65", "70", "10674"),
        ("100", "294", "294"),
        ("0.05", "5", "10674"),
        ("under 1", "0", "0"),
        ("50", "5", "about 20"),
        ("2", "5 or 0.4", "20"),
    ],
)
def test_quiet_when_rounding_or_wording_allows_it(printed: str, part: str, whole: str) -> None:
    assert found(share(printed), says(part), from_all(whole)) == []


def test_quiet_when_a_figure_may_be_negative() -> None:
    part = says("0", non_negative=False)

    assert found(share("50"), part, from_all("1000")) == []


def test_quiet_when_the_part_is_the_whole() -> None:
    #   the share of all suppliers among all suppliers, whatever is printed
    whole = from_all("1000")

    assert found(share("2"), whole, whole) == []


def test_what_the_others_imply_is_legible_and_never_narrower() -> None:
    #   150 of 4,118: 3.6299623669… to 3.6551303765… per cent
    printed = share("3.5")
    [finding] = found(printed, says("150"), from_all("4118"))

    spans = {row["key"]: row["words"] for row in reckoning_of(finding)["implied"]}

    assert spans[printed.key] == "3.629 to 3.656 %"
