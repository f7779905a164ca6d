"""Loads the claims of the corpus, and leaves alone what a person has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from apps.accounts.models import User
from apps.annotations.models import Review
from apps.claims.actions import correct_claim, record_claims, review_claims
from apps.claims.drafts import UNSPECIFIED, ClaimDraft
from apps.claims.filling import TYPED, TYPED_BESIDE
from apps.claims.models import Claim, Evidence
from apps.reading.corpus.history import changed_by_others, removed
from apps.sources.models import Text

Place = tuple[int, int]

REASON = "demonstration corpus"
NEWER = "demonstration corpus, newer version"


def load_claims(drafts: Sequence[ClaimDraft], *, by: User) -> None:
    """Enter claims that are new; correct those that changed in the fixture and nowhere else."""
    there = {claim.key: claim for claim in Claim.objects.in_words()}
    had = {*there, *removed(Claim, "key")}
    new = [draft for draft in drafts if draft.key not in had]
    if new:
        record_claims(drafts=new, by=by, reason=REASON, review=Review.ACCEPTED)
    places, theirs = _original_places(), changed_by_others(Claim, by)
    for draft in drafts:
        claim = there.get(draft.key)
        if claim is None or claim.pk in theirs:
            continue
        if _says_else(claim, places.get(claim.pk), draft):
            correct_claim(claim=claim, draft=draft, by=by, reason=NEWER, version=claim.version)


def reject_dropped(keys: set[str], *, by: User) -> None:
    """Reject claims that the corpus once held, now does not, and nobody else touched."""
    theirs = changed_by_others(Claim, by)
    dropped = Claim.objects.filter(entered_by=by).exclude(key__in=keys).exclude(pk__in=theirs)
    review_claims(claims=list(dropped), review=Review.REJECTED, by=by, reason=NEWER)


def _original_places() -> dict[int, Place]:
    """Start and end of each claim in the original text, by the claim's key in the database."""
    links = Evidence.objects.printing().filter(passage__text__kind=Text.Kind.ORIGINAL)
    found = links.values_list("claim", "passage__start", "passage__end")
    return {claim: (start, end) for claim, start, end in found}


def _says_else(claim: Claim, place: Place | None, draft: ClaimDraft) -> bool:
    """Whether the draft would change anything about the stored claim."""
    defaults = {role["slot"]: role.get("default") or UNSPECIFIED for role in claim.measure.roles}
    stored_roles = {
        role.slot: role.entity.slug if role.entity else role.scope
        for role in claim.filled_roles.all()
    }
    stored = (claim.source.slug, claim.measure.slug, claim.subject.slug, tuple(claim.also), place)
    wanted = (draft.source, draft.measure, draft.subject, draft.also, (draft.start, draft.end))
    return (
        stored != wanted
        or stored_roles != {**defaults, **draft.roles}
        or any(getattr(claim, n) != getattr(draft, n) for n in (*TYPED, *TYPED_BESIDE))
    )
