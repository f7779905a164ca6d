"""What people enter while they read: all of it at once, once, and so that it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from apps.accounts.history import because
from apps.accounts.models import User
from apps.accounts.permissions import is_allowed
from apps.annotations.actions import record_mentions_in, review_mentions
from apps.annotations.deciding import Proposal, note_decision
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Decision, Mention, Review
from apps.claims import changes
from apps.claims.actions import record_claims, review_claims
from apps.claims.drafts import ClaimDraft
from apps.claims.editing import take_edit_back
from apps.claims.models import Claim, Stroke
from apps.claims.strokes import begun, kept
from apps.claims.wording import on_one_line
from apps.domain.refusals import Refusal, quoted
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.sources.models import Text

REASON = "marked while reading"
UNDONE = "taken back by who entered it"
MOST_TRIED = 20


def standing_of(person: User) -> Review:
    """How what this person enters begins: editors accept, others propose."""
    return Review.ACCEPTED if is_allowed(person, "review") else Review.PROPOSED


@transaction.atomic
def enter_mention(
    *,
    text: Text,
    key: str,
    draft: MentionDraft,
    by: User,
    entity: EntityDraft | None = None,
    about: Proposal | None = None,
) -> Stroke:
    """Mark who or what is named here, a new entity if one is given; sent again, it is the same.

    `about` is the suggestion at this place, on which this decides.
    """
    sent_before = begun(key, by)
    if sent_before is not None:
        return sent_before
    with because(by, REASON):
        if entity is not None:
            is_proposal = standing_of(by) == Review.PROPOSED
            record_entities(drafts=[entity], by=by, reason=REASON, is_proposal=is_proposal)
        mention = _marked(text, draft, by)
        says = f"{on_one_line(draft.quote)} → {mention.entity}"
        made: dict[str, Any] = {"mentions": {mention.pk: mention.review}, "claims": {}}
        made["decisions"] = _decisions(text, about, draft.entity, by)
        return kept(text, key, says, by=by, made=made)


def _marked(text: Text, draft: MentionDraft, by: User) -> Mention:
    """The mention, new or taken up again; one that stands there already is refused."""
    review = standing_of(by)
    is_new = record_mentions_in(text=text, drafts=[draft], by=by, reason=REASON, review=review)
    mention = Mention.objects.in_text(text).get(
        passage__start=draft.start, passage__end=draft.end, entity__slug=draft.entity
    )
    if mention.review == Review.REJECTED:
        review_mentions(mentions=[mention], review=review, by=by, reason=REASON)
    elif not is_new:
        raise Refusal(
            f"{quoted(draft.quote)} is marked as {mention.entity} already.",
            remedy="Choose another entity, or leave it.",
        )
    return mention


@transaction.atomic
def enter_claims(
    *,
    text: Text,
    key: str,
    drafts: Sequence[ClaimDraft],
    says: str,
    by: User,
    about: Proposal | None = None,
) -> Stroke:
    """Enter claims with all that follows from them; sent again, it is the same stroke."""
    sent_before = begun(key, by)
    if sent_before is not None:
        return sent_before
    with because(by, REASON):
        claims = record_claims(drafts=drafts, by=by, reason=REASON, review=standing_of(by))
        made: dict[str, Any] = {"mentions": {}}
        made["claims"] = {claim.pk: claim.version for claim in claims}
        decided = f"{drafts[0].reading} {drafts[0].unit}".removesuffix(" date").strip()
        made["decisions"] = _decisions(text, about, decided, by)
        return kept(text, key, says, by=by, made=made)


@transaction.atomic
def take_last_back(*, text: Text, by: User) -> Stroke:
    """Take back the last of one's strokes in this text on which nobody built."""
    changes.take_turns()
    last = Stroke.objects.standing_of(by, text)[:MOST_TRIED]
    if not last:
        raise Refusal("There is nothing of yours to take back in this text.")
    for stroke in last:
        try:
            return take_back(stroke=stroke, by=by)
        except Refusal:
            continue
    raise Refusal(
        "Nothing is left that you can take back in this text.",
        remedy=f"Others changed or reviewed “{last[0]}” since; ask an editor to reject it.",
    )


@transaction.atomic
def take_back(*, stroke: Stroke, by: User) -> Stroke:
    """Reject all of one's own stroke again, as long as nobody built on it."""
    changes.take_turns()
    stored = Stroke.objects.select_for_update().get(pk=stroke.pk, person=by)
    if stored.undone_at is not None:
        raise Refusal(f"“{stored}” was taken back already.", remedy="Nothing to do.")
    claims = list(Claim.objects.filter(pk__in=stored.made["claims"]))
    mentions = list(Mention.objects.filter(pk__in=stored.made["mentions"]))
    _refuse_if_changed(stored, claims, mentions)
    with because(by, UNDONE):
        _take_claims_back(claims, stored.made.get("before", {}), by)
        review_mentions(mentions=mentions, review=Review.REJECTED, by=by, reason=UNDONE)
        Decision.objects.filter(pk__in=stored.made["decisions"], decided_by=by).delete()
        stored.undone_at = timezone.now()
        stored.save(update_fields=["undone_at"])
    return stored


def _take_claims_back(claims: Sequence[Claim], before: Mapping[str, Any], by: User) -> None:
    """Reject what was entered, and let say what it said before what was edited."""
    entered = [claim for claim in claims if str(claim.pk) not in before]
    review_claims(claims=entered, review=Review.REJECTED, by=by, reason=UNDONE)
    for claim in claims:
        if str(claim.pk) in before:
            take_edit_back(claim, before[str(claim.pk)], by)


def _decisions(text: Text, about: Proposal | None, decided: str, by: User) -> list[int]:
    """The decision on the suggestion that stood here, if nobody decided on it before."""
    if about is None:
        return []
    decision = note_decision(text=text, proposal=about, decided=decided, by=by)
    return [] if decision is None else [decision.pk]


def _refuse_if_changed(
    stroke: Stroke, claims: Sequence[Claim], mentions: Sequence[Mention]
) -> None:
    """Compare with how each was left."""
    left = stroke.made
    changed = [on_one_line(c.printed) for c in claims if c.version != left["claims"][str(c.pk)]]
    changed += [str(m) for m in mentions if m.review != left["mentions"][str(m.pk)]]
    if changed:
        raise Refusal(
            f"Somebody changed or reviewed {quoted(changed[0])} since you entered it.",
            remedy="It stays; ask an editor to reject it.",
        )
