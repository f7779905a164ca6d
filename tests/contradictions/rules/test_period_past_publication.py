"""Times that run past the source that tells of them, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.periods import Period
from apps.domain.statements import Statement
from apps.sources.actions import add_source, expect_original
from tests.contradictions.stating import dated, judged
from tests.world import LEDGER_LENGTH, REASON, World


def claim(reading: str, published: str = "2022", **fields: Any) -> Statement:
    return dated(reading, published=Period.read(published), topic="period of the pact", **fields)


def found(*claims: Statement) -> list[Finding]:
    return judged("period-past-publication", claims=claims)


def test_flags_half_a_century_told_of_before_it_is_over() -> None:
    stretch = claim("2001/2050", tells="stretch", printed="first half of the century")

    [finding] = found(stretch)

    assert (finding.severity, finding.gap_in_words) == (Severity.LIKELY, "28 years")
    assert finding.conflicts == (frozenset({stretch.key}),)
    assert finding.says == (
        "Almanac gives first half of the century for the period of the pact, that is 2001–2050; "
        "the source itself came out in 2022."
    )


def test_flags_an_event_after_the_source() -> None:
    [finding] = found(claim("2023"))

    assert finding.gap_in_words == "1 year"


@pytest.mark.parametrize(
    "told",
    [
        claim("2001/2022", tells="stretch"),
        claim("2001/..", tells="stretch"),
        claim("2022-12-31"),
        claim("2021/2025"),
        claim("2050~"),
        claim("2050", published="2022?"),
    ],
)
def test_quiet_when_it_may_have_been_over(told: Statement) -> None:
    assert found(told) == []


def orders(world: World, published: str, **fields: Any) -> None:
    """A yearbook dates the order of tanks 2023."""
    yearbook = add_source(
        fields={"slug": "yearbook", "title": "The Yearbook", "published": published},
        by=world.admin,
        reason=REASON,
    )
    expect_original(
        source=yearbook, sha256="b" * 64, length=LEDGER_LENGTH, by=world.admin, reason=REASON
    )
    told = {"source": "yearbook", "measure": "order-date", "subject": "tank-deal", "period": ""}
    world.claim("2023", **{**told, **fields})


def test_flags_it_when_it_is_entered(world: World) -> None:
    orders(world, "2022-05")

    assert [case.rule for case in Contradiction.objects.all()] == ["period-past-publication"]


@pytest.mark.parametrize("published", ["2023", "2022?", ""])
def test_quiet_where_the_source_may_be_younger(world: World, published: str) -> None:
    orders(world, published)

    assert not Contradiction.objects.exists()


def test_quiet_about_what_is_planned(world: World) -> None:
    orders(world, "2022", status="planned")

    assert not Contradiction.objects.exists()
