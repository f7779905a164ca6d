"""Entering claims: all or nothing, with a message that names the one that does not fit."""

from __future__ import annotations

from typing import Any

import pytest

from apps.claims.models import Claim
from apps.domain.refusals import LONGEST_QUOTE, Refusal
from tests.tiny import row_counts
from tests.world import ALMANAC, REASON, World

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"source": "nowhere"}, "There is no source “nowhere”."),
    ({"measure": "weight"}, "There is no measure “weight”."),
    ({"subject": "atlantis"}, "There is no entity “atlantis”."),
    ({"roles": {"supplier": "atlantis"}}, "There is no entity “atlantis”."),
    ({"roles": {"buyer": "norland"}}, "arms imports has no role “buyer”."),
    ({"period": "2016/2014"}, "“2016/2014” is reversed."),
    ({"period": "2014-13"}, "“2014-13”: there is no month 13."),
    ({"period": "9999"}, "The period “9999” ends where the calendar does."),
    ({"reading": "1,056"}, "“1,056” has a comma."),
    ({"reading": "NaN"}, "“NaN” is not a number."),
    ({"reading": ""}, "The reading is empty."),
    ({"reading": "-5"}, "“-5” is negative, and this figure cannot be."),
    ({"unit": "USD milion"}, "“USD milion” is not a known unit."),
    ({"unit": "tonnes"}, "The unit “tonnes” does not fit arms imports"),
    ({"unit": ""}, "No unit is said for arms imports, which is measured in USD."),
    ({"basis": "real"}, "The basis “real” is not known."),
    ({"status": "rumoured"}, "The status “rumoured” is not known."),
    ({"sums": "buyer"}, "“buyer” is no slot of arms imports."),
    ({"start": 5, "end": 2}, "it ends before it begins"),
    ({"start": 5, "end": 5}, "it holds no character"),
    ({"start": -3, "end": 2}, "it lies outside the text"),
    ({"start": 10**12, "end": 10**12 + 3}, "it lies outside the text"),
    ({"start": 700, "end": 707}, "“100” has 3 characters, the place 7"),
    ({"attribution": "x" * 301}, "The attribution has 301 characters; 300 fit."),
    ({"note": "half a \ud800"}, "The note holds a NUL or half a character."),
    ({"root": "NUL \0"}, "The root holds a NUL or half a character."),
    ({"printed": "1\x000"}, "The printed holds a NUL or half a character."),
    ({"key": ""}, "The claim has no key."),
    ({"key": "k" * 121}, "The key has 121 characters; 120 fit."),
    ({"key": "taken"}, "The key is taken."),
    ({"measure": "order-date", "unit": "USD mln"}, "which is no figure"),
    ({"measure": "event-place", "unit": "", "basis": ""}, "There is no entity “100”."),
]


@pytest.mark.parametrize(("wrong", "message"), REFUSED)
def test_what_does_not_fit_is_refused_by_its_key_and_nothing_is_stored(
    world: World, wrong: dict[str, Any], message: str
) -> None:
    world.claim("7", key="taken")
    if "measure" in wrong:
        wrong = {"roles": {}, **wrong}
    broken = world.draft("100", **{"key": "broken", "printed": "100", **wrong})
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        world.record(world.draft("1"), broken, world.draft("3"))

    assert refused.value.message.startswith("1 of the claims does not fit: ")
    assert f"\n{broken.key[: LONGEST_QUOTE - 1]}" in refused.value.message
    assert message in refused.value.message
    assert refused.value.remedy == "Nothing was stored. Correct what is named and try again."
    assert row_counts() == before


def test_one_claim_alone_is_refused_without_its_key(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        world.record(world.draft("banana", key="made-up"))

    assert refused.value.message == "“banana” is not a reading of a figure."
    assert refused.value.remedy


def test_every_claim_that_does_not_fit_is_named(world: World) -> None:
    drafts = [world.draft("one", key=f"k{number}") for number in range(25)]

    with pytest.raises(Refusal) as refused:
        world.record(*drafts)

    assert refused.value.message.startswith("25 of the claims do not fit: ")
    assert "\nk0: " in refused.value.message
    assert refused.value.message.endswith("… and 5 more.")


def test_a_key_given_twice_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match=r"\nsame: The key is taken\."):
        world.record(world.draft("1", key="same"), world.draft("2", key="same"))

    assert Claim.objects.count() == 0


def test_a_print_that_is_not_in_the_text_is_refused_by_its_place(world: World) -> None:
    place = ALMANAC.index("110")
    draft = world.draft("111", source="almanac", key="misread", start=place)

    with pytest.raises(Refusal) as refused:
        world.record(draft)

    assert refused.value.message == (
        f"almanac {place}–{place + 3}: “111” was expected, the text has “110”."
    )


def test_one_place_is_not_quoted_in_two_ways(world: World) -> None:
    #   the wording of the ledger is not here, so only the first quote can tell
    with pytest.raises(Refusal, match="“200” was quoted before as “100”"):
        world.record(world.draft("100", start=5), world.draft("200", start=5))


def test_a_source_whose_text_nobody_expects_takes_no_claims(world: World) -> None:
    from apps.sources.actions import add_source

    add_source(fields={"slug": "rumour", "title": "A Rumour"}, by=world.admin, reason=REASON)

    with pytest.raises(Refusal, match="There is no source with a text “rumour”"):
        world.record(world.draft("1", source="rumour"))


def test_a_claim_prints_a_value_and_no_passage(world: World) -> None:
    with pytest.raises(Refusal, match="The print has more than 20 words"):
        world.claim("72", printed="seventy two " * 11)
