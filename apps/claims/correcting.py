"""Changes what claims say, one or many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from django.db import transaction
from django.db.models import Q

from apps.accounts.history import because
from apps.accounts.models import User
from apps.claims import changes
from apps.claims.checking import Desk, terms_of
from apps.claims.drafts import ClaimDraft
from apps.claims.filling import TYPED, attach, derived, filled, role_of, terms_now
from apps.claims.models import Claim, ClaimRole, Evidence
from apps.claims.naming import accept_named_by
from apps.claims.storing import store_again
from apps.domain.refusals import Refusal, Stale, quoted
from apps.sources.actions import mark_records_stale

STORED = tuple(field.name for field in Claim._meta.fields if not field.primary_key)
SAID = ("source_id", "fact_key", *TYPED)


def correct_claim(*, claim: Claim, draft: ClaimDraft, by: User, reason: str, version: int) -> Claim:
    """Change what a claim says. A judgement of what it said before falls with that."""
    seen = copy(claim)
    seen.version = version
    [corrected] = correct_claims(claims=[seen], drafts=[draft], by=by, reason=reason)
    return corrected


@transaction.atomic
def correct_claims(
    *, claims: Sequence[Claim], drafts: Sequence[ClaimDraft], by: User, reason: str
) -> list[Claim]:
    """Change what claims say, each as its draft does, all or none; followers are told once.

    The claims are as somebody saw them: one that changed since is refused.
    """
    changes.take_turns()
    stored = {claim.pk: claim for claim in locked(claims)}
    corrected = [stored[claim.pk] for claim in claims]
    for seen, claim, draft in zip(claims, corrected, drafts, strict=True):
        _refuse_stale(claim, draft, seen.version)
    desk = Desk.laid(drafts)
    terms = terms_of(drafts, desk, known=corrected)
    before = [copy(claim) for claim in corrected]
    with because(by, reason):
        for claim, draft, its_terms in zip(corrected, drafts, terms, strict=True):
            said = _said(claim)
            filled(claim, draft, its_terms, desk)
            if _said(claim) != said:
                claim.is_judged_wrong, claim.corrected_reading, claim.corrected_unit = False, "", ""
            _count_as_corrected(claim, draft, desk)
        store_again(corrected, STORED)
        _attach_again(corrected, drafts, desk, by)
        accept_named_by(corrected, by=by, reason=reason)
        every = [*before, *corrected]
        tell_of(every, (claim.fact_key for claim in every), by)
    return corrected


def _attach_again(
    claims: Sequence[Claim], drafts: Sequence[ClaimDraft], desk: Desk, by: User
) -> None:
    """Store roles and places anew where a draft has others than its claim."""
    roles = ClaimRole.objects.filter(claim__in=claims).order_by()
    # What supports a claim in a former text waits there for its place in this one.
    here = Q(prints_value=True) | Q(passage__text__is_current=True)
    evidence = Evidence.objects.in_originals().filter(here, claim__in=claims)
    stored: dict[int, set[tuple[Any, ...]]] = {claim.pk: set() for claim in claims}
    for claim, *role in roles.values_list("claim", "slot", "scope", "entity"):
        stored[claim].add(tuple(role))
    place = ("claim", "passage__text", "passage__start", "passage__end", "prints_value")
    for claim, *span in evidence.order_by().values_list(*place):
        stored[claim].add(tuple(span))
    changed = [
        (claim, draft)
        for claim, draft in zip(claims, drafts, strict=True)
        if stored[claim.pk] != _attached(claim, draft, desk)
    ]
    if changed:
        wanted = [claim for claim, _ in changed]
        roles.filter(claim__in=wanted).delete()
        evidence.filter(claim__in=wanted).delete()
        attach(wanted, [draft for _, draft in changed], desk, by)


def _attached(claim: Claim, draft: ClaimDraft, desk: Desk) -> set[tuple[Any, ...]]:
    """The roles and the places that the draft gives the claim, as they would be stored."""
    roles = (role_of(claim, slot, draft.roles.get(slot), desk) for slot in claim.measure.slots)
    text = desk.originals[draft.source].pk
    return {
        (text, draft.start, draft.end, True),
        *((text, *place, False) for place in draft.support),
        *((role.slot, role.scope, role.entity_id) for role in roles),
    }


def _count_as_corrected(claim: Claim, draft: ClaimDraft, desk: Desk) -> None:
    """A changed claim that a verdict corrects keeps counting as that."""
    if claim.is_corrected:
        derived(claim, terms_now(claim, draft, desk), desk)
    claim.version += 1


def locked(claims: Sequence[Claim]) -> list[Claim]:
    """The claims as they are stored now, not as somebody read them a while ago."""
    wanted = [claim.pk for claim in claims]
    return list(Claim.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))


def tell_of(
    claims: Iterable[Claim],
    facts: Iterable[str],
    by: User | None,
    moved: Mapping[int, str] | None = None,
) -> None:
    """Let the record editions of the claims' sources follow, and all who follow the facts."""
    mark_records_stale(sources={claim.source_id for claim in claims})
    changes.tell(facts, by, moved)


def _refuse_stale(claim: Claim, draft: ClaimDraft, version: int) -> None:
    if claim.version != version:
        raise Stale(
            f"The claim {claim.key} was changed by somebody else meanwhile.",
            remedy="Look at its present form, then enter your change again.",
        )
    if draft.key != claim.key:
        raise Refusal(
            f"The claim {claim.key} cannot become {quoted(draft.key)}.",
            remedy="Keys are cited, so they stay. Enter a new claim.",
        )


def _said(claim: Claim) -> list[Any]:
    """What a judgement of the claim is about; notes and attribution are not."""
    return [getattr(claim, name) for name in SAID]
