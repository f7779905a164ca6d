"""What claims on one fact leave possible together, and where the question itself is open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.domain.spans import Span
from apps.domain.statements import agreed, by_fact
from tests.contradictions.stating import from_all, says

MILLION = 1_000_000
readings = st.sampled_from(["5", "8", "10", "5..8", "over 8", "under 8", "about 5", "8 or 8000"])


def millions(low: str, high: str) -> Span:
    return Span(Decimal(low) * MILLION, Decimal(high) * MILLION)


def test_claims_that_agree_leave_what_all_of_them_allow() -> None:
    assert agreed((says("5..10"), says("8..20"))) == millions("7.5", "10.5")


def test_claims_that_disagree_leave_all_that_lies_between() -> None:
    assert agreed((says("5"), says("20"))) == millions("4.5", "20.5")


def test_a_second_reading_leaves_more_possible() -> None:
    assert agreed((says("8 or 20"),)) == millions("7.5", "20.5")


def test_a_bare_hedge_leaves_everything_possible() -> None:
    assert agreed((says("about 5"),)) == Span.at_least(Decimal(0))
    assert agreed((says("about 5"), says("9"))) == millions("8.5", "9.5")


@given(st.lists(readings, min_size=1, max_size=4))
def test_the_order_of_claims_does_not_matter(drawn: list[str]) -> None:
    claims = tuple(says(reading) for reading in drawn)

    assert agreed(claims) == agreed(claims[::-1])


@given(st.lists(readings, min_size=1, max_size=4))
def test_what_is_left_lies_in_what_they_say(drawn: list[str]) -> None:
    claims = tuple(says(reading) for reading in drawn)
    everything = claims[0].hard
    for claim in claims:
        for reading in claim.readings:
            everything = everything.hull(reading)

    assert everything.contains(agreed(claims))


@pytest.mark.parametrize(
    ("fields", "is_loose"),
    [
        ({}, False),
        ({"period": ""}, False),
        ({"period": "../1989"}, False),
        ({"period": "201X"}, False),
        ({"period": "2014~"}, True),
        ({"period": "2014?"}, True),
        ({"period": "2014/"}, True),
        ({"period": "/2014"}, True),
        ({"period": "2014/.."}, True),
        ({"slots": "subject=karovia|supplier=UNSPECIFIED"}, True),
        ({"slots": "subject=karovia|supplier=ALL"}, False),
    ],
)
def test_a_question_is_loose_where_role_or_period_is_open(
    fields: dict[str, str], is_loose: bool
) -> None:
    assert says("5", **fields).is_loose is is_loose


def test_facts_come_in_the_order_of_their_first_claims() -> None:
    one, other, again = says("5"), from_all("9"), says("6")

    assert by_fact((one, other, again)) == [(one, again), (other,)]


def test_a_part_knows_what_sets_it_apart_from_its_whole() -> None:
    assert says("5").own_pieces(from_all("9")) == {"supplier=norland"}
    assert from_all("9").own_pieces(from_all("5")) == frozenset()
