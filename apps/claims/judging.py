"""Takes claims out of the network, lets them count as they should read, and takes that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.claims import changes
from apps.claims.checking import Desk
from apps.claims.filling import DERIVED, derived, entered, terms_now
from apps.claims.models import Claim
from apps.domain.refusals import Refusal

JUDGED = ("is_judged_wrong", "corrected_reading", "corrected_unit")


@dataclass(frozen=True)
class Corrected:
    """What a claim should say."""

    reading: str
    unit: str = ""


@transaction.atomic
def judge_claims(
    *,
    claims: Sequence[Claim],
    is_wrong: bool,
    by: User | None,
    reason: str,
    corrected: Corrected | None = None,
) -> None:
    """Take claims out of the network, or back into it; they stay visible.

    With a corrected reading they count as that, and what is printed does not.
    """
    changes.take_turns()
    wanted = (is_wrong, "", "")
    if corrected is not None:
        wanted = (False, corrected.reading, corrected.unit)
    stored = Claim.objects.in_words().select_for_update(of=("self",))
    changed = [
        claim
        for claim in stored.filter(pk__in=[claim.pk for claim in claims]).order_by("pk")
        if tuple(getattr(claim, name) for name in JUDGED) != wanted
    ]
    with because(by, reason):
        for claim in changed:
            _judge(claim, wanted)
        changes.tell((claim.fact_key for claim in changed), by)


def as_printed(claim: Claim) -> Claim:
    """The claim with its print counting again; not saved."""
    if claim.is_corrected:
        claim.corrected_reading = claim.corrected_unit = ""
        draft = entered(claim)
        desk = Desk.laid([draft])
        derived(claim, terms_now(claim, draft, desk), desk)
    return claim


def _judge(claim: Claim, wanted: tuple[bool, str, str]) -> None:
    was_corrected = claim.is_corrected
    for name, value in zip(JUDGED, wanted, strict=True):
        setattr(claim, name, value)
    if claim.is_corrected and not claim.corrected_unit:
        claim.corrected_unit = claim.unit
    claim.version += 1
    fields = [*JUDGED, "version"]
    if was_corrected or claim.is_corrected:
        fact, draft = claim.fact_key, entered(claim)
        desk = Desk.laid([draft])
        derived(claim, terms_now(claim, draft, desk), desk)
        if claim.fact_key != fact:
            raise Refusal(
                f"The unit “{claim.unit_now}” answers another question than {claim.printed}.",
                remedy="Choose a unit of the same family.",
            )
        fields += DERIVED
    claim.save(update_fields=fields)
