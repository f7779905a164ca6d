"""What must always hold is held by the database too: each constraint, tried to be broken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from apps.claims.models import Claim, ClaimRole, Evidence
from apps.contradictions.models import Contradiction, Involvement, Step, Verdict
from tests.world import WHY, World

State, Kind = Contradiction.State, Verdict.Kind


def refused(constraint: str, attempt: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        attempt()


def test_a_contradiction_is_settled_wholly_or_not_at_all(world: World, case: Contradiction) -> None:
    name, stored = (
        "contradiction_settled_wholly_or_not_at_all",
        Contradiction.objects.filter(pk=case.pk),
    )

    refused(name, lambda: stored.update(state=State.SETTLED))
    verdict = world.settle(case, Kind.UNDECIDED)
    refused(name, lambda: stored.update(state=State.OPEN))
    refused(name, lambda: stored.update(settled_by=None))
    assert stored.get().settled_by == verdict


def test_a_contradiction_in_review_has_a_reviewer(case: Contradiction) -> None:
    refused(
        "contradiction_in_review_has_a_reviewer",
        lambda: Contradiction.objects.update(state=State.IN_REVIEW),
    )


def test_a_finding_is_one_contradiction(case: Contradiction) -> None:
    refused(
        "fingerprint",
        lambda: Contradiction.objects.create(
            fingerprint=case.fingerprint, rule=case.rule, severity="certain", inputs_hash="0"
        ),
    )


def test_a_claim_is_involved_once(case: Contradiction) -> None:
    claim = Claim.objects.earliest("pk")
    refused(
        "claim_involved_once",
        lambda: Involvement.objects.create(contradiction=case, claim=claim, part="claim"),
    )


@pytest.mark.parametrize("rationale", ["", "too short", " " * 30, "\n" * 30, "123456789 "])
def test_a_verdict_has_a_rationale(world: World, case: Contradiction, rationale: str) -> None:
    refused(
        "verdict_has_a_rationale",
        lambda: Verdict.objects.create(
            contradiction=case, kind=Kind.UNDECIDED, rationale=rationale, given_by=world.editor
        ),
    )


def test_ten_characters_are_a_rationale_on_several_lines_too(
    world: World, case: Contradiction
) -> None:
    Verdict.objects.create(
        contradiction=case, kind=Kind.UNDECIDED, rationale="a\n\n12345\n\nb", given_by=world.editor
    )


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: Verdict.objects.update(rationale="Somebody else thought so."),
        lambda: Verdict.objects.all().delete(),
    ],
)
def test_a_verdict_is_never_changed_and_never_deleted(
    world: World, case: Contradiction, attempt: Callable[[], object]
) -> None:
    world.settle(case, Kind.UNDECIDED)
    Contradiction.objects.update(state=State.OPEN, settled_by=None)

    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        attempt()

    assert Verdict.objects.get().rationale == WHY


@pytest.mark.parametrize(
    "attempt",
    [lambda: Step.objects.update(says="Nothing happened."), lambda: Step.objects.all().delete()],
)
def test_the_story_is_never_rewritten(case: Contradiction, attempt: Callable[[], object]) -> None:
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        attempt()

    assert case.steps.count() == 1


def test_a_claim_has_print_and_reading(world: World) -> None:
    world.claim("100")

    refused("claim_has_print_and_reading", lambda: Claim.objects.update(reading=""))
    refused("claim_has_print_and_reading", lambda: Claim.objects.update(printed=""))


def test_a_claim_allows_some_value_and_speaks_of_some_time(world: World) -> None:
    world.claim("100")
    no_days = DateRange(empty=True)

    refused("claim_range_is_not_empty", lambda: Claim.objects.update(hard=NumericRange(empty=True)))
    refused("claim_period_is_not_empty", lambda: Claim.objects.update(period_range=no_days))


def test_a_key_is_given_once(world: World) -> None:
    world.claim("100", key="one")
    world.claim("100", key="other")

    refused("claims_claim_key", lambda: Claim.objects.update(key="one"))


def test_a_slot_is_filled_once_and_by_an_entity_if_it_says_so(world: World) -> None:
    claim = world.claim("100")
    role = claim.filled_roles.get()

    refused(
        "slot_filled_once",
        lambda: ClaimRole.objects.create(claim=claim, slot=role.slot, scope="ALL"),
    )
    refused("entity_scope_names_an_entity", lambda: ClaimRole.objects.update(entity=None))
    refused("entity_scope_names_an_entity", lambda: ClaimRole.objects.update(scope="ALL"))


def test_a_passage_is_evidence_once(world: World) -> None:
    piece = world.claim("100").evidence.get()

    refused(
        "evidence_once", lambda: Evidence.objects.create(claim=piece.claim, passage=piece.passage)
    )
