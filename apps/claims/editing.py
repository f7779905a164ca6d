"""Claims that are stored are edited where one reads them, and each edit can be taken back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.annotations.models import Review
from apps.claims.actions import correct_claim, draft_of, review_claims
from apps.claims.drafts import ClaimDraft, draft_noted
from apps.claims.models import Claim, Stroke
from apps.claims.strokes import begun, kept
from apps.claims.wording import on_one_line
from apps.domain.refusals import Refusal
from apps.sources.models import Text

REASON = "edited while reading"
UNDONE = "an edit taken back by who made it"
Said = dict[str, Any]


def may_edit(claim: Claim, person: User) -> bool:
    """Editors edit every claim, annotators their own."""
    act = "annotate" if claim.entered_by_id == person.pk else "edit_claims_of_others"
    return is_allowed(person, act)


@transaction.atomic
def edit_claim(
    *, claim: Claim, draft: ClaimDraft, version: int, text: Text, key: str, by: User, why: str = ""
) -> Stroke:
    """Let a claim say what the draft does, as a stroke; sent again, it is the same.

    `version` is that of the claim as it was seen. What an editor had decided on waits for one
    again where an annotator edits it.
    """
    sent_before = begun(key, by)
    if sent_before is not None:
        return sent_before
    stored = Claim.objects.in_words().get(pk=claim.pk)
    before, reason = draft_of(stored), why.strip() or REASON
    if before == draft and stored.version == version:
        raise Refusal(
            "Nothing is changed: the claim says this already.", remedy="Change it, or leave it."
        )
    with because(by, reason):
        edited = correct_claim(claim=stored, draft=draft, by=by, reason=reason, version=version)
        if not is_allowed(by, "review"):
            review_claims(claims=[edited], review=Review.PROPOSED, by=by, reason=reason)
        edited.refresh_from_db(fields=["version"])
        said = {"draft": asdict(before), "review": stored.review, "version": stored.version}
        made: dict[str, Any] = {"mentions": {}, "decisions": [], "before": {edited.pk: said}}
        made["claims"] = {edited.pk: edited.version}
        says = f"{on_one_line(edited.printed)}, edited"
        return kept(text, key, says, by=by, made=made)


def take_edit_back(claim: Claim, said: Said, by: User) -> None:
    """Let the claim say what it said and stand where it stood; what one did before can follow."""
    draft = draft_noted(said["draft"])
    with because(by, UNDONE):
        correct_claim(claim=claim, draft=draft, by=by, reason=UNDONE, version=claim.version)
        review_claims(claims=[claim], review=Review(said["review"]), by=by, reason=UNDONE)
        claim.refresh_from_db(fields=["version"])
        for earlier in Stroke.objects.that_left(claim, said["version"], by):
            earlier.made["claims"][str(claim.pk)] = claim.version
            earlier.save(update_fields=["made"])
