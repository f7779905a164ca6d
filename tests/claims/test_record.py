"""Entering claims: what is stored, what follows from it, and who did it."""

from __future__ import annotations

from typing import Any

import pytest

from apps.annotations.models import Review
from apps.claims.actions import record_claims
from apps.claims.drafts import ALL, UNSPECIFIED
from apps.claims.models import Claim
from apps.claims.wording import printed_with_unit, topic, value_in_words
from apps.contradictions.models import Contradiction
from tests.world import ALMANAC, REASON, World, printed_in, table_rows


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


def test_two_claims_may_stand_in_one_place(world: World) -> None:
    row = table_rows()[0]

    claims = world.record(row, world.draft("100", source="almanac", start=row.start, period="1999"))

    assert len({claim.evidence.get().passage_id for claim in claims}) == 1


def test_claims_are_proposed_unless_said_otherwise(world: World) -> None:
    [claim] = record_claims(drafts=[world.draft("1")], by=world.annotator, reason=REASON)

    assert claim.review == Review.PROPOSED


def test_a_claim_in_a_table_is_placed_in_it(world: World) -> None:
    from apps.claims.places import heading, places_of

    [claim] = world.record(table_rows()[0])
    [loose] = world.record(
        printed_in(ALMANAC, "almanac", "110", measure="arms-imports", roles={"supplier": "norland"})
    )

    places = places_of([claim, loose])
    assert heading(claim, places[claim.pk]).endswith(", Table 1")
    assert places[loose.pk] == "text"
