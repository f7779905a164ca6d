"""A part larger than its whole, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.domain.statements import Statement
from tests.contradictions.stating import counted, from_all, judged, says


def found(whole: tuple[Statement, ...], part: tuple[Statement, ...]) -> list[Finding]:
    return judged("part-exceeds-whole", whole=whole, part=part)


def test_flags_72_from_one_supplier_of_less_than_20_from_all() -> None:
    #   from all       <20 (est.)   [0, 20)
    #   from Norland   72           [71.5, 72.5]
    whole, part = from_all("under 20 estimated", printed="<20 (est.)"), says("72")

    [finding] = found((whole,), (part,))

    assert finding.severity == Severity.CERTAIN
    assert finding.headline == ("72", "<20 (est.)")
    assert finding.gap_in_words == "at least 51.5 million USD"
    assert dict(finding.implied)[whole.key].low == 71_500_000


def test_flags_a_value_of_3_2_billion_in_a_package_of_2_billion() -> None:
    [finding] = found((says("2", unit="USD bln"),), (says("3.2", unit="USD bln"),))

    assert finding.severity == Severity.CERTAIN


def test_flags_a_count_of_other_years_in_another_source_as_likely() -> None:
    #   2001–2025   4 boats, in one source
    #   2002–2012   6 boats, in another
    part = counted("6", period="2002/2012", source="gazette")

    [finding] = found((counted("4", period="2001/2025"),), (part,))

    assert finding.severity == Severity.LIKELY


def test_flags_what_is_not_both_over_60_and_at_most_60() -> None:
    [finding] = found((from_all("at most 60"),), (says("over 60"),))

    assert finding.severity == Severity.CERTAIN
    assert finding.gap_in_words == ""


def test_flags_only_the_witnesses_that_clash_by_themselves() -> None:
    #   whole   0 to 100, and 50 to 200: together 50 to 100
    #   part    150, which the second witness allows
    low, high = from_all("0..100"), from_all("50..200")
    part = says("150")

    [finding] = found((low, high), (part,))

    assert finding.conflicts == (frozenset({low.key, part.key}),)
    assert finding.headline == ("150", "0..100")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        (from_all("909"), says("702")),
        (from_all("294"), says("294")),
        (from_all("293"), says("294")),
        (from_all("about 20"), says("72")),
        (from_all("under 20"), says("about 72")),
        (from_all("1 or 1000"), says("72")),
        (from_all("over 20"), says("72")),
        (counted("4"), counted("4")),
    ],
)
def test_quiet_when_the_part_may_equal_the_whole(whole: Statement, part: Statement) -> None:
    assert found((whole,), (part,)) == []


def test_quiet_when_the_claims_on_the_whole_disagree_and_one_has_room() -> None:
    #   whole   100 in one source, 900 in another; the hull has room for 500
    assert found((from_all("100"), from_all("900")), (says("500"),)) == []
