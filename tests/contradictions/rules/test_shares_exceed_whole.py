"""Shares of one whole, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, share
from tests.world import World


def of(supplier: str, reading: str) -> Statement:
    slots = f"subject=karovia|supplier={supplier}"
    return share(reading, slots=slots, fact=f"share|{supplier}", topic=f"share of {supplier}")


def found(*shares: Statement) -> list[Finding]:
    return judged("shares-exceed-whole", shares=shares)


def test_flags_shares_of_107_per_cent() -> None:
    #   86.6 + 4.4 + 3.5 + 12.8
    [finding] = found(of("a", "86.6"), of("b", "4.4"), of("c", "3.5"), of("d", "12.8"))

    assert finding.severity == Severity.CERTAIN
    assert finding.gap_in_words == "at least 7.1 percentage points"
    assert finding.says == (
        "Almanac gives shares of 86.6 + 12.8 + 4.4 + 3.5 per cent of one whole, which are more "
        "than 100 together."
    )


@pytest.mark.parametrize(
    "shares",
    [
        (of("a", "86.6"), of("b", "13.5")),
        (of("a", "60"), of("b", "over 40")),
        (of("a", "60"), of("b", "about 60")),
    ],
)
def test_quiet_when_they_may_come_to_the_whole(shares: tuple[Statement, ...]) -> None:
    assert found(*shares) == []


def has_share(world: World, supplier: str, reading: str, period: str = "2014") -> None:
    told: dict[str, Any] = {"measure": "supplier-share", "basis": "tiv", "unit": "%"}
    world.claim(reading, roles={"supplier": supplier}, period=period, **told)


def test_flags_it_when_the_last_share_is_entered(world: World) -> None:
    has_share(world, "norland", "70")
    has_share(world, "westland", "40")

    case = Contradiction.objects.get()

    assert (case.rule, case.gap) == ("shares-exceed-whole", "at least 9 percentage points")


def test_flags_it_once_when_a_third_share_comes_in(world: World) -> None:
    has_share(world, "norland", "70")
    has_share(world, "westland", "40")
    has_share(world, "sudland", "10")

    assert [case.gap for case in Contradiction.objects.open()] == [
        "at least 18.5 percentage points"
    ]


def test_quiet_about_a_league_and_its_member(world: World) -> None:
    has_share(world, "norland", "60")
    has_share(world, "league", "70")

    assert not Contradiction.objects.exists()


def test_quiet_about_shares_of_other_years(world: World) -> None:
    has_share(world, "norland", "70")
    has_share(world, "westland", "40", period="2015")

    assert not Contradiction.objects.exists()


def test_a_case_stands_whatever_is_entered_beside_it(world: World) -> None:
    for supplier in ("norland", "sudland"):
        roles = {"supplier": supplier}
        world.claim("60", measure="supplier-share", roles=roles, unit="%", basis="tiv")

    world.claim("100", period="2015")

    [case] = Contradiction.objects.all()
    assert (case.rule, case.state) == ("shares-exceed-whole", "open")
