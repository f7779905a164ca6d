"""What happens to claims: they are recorded, corrected, and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Q

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.models import Passage, Review
from apps.claims import changes
from apps.claims.checking import Desk, refuse_what_does_not_fit, terms_of
from apps.claims.correcting import correct_claim, correct_claims, locked, tell_of
from apps.claims.drafts import ClaimDraft
from apps.claims.filling import (
    DERIVED,
    add_missing_roles,
    attach,
    derived,
    entered,
    filled,
    terms_now,
)
from apps.claims.judging import judge_claims
from apps.claims.models import Claim, Measure
from apps.claims.naming import accept_named_by
from apps.claims.querysets import ClaimQuerySet
from apps.claims.storing import store_again
from apps.domain.complaints import told
from apps.domain.refusals import Refusal
from apps.ui.progress import step

__all__ = [
    "correct_claim",
    "correct_claims",
    "draft_of",
    "judge_claims",
    "original_passage",
    "reckon_again",
    "record_claims",
    "record_measure",
    "review_claims",
]


@transaction.atomic
def record_measure(
    *,
    slug: str,
    fields: Mapping[str, Any],
    by: User,
    reason: str,
    misfits: set[str] | None = None,
) -> Measure:
    """Enter a measure, or change the one of this slug; its claims are reckoned again.

    Claims that would not fit any more stop it, unless the caller gathers their keys in
    `misfits` and corrects them in the same transaction.
    """
    changes.take_turns()
    with because(by, reason):
        measure = Measure.objects.filter(slug=slug).first() or Measure(slug=slug)
        is_new = measure.pk is None
        before = {name: getattr(measure, name) for name in fields}
        for name, value in fields.items():
            setattr(measure, name, value)
        refuse_what_does_not_fit(measure)
        if is_new or before != dict(fields):
            measure.save()
        if not is_new and before != dict(fields):
            touched = Claim.objects.filter(Q(measure=measure) | Q(measure__whole=measure))
            reckon_again(claims=touched, by=by, reason=reason, misfits=misfits)
    return measure


@transaction.atomic
def record_claims(
    *,
    drafts: Sequence[ClaimDraft],
    by: User,
    reason: str,
    review: Review = Review.PROPOSED,
) -> list[Claim]:
    """Enter claims, all or none; a Refusal names every draft that does not fit."""
    changes.take_turns()
    desk = Desk.laid(drafts)
    terms = terms_of(drafts, desk)
    step("Storing the claims")
    with because(by, reason):
        claims = Claim.objects.bulk_create(
            filled(Claim(key=draft.key, entered_by=by, review=review), draft, its_terms, desk)
            for draft, its_terms in zip(drafts, terms, strict=True)
        )
        attach(claims, drafts, desk, by)
        accept_named_by(claims, by=by, reason=reason)
        tell_of(claims, (claim.fact_key for claim in claims), by)
    return claims


@transaction.atomic
def review_claims(*, claims: Sequence[Claim], review: Review, by: User, reason: str) -> None:
    """Accept or reject claims that people proposed."""
    changes.take_turns()
    changed = [claim for claim in locked(claims) if claim.review != review]
    with because(by, reason):
        for claim in changed:
            claim.review = review
            claim.version += 1
            claim.save(update_fields=["review", "version"])
        accept_named_by(changed, by=by, reason=reason)
        tell_of(changed, (claim.fact_key for claim in changed), by)


@transaction.atomic
def reckon_again(
    *, claims: ClaimQuerySet, by: User | None, reason: str, misfits: set[str] | None = None
) -> int:
    """Derive anew what follows from measures and authority; how many claims that changed.

    Keys of claims that do not fit are added to `misfits`; without it they are refused.
    """
    changes.take_turns()
    desk, worded = Desk.laid(), list(claims.in_words().select_for_update(of=("self",)))
    answered = {claim.pk: claim.fact_key for claim in worded}
    changed, complaints = [], {}
    for claim in worded:
        before = _derived_fields(claim)
        try:
            terms = terms_now(claim, entered(claim), desk)
        except Refusal as refusal:
            complaints[claim.key] = refusal
            continue
        if _derived_fields(derived(claim, terms, desk)) != before:
            claim.version += 1
            changed.append(claim)
    if misfits is None:
        _refuse_misfits(complaints)
    else:
        misfits.update(complaints)
    with because(by, reason):
        add_missing_roles(worded, desk)
        store_again(changed, (*DERIVED, "version"))
        _tell_again(worded, answered, by)
    return len(changed)


def _tell_again(claims: Sequence[Claim], answered: Mapping[int, str], by: User | None) -> None:
    """Tell of claims that were reckoned again, and which fact each answered before."""
    facts = {*answered.values(), *(claim.fact_key for claim in claims)}
    moved = {c.pk: answered[c.pk] for c in claims if c.fact_key != answered[c.pk]}
    tell_of(claims, facts, by, moved)


def _refuse_misfits(complaints: Mapping[str, Refusal]) -> None:
    if complaints:
        named = [f"{key}: {refusal}" for key, refusal in complaints.items()]
        raise Refusal(
            f"{len(named)} of the claims would not fit any more: {told(named)}",
            remedy="Nothing was stored. Correct those claims first.",
        )


def draft_of(claim: Claim) -> ClaimDraft:
    """The entered half of a stored claim, as a draft that would enter it again."""
    passage = original_passage(claim)
    support = claim.evidence.supporting().filter(passage__text=passage.text_id)
    places = support.order_by("passage__start", "passage__end")
    return replace(
        entered(claim, passage.start, passage.end),
        support=tuple(places.values_list("passage__start", "passage__end")),
    )


def original_passage(claim: Claim) -> Passage:
    """The passage of the original text that prints the value of the claim."""
    evidence = claim.evidence.printing().in_originals().select_related("passage__text")
    return evidence[0].passage


def _derived_fields(claim: Claim) -> list[Any]:
    return [getattr(claim, name) for name in DERIVED]
