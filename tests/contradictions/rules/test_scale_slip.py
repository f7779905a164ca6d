"""Slips of scale, drawn."""

from __future__ import annotations

import pytest

from apps.contradictions.findings import Severity
from apps.domain.statements import Statement
from tests.contradictions.stating import counted, dated, judged, says, share


def test_flags_1056_billion_against_1056_million_and_nothing_else_does() -> None:
    #   1,056 bln (or 1.056 bln, as the author may mean)
    #   1,056 mln
    text, table = says("1056 or 1.056", unit="USD bln"), says("1056")

    [finding] = judged("scale-slip", claims=(text, table))

    assert finding.severity == Severity.LIKELY
    assert finding.explanations == ("decimal-separator",)
    assert finding.gap_in_words == "a factor of 1,000"
    assert judged("same-fact-disjoint", claims=(text, table)) == []


def test_flags_million_printed_for_billion() -> None:
    [finding] = judged("scale-slip", claims=(says("7"), says("7", unit="USD bln")))

    assert finding.explanations == ("unit-slip",)
    assert finding.says.endswith("differ by a factor of 1,000; they agree if a unit was mixed up.")


def test_flags_a_factor_of_a_million() -> None:
    [finding] = judged("scale-slip", claims=(says("7", unit="USD"), says("7")))

    assert finding.gap_in_words == "a factor of 1,000,000"


def test_flags_only_those_that_a_slip_explains() -> None:
    #   7 mln, 7 bln, and 50 mln, which is another matter
    seven, billions, fifty = says("7"), says("7", unit="USD bln"), says("50")

    [slip] = judged("scale-slip", claims=(seven, billions, fifty))
    [other] = judged("same-fact-disjoint", claims=(seven, billions, fifty))

    assert {part.statement.key for part in slip.parts} == {seven.key, billions.key}
    assert frozenset({seven.key, billions.key}) not in other.conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (says("1056"), says("1.056", unit="USD bln")),
        (says("0"), says("300")),
        (says("over 7"), says("under 5")),
        (says("7"), says("70")),
        (share("7"), share("0.007")),
        (dated("2016"), dated("2017")),
        (counted("64"), counted("64")),
        (says("10.5 or 105"), says("105")),
    ],
)
def test_quiet_when_the_figures_agree_or_no_thousand_explains_them(
    one: Statement, other: Statement
) -> None:
    assert judged("scale-slip", claims=(one, other)) == []
    assert judged("scale-slip", claims=(other, one)) == []
