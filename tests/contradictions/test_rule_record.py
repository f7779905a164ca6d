"""How the rules have fared, from the verdicts on what they found."""

from __future__ import annotations

from decimal import Decimal

from django.test import Client

from apps.contradictions.models import Verdict
from apps.contradictions.rule_record import RuleRecord, rule_records
from tests.contradictions.cases import cases
from tests.world import World

Kind = Verdict.Kind
CODE = "same-fact-disjoint"


def record() -> RuleRecord:
    [found] = rule_records(CODE)
    return found


def differ(world: World, *years: str) -> None:
    """For each year, two figures that cannot both be true."""
    for year in years:
        world.claim("100", period=year)
        world.claim("200", period=year)


def test_a_rule_that_nobody_judged_has_no_precision(world: World) -> None:
    differ(world, "2014")

    assert (record().found, record().open, record().precision) == (1, 1, None)


def test_precision_counts_false_alarms_against_all_that_was_judged(world: World) -> None:
    differ(world, "2014", "2015", "2016", "2017")
    first, second, third, _ = cases()

    world.settle(first, Kind.BOTH_STAND)
    world.settle(second, Kind.ROUNDING)
    world.settle(third, Kind.FALSE_ALARM)

    assert (record().found, record().open, record().settled) == (4, 1, 3)
    assert (record().right, record().judged, record().precision) == (2, 3, Decimal(67))


def test_the_pages_show_it(world: World, client: Client) -> None:
    differ(world, "2014")
    world.settle(cases()[0], Kind.BOTH_STAND)

    listed = client.get("/rules/").content.decode()
    alone = client.get(f"/rules/{CODE}/").content.decode()

    assert "precision 100 % (1 of 1 judged)" in listed
    assert "precision 100 % (1 of 1 judged)" in alone
    assert "not judged yet" in listed


def test_an_undecided_case_says_nothing_of_the_rule(world: World) -> None:
    differ(world, "2014")

    world.settle(cases()[0], Kind.UNDECIDED, would_decide="the yearbook of 2015")

    assert record().judged == 0
