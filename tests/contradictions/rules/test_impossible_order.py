"""Steps in an order that cannot be, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import dated, judged
from tests.world import World, enter_measure


def ordered(reading: str) -> Statement:
    return dated(reading, topic="order date of the tanks")


def delivered(reading: str) -> Statement:
    return dated(reading, fact="delivery-date", topic="delivery date of the tanks", label="Gazette")


def found(earlier: Statement, *later: Statement) -> list[Finding]:
    return judged("impossible-order", earlier=(earlier,), later=later)


def test_flags_a_delivery_in_the_year_before_the_order() -> None:
    #   2015  delivered ....
    #   2016             .... ordered
    [finding] = found(ordered("2016"), delivered("2015"))

    assert finding.severity == Severity.CERTAIN
    assert finding.gap_in_words == "1 year"
    assert finding.says == (
        "Gazette gives 2015 for the delivery date of the tanks. That is 1 year before the order "
        "date of the tanks, for which Almanac gives 2016."
    )


def test_flags_every_witness_of_the_wrong_day() -> None:
    first = ordered("2010-10-30")

    [finding] = found(first, delivered("2010-10-01"), delivered("2010-10"))

    assert finding.gap_in_words == "29 days"
    assert [len(conflict) for conflict in finding.conflicts] == [2]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2016", "2016"),
        ("2016-05", "2016"),
        ("2025-05-11", "2025-05-12"),
        ("2016~", "2014"),
        ("2016", "../2019"),
        ("2016", "2014/2016"),
    ],
)
def test_quiet_when_the_later_step_may_be_no_earlier(first: str, second: str) -> None:
    assert found(ordered(first), delivered(second)) == []


@pytest.fixture
def steps(world: World) -> World:
    """Orders, deliveries and entries into service, each after the one before."""
    for slug, follows in (("delivery-date", "order-date"), ("service-date", "delivery-date")):
        kind: dict[str, Any] = {"kind": "date", "unit_family": "date", "follows": [follows]}
        enter_measure(slug, by=world.admin, label=slug, phrase=f"{slug} of {{subject}}", **kind)
    return world


def says(world: World, measure: str, reading: str, **fields: Any) -> None:
    world.claim(reading, measure=measure, subject="tank-deal", period="", **fields)


def test_flags_steps_between_which_nothing_is_said(steps: World) -> None:
    says(steps, "service-date", "2014")
    says(steps, "order-date", "2016")

    case = Contradiction.objects.get()

    assert (case.rule, case.gap) == ("impossible-order", "2 years")


def test_quiet_about_what_was_only_expected(steps: World) -> None:
    says(steps, "delivery-date", "2014", status="expected")
    says(steps, "order-date", "2016")

    assert not Contradiction.objects.exists()
