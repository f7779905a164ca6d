"""Correcting and reviewing claims: with a version, a reason, and nothing lost."""

from __future__ import annotations

from typing import Any

import pytest

from apps.annotations.models import Review
from apps.claims.actions import correct_claim, draft_of, reckon_again, review_claims
from apps.claims.drafts import ALL, ClaimDraft
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction
from apps.domain.refusals import Refusal
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from tests.tiny import row_counts
from tests.world import REASON, World, table_rows


def changed(claim: Claim, **fields: Any) -> ClaimDraft:
    return ClaimDraft(**{**vars(draft_of(claim)), **fields})


def history(claim: Claim) -> list[Any]:
    events = Claim.pgh_event_model.objects.filter(pgh_obj_id=claim.pk)  # type: ignore[attr-defined]
    return list(events.select_related("pgh_context").order_by("pgh_id"))


def test_a_correction_is_stored_with_its_reason(world: World) -> None:
    claim = world.claim("100")

    corrected = correct_claim(
        claim=claim,
        draft=changed(claim, reading="100 estimated"),
        by=world.editor,
        reason="the table says est.",
        version=1,
    )

    stored = Claim.objects.get(pk=claim.pk)
    assert (stored.reading, stored.version, stored.entered_by) == (
        "100 estimated",
        2,
        world.annotator,
    )
    assert corrected == stored
    assert [event.pgh_label for event in history(claim)] == ["insert", "update"]
    assert history(claim)[-1].pgh_context.metadata == {
        "user": world.editor.pk,
        "reason": "the table says est.",
    }


def test_a_draft_of_a_claim_enters_just_that_claim(world: World) -> None:
    [claim] = world.record(table_rows()[3])
    stored = Claim.objects.get(pk=claim.pk)

    again = correct_claim(
        claim=stored, draft=draft_of(stored), by=world.editor, reason="nothing new", version=1
    )

    assert draft_of(again) == draft_of(claim) == table_rows()[3]
    assert again.evidence.get().passage == claim.evidence.get().passage


def test_a_correction_of_what_somebody_else_changed_is_refused(world: World) -> None:
    claim = world.claim("100")
    world.correct(claim, reading="200")

    with pytest.raises(Refusal) as refused:
        correct_claim(
            claim=claim,
            draft=changed(claim, note="mine"),
            by=world.editor,
            reason="too late",
            version=1,
        )

    assert refused.value.message == (
        f"The claim {claim.key} was changed by somebody else meanwhile."
    )
    assert Claim.objects.get(pk=claim.pk).note == ""


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"reading": "many"}, "“many” is not a reading of a figure."),
        ({"subject": "atlantis"}, "There is no entity “atlantis”."),
        ({"start": -1}, "it lies outside the text"),
        ({"period": "2016/2014"}, "is reversed"),
    ],
)
def test_a_correction_that_does_not_fit_changes_nothing(
    world: World, wrong: dict[str, Any], message: str
) -> None:
    claim = world.claim("100")
    before, counts = draft_of(claim), row_counts()

    with pytest.raises(Refusal) as refused:
        world.correct(claim, printed="100", **wrong)

    assert message in refused.value.message
    assert draft_of(Claim.objects.get(pk=claim.pk)) == before
    assert row_counts() == counts


def test_a_key_is_cited_and_stays(world: World) -> None:
    claim = world.claim("100")

    with pytest.raises(Refusal, match="cannot become “other”"):
        world.correct(claim, key="other")


def test_a_claim_moves_to_another_measure_with_its_cases(world: World) -> None:
    claim = world.claim("100")
    world.claim("900")
    date = {"measure": "order-date", "roles": {}, "unit": "", "basis": "", "period": ""}

    world.correct(claim, subject="tank-deal", reading="2016", **date)

    assert Contradiction.objects.get().state == "withdrawn"
    assert Claim.objects.get(pk=claim.pk).filled_roles.count() == 0


def test_a_review_is_recorded_and_a_second_one_like_it_is_nothing(world: World) -> None:
    [claim] = world.record(world.draft("100"), review=Review.PROPOSED)

    for _ in range(2):
        review_claims(claims=[claim], review=Review.ACCEPTED, by=world.editor, reason="fits")

    stored = Claim.objects.get(pk=claim.pk)
    assert (stored.review, stored.version) == (Review.ACCEPTED, 2)
    assert [event.pgh_label for event in history(claim)] == ["insert", "update"]


def test_a_review_reads_the_claim_as_it_is_stored(world: World) -> None:
    stale = world.claim("100")
    world.correct(stale, reading="200")

    review_claims(claims=[stale], review=Review.REJECTED, by=world.editor, reason="not there")

    stored = Claim.objects.get(pk=stale.pk)
    assert (stored.reading, stored.version, stored.review) == ("200", 3, Review.REJECTED)


def test_claims_reckoned_again_without_cause_stay_as_they_are(world: World) -> None:
    for reading in ("100", "over 5", "about 7", "10..20", "1056 or 1.056"):
        world.claim(reading)
    world.claim("2016", measure="order-date", subject="tank-deal", period="")
    world.claim("lindau", measure="event-place", subject="talks", period="")
    world.claim("5", measure="supplier-share", roles={"supplier": "norland"}, unit="%")
    before = row_counts()

    assert reckon_again(claims=Claim.objects.all(), by=None, reason=REASON) == 0
    assert row_counts() == before


def test_claims_reckoned_again_follow_the_authority(world: World) -> None:
    #   Westland 100, the League 50: no matter until Westland joins the League
    claim = world.claim("100", roles={"supplier": "westland"})
    world.claim("50", roles={"supplier": "league"})
    world.claim("900", roles={"supplier": ALL})
    joined = EntityDraft("westland", "Westland", "state", part_of=("world", "league"))
    record_entities(drafts=[joined], by=world.admin, reason=REASON)

    reckon_again(claims=Claim.objects.all(), by=world.admin, reason="Westland joined")

    assert "subject=karovia|supplier=league" in Claim.objects.get(pk=claim.pk).wider_slot_keys
    assert Contradiction.objects.get().rule == "part-exceeds-whole"
