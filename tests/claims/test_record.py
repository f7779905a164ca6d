"""Entering claims: all or nothing, with a message that names the one that does not fit."""

from __future__ import annotations

from typing import Any

import pytest

from apps.annotations.models import Review
from apps.claims.actions import record_claims, record_measure
from apps.claims.drafts import ALL, UNSPECIFIED
from apps.claims.models import Claim, Measure
from apps.claims.wording import printed_with_unit, topic, value_in_words
from apps.contradictions.models import Contradiction
from apps.domain.refusals import LONGEST_QUOTE, Refusal
from tests.tiny import row_counts
from tests.world import ALMANAC, REASON, World, disagree, enter_measure, printed_in, table_rows


def test_a_claim_is_stored_with_all_that_follows_from_it(world: World) -> None:
    claim = world.claim("71.5", roles={"supplier": "norland"}, period="2014")

    stored = Claim.objects.get(pk=claim.pk)
    assert (stored.hard.lower, stored.hard.upper) == (71_450_000, 71_550_000)
    assert stored.ulp == 100_000
    assert stored.fact_key == "arms-imports|subject=karovia|supplier=norland|2014|tiv|actual"
    assert stored.strand == "arms-imports|tiv|actual"
    assert set(stored.wider_slot_keys) == {
        f"subject={subject}|supplier={supplier}"
        for subject in ("karovia", "marches", ALL)
        for supplier in ("norland", "league", ALL)
    } - {"subject=karovia|supplier=norland"}
    assert topic(stored) == "arms imports of Karovia from Norland, 2014"
    assert value_in_words(stored) == "71.45 to 71.55 million USD"
    assert printed_with_unit(stored) == "71.5 million USD"


def test_the_world_as_subject_is_all(world: World) -> None:
    claim = world.claim("5", subject="world", roles={"supplier": ALL})

    assert claim.slot_key == "subject=ALL|supplier=ALL"


@pytest.mark.parametrize("roles", [{}, {"supplier": ""}, {"supplier": UNSPECIFIED}])
def test_a_role_left_out_is_unspecified_everywhere(world: World, roles: dict[str, str]) -> None:
    claim = world.claim("5", roles=roles)

    assert claim.slot_key == "subject=karovia|supplier=UNSPECIFIED"
    assert claim.filled_roles.get().scope == UNSPECIFIED


def test_a_role_left_out_is_filled_as_the_measure_says(world: World) -> None:
    claim = world.claim(
        "5", measure="recipient-share", roles={"supplier": ALL}, unit="%", basis="tiv"
    )

    assert claim.slot_key == "subject=karovia|supplier=ALL|within=ALL"
    assert claim.whole_fact_key == "arms-imports|subject=ALL|supplier=ALL|2014|tiv|actual"
    assert claim.filled_roles.get(slot="within", entity__slug="world")


@pytest.mark.parametrize(
    ("spelled", "same"),
    [
        ("2014-01/2014-12", "2014"),
        ("2014/2014", "2014"),
        ("2014-01-01/2016-12-31", "2014/2016"),
        ("201X", "2010/2019"),
        ("2014-02-01/2014-02-28", "2014-02"),
        ("2014-02-01/2014-02-27", "2014-02-01/2014-02-27"),
        ("2014-11-25/2014-11-25", "2014-11-25"),
        ("2014~", "2014~"),
        ("2014/..", "2014/.."),
        ("../2014", "../2014"),
    ],
)
def test_one_period_has_one_key(world: World, spelled: str, same: str) -> None:
    claim = world.claim("5", period=spelled)

    assert claim.fact_key.split("|")[3] == same
    assert claim.period == spelled


def test_history_knows_who_entered_a_claim_and_why(world: World) -> None:
    [claim] = record_claims(
        drafts=[world.draft("100")], by=world.annotator, reason="read the ledger"
    )

    [event] = history(claim)
    assert event.pgh_label == "insert"
    assert event.pgh_context.metadata == {"user": world.annotator.pk, "reason": "read the ledger"}


def history(claim: Claim) -> list[Any]:
    """What the history tells of a claim, oldest first."""
    events = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk)  # type: ignore[attr-defined]
    return list(events.select_related("pgh_context").order_by("pgh_id"))


def test_detection_that_follows_does_not_rename_the_reason(world: World) -> None:
    claim = world.claim("100")
    other = world.claim("900")

    reasons = [event.pgh_context.metadata["reason"] for event in (*history(claim), *history(other))]
    case = Contradiction.objects.get()
    [found] = Contradiction.pgh_event_model.objects.filter(pgh_obj_id=case.pk)  # type: ignore[attr-defined]
    assert reasons == [REASON, REASON]
    assert found.pgh_context.metadata == {"user": world.annotator.pk, "reason": REASON}


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
    ({"unit": ""}, "The unit “” does not fit arms imports"),
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

    assert refused.value.message.startswith("1 of the claims do not fit: ")
    assert f"\n{broken.key[: LONGEST_QUOTE - 1]}" in refused.value.message
    assert message in refused.value.message
    assert refused.value.remedy == "Nothing was stored. Correct them and try again."
    assert row_counts() == before


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


def test_a_print_that_is_not_in_the_text_is_refused_by_its_key(world: World) -> None:
    place = ALMANAC.index("110")
    draft = world.draft("111", source="almanac", key="misread", start=place)

    with pytest.raises(Refusal) as refused:
        world.record(draft)

    assert (
        f"misread: almanac {place}–{place + 3}: “111” was expected, the text has “110”."
        in refused.value.message
    )


def test_two_claims_may_stand_in_one_place(world: World) -> None:
    row = table_rows()[0]

    claims = world.record(row, world.draft("100", source="almanac", start=row.start, period="1999"))

    assert len({claim.evidence.get().passage_id for claim in claims}) == 1


def test_one_place_is_not_quoted_in_two_ways(world: World) -> None:
    #   the wording of the ledger is not here, so only the first quote can tell
    with pytest.raises(Refusal, match="“200” was quoted before as “100”"):
        world.record(world.draft("100", start=5), world.draft("200", start=5))


def test_a_source_whose_text_nobody_expects_takes_no_claims(world: World) -> None:
    from apps.sources.actions import add_source

    add_source(fields={"slug": "rumour", "title": "A Rumour"}, by=world.admin, reason=REASON)

    with pytest.raises(Refusal, match="There is no source with a text “rumour”"):
        world.record(world.draft("1", source="rumour"))


def test_claims_are_proposed_unless_said_otherwise(world: World) -> None:
    [claim] = record_claims(drafts=[world.draft("1")], by=world.annotator, reason=REASON)

    assert claim.review == Review.PROPOSED


# --- measures ---


def test_a_measure_that_does_not_fit_is_refused_by_its_slug(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        record_measure(
            slug="weight",
            fields={"label": "", "phrase": "weight of {subject}", "kind": "heavy"},
            by=world.admin,
            reason=REASON,
        )

    assert refused.value.message.startswith("The measure “weight” cannot be entered. ")
    assert "label: " in refused.value.message
    assert "kind: " in refused.value.message


def test_the_same_measure_again_changes_nothing(world: World) -> None:
    before = row_counts()

    enter_measure("motto", by=world.admin, label="motto", phrase="motto of {subject}", kind="text")

    assert row_counts() == before


def test_claims_follow_a_measure_that_changes(world: World) -> None:
    #   from Norland 100, from all 50: no matter while nobody says that suppliers add up
    enter_measure("arms-imports", by=world.admin, additive_over=[])
    world.claim("100")
    world.claim("50", roles={"supplier": ALL})
    before = Contradiction.objects.count()

    enter_measure("arms-imports", by=world.admin, additive_over=["supplier"])

    assert (before, Contradiction.objects.get().rule) == (0, "part-exceeds-whole")


def test_a_measure_that_is_no_longer_functional_withdraws_what_it_caused(world: World) -> None:
    disagree(world)

    enter_measure("order-date", by=world.admin, is_functional=False)

    assert Contradiction.objects.get(rule="same-fact-disjoint").state == "withdrawn"


def test_claims_gain_a_role_with_their_measure(world: World) -> None:
    claim = world.claim("5", measure="growth", unit="%", period="2014")
    host = {"slot": "host", "label": "host", "all_label": "all hosts", "default": ""}

    enter_measure("growth", by=world.admin, roles=[host])

    stored = Claim.objects.get(pk=claim.pk)
    assert stored.slot_key == "subject=karovia|host=UNSPECIFIED"
    assert stored.filled_roles.get().scope == UNSPECIFIED


def test_a_measure_does_not_leave_its_claims_behind(world: World) -> None:
    world.claim("5", key="heavy")

    with pytest.raises(Refusal) as refused:
        enter_measure("arms-imports", by=world.admin, unit_family="mass")

    assert refused.value.message.startswith("1 of the claims would not fit any more: \nheavy: ")
    assert Measure.objects.get(slug="arms-imports").unit_family == "usd"


def test_a_claim_in_a_table_is_placed_in_it(world: World) -> None:
    from apps.claims.places import heading, places_of

    [claim] = world.record(table_rows()[0])
    [loose] = world.record(
        printed_in(ALMANAC, "almanac", "110", measure="arms-imports", roles={"supplier": "norland"})
    )

    places = places_of([claim, loose])
    assert heading(claim, places[claim.pk]).endswith(", Table 1")
    assert places[loose.pk] == "text"
