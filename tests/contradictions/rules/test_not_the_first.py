"""Firsts and lasts, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import dated, judged, says
from tests.world import World, enter_measure


def stated(reading: str, **fields: Any) -> Statement:
    fields = {"fact": "first", "tells": "first", "topic": "date of the first arms", **fields}
    return dated(reading, **fields)


def found(claim: Statement, value: Statement) -> list[Finding]:
    return judged("not-the-first", stated=(claim,), values=(value,))


def test_flags_arms_that_came_before_the_first_of_them() -> None:
    #   1955–1960  29,996
    #   1964       the first
    first, earlier = stated("1964"), says("29996", period="1955/1960")

    [finding] = found(first, earlier)

    assert (finding.severity, finding.gap_in_words) == (Severity.LIKELY, "4 years")
    assert finding.conflicts == (frozenset({first.key, earlier.key}),)
    assert finding.says == (
        "Almanac gives 1964 for the date of the first arms; before that, in 1955–1960, Almanac "
        "has 29996."
    )


def test_two_that_name_a_first_are_both_at_odds_with_what_came_before() -> None:
    #   1955–1960  29,996
    #   1964       the first, and elsewhere 1965: neither can be
    first, second, earlier = stated("1964"), stated("1965-03"), says("29996", period="1955/1960")

    [finding] = judged("not-the-first", stated=(first, second), values=(earlier,))

    assert [part.statement for part in finding.parts] == [first, earlier, second]
    assert set(finding.conflicts) == {
        frozenset({first.key, earlier.key}),
        frozenset({second.key, earlier.key}),
    }


def test_flags_arms_that_came_after_the_last_of_them() -> None:
    [finding] = found(stated("1964", tells="last"), says("3", period="1970"))

    assert "after that, in 1970, Almanac has 3." in finding.says


@pytest.mark.parametrize(
    ("first", "value"),
    [
        ("1964", says("0", period="1955", kind="count", unit="count")),
        ("1964", says("under 10", period="1955")),
        ("1964", says("5", period="1960/1964")),
        ("1964", says("5", period="1965")),
        ("1964", says("5", period="1955~")),
        ("1964~", says("5", period="1955")),
    ],
)
def test_quiet_when_nothing_certain_came_before(first: str, value: Statement) -> None:
    assert found(stated(first), value) == []


@pytest.fixture
def firsts(world: World) -> World:
    """A measure of when arms imports began."""
    enter_measure(
        "first-imports",
        by=world.admin,
        label="first imports",
        phrase="first imports of {subject} from {supplier}",
        kind="date",
        unit_family="date",
        roles=[{"slot": "supplier", "label": "supplier", "all_label": "", "default": ""}],
        whole="arms-imports",
        tells="first",
    )
    return world


def test_flags_it_whichever_is_entered_last(firsts: World) -> None:
    roles = {"supplier": "norland"}
    firsts.claim("1964", measure="first-imports", roles=roles, period="", basis="tiv")
    firsts.claim("100", period="1960")

    case = Contradiction.objects.get()

    assert (case.rule, case.gap) == ("not-the-first", "4 years")


def test_quiet_about_another_supplier(firsts: World) -> None:
    roles = {"supplier": "sudland"}
    firsts.claim("100", period="1960")
    firsts.claim("1964", measure="first-imports", roles=roles, period="", basis="tiv")

    assert not Contradiction.objects.exists()
