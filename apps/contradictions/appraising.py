"""Editors accept and reject what people proposed; authors hear of it, and it can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.actions import review_mentions
from apps.annotations.models import Mention, Review
from apps.claims import changes
from apps.claims.actions import correct_claim, review_claims
from apps.claims.drafts import ClaimDraft
from apps.claims.models import Claim
from apps.claims.naming import no_longer_named
from apps.contradictions.models import Appraisal
from apps.contradictions.notices import notify_of_review
from apps.contradictions.proposals import Seen
from apps.contradictions.rivals import passages_of, rivals_of_claims, rivals_of_mentions
from apps.contradictions.waiting import Row, refuse_doubles, version, waiting, worded
from apps.domain.refusals import Refusal
from apps.entities.actions import propose_again
from apps.entities.models import Entity

Outcome = Appraisal.Outcome
UNDONE = "a review is undone"
OF_OUTCOME = {Outcome.ACCEPTED: Review.ACCEPTED, Outcome.CORRECTED: Review.ACCEPTED}


@dataclass
class Act:
    """What an editor decides in one go."""

    by: User
    reason: str = ""
    number: str = field(default_factory=lambda: uuid4().hex)

    def store(self, rows: Sequence[Row], outcome: Outcome) -> None:
        """Change the standing of these rows and keep the decision; detection follows."""
        review = OF_OUTCOME.get(outcome, Review.REJECTED)
        claims, mentions = _apart(rows)
        review_claims(claims=claims, review=review, by=self.by, reason=self.reason)
        review_mentions(mentions=mentions, review=review, by=self.by, reason=self.reason)
        versions = dict(
            Claim.objects.filter(pk__in=[c.pk for c in claims]).values_list("pk", "version")
        )
        Appraisal.objects.bulk_create(
            Appraisal(
                claim=row if isinstance(row, Claim) else None,
                mention=row if isinstance(row, Mention) else None,
                author=row.entered_by,
                outcome=outcome,
                reason=self.reason if outcome == Outcome.REJECTED else "",
                left_at=versions[row.pk] if isinstance(row, Claim) else row.entity_id,
                act=self.number,
                by=self.by,
            )
            for row in rows
        )


@transaction.atomic
def accept(*, proposals: Sequence[Seen], by: User) -> str:
    """Accept proposals, all or none; what others proposed in the same places is rejected.

    Gives the number of the act, by which it can be undone.
    """
    changes.take_turns()
    rows = waiting(proposals, by)
    act = Act(by, reason="accepted after review")
    with because(by, act.reason):
        refuse_doubles(rows)
        act.store(rows, Outcome.ACCEPTED)
        _supersede(rows, act)
    _tell_authors(act)
    return act.number


@transaction.atomic
def accept_claim_as(*, proposal: Seen, draft: ClaimDraft, by: User) -> str:
    """Correct a proposed claim and accept it."""
    changes.take_turns()
    [claim] = waiting([proposal], by)
    assert isinstance(claim, Claim)
    act = Act(by, reason="corrected and accepted after review")
    with because(by, act.reason):
        corrected = correct_claim(
            claim=claim, draft=draft, by=by, reason=act.reason, version=proposal.version
        )
        refuse_doubles([corrected])
        act.store([corrected], Outcome.CORRECTED)
        _supersede([corrected], act)
    _tell_authors(act)
    return act.number


@transaction.atomic
def accept_mention_as(*, proposal: Seen, entity: Entity, by: User) -> str:
    """Let a proposed mention name another entity, and accept it."""
    changes.take_turns()
    [mention] = waiting([proposal], by)
    assert isinstance(mention, Mention)
    if (
        Mention.objects.filter(passage=mention.passage, entity=entity)
        .exclude(pk=mention.pk)
        .exists()
    ):
        raise Refusal(
            f"{entity} is named at this place already.", remedy="Reject this mention instead."
        )
    act = Act(by, reason="corrected and accepted after review")
    with because(by, act.reason):
        mention.entity = entity
        mention.save(update_fields=["entity"])
        act.store([mention], Outcome.CORRECTED)
        _supersede([mention], act)
    _tell_authors(act)
    return act.number


@transaction.atomic
def reject(*, proposal: Seen, reason: str, by: User) -> str:
    """Reject a proposal with a reason that its author reads."""
    changes.take_turns()
    rows = waiting([proposal], by)
    act = Act(by, reason=worded(reason))
    with because(by, act.reason):
        act.store(rows, Outcome.REJECTED)
    _tell_authors(act)
    return act.number


@transaction.atomic
def undo(*, act: str, by: User) -> int:
    """Let all that was decided in one act wait again, if nobody changed it since; how many."""
    changes.take_turns()
    done = list(Appraisal.objects.standing().filter(act=act).select_for_update(of=("self",)))
    if not done:
        raise Refusal("Nothing is left to undo here.", remedy="Load the page again.")
    claims = Claim.objects.in_bulk([one.claim_id for one in done if one.claim_id])
    mentions = Mention.objects.in_bulk([one.mention_id for one in done if one.mention_id])
    for one in done:
        _refuse_changed(one, claims.get(one.claim_id or 0), mentions.get(one.mention_id or 0))
    with because(by, UNDONE):
        why: dict[str, Any] = {"review": Review.PROPOSED, "by": by, "reason": UNDONE}
        review_claims(claims=list(claims.values()), **why)
        review_mentions(mentions=list(mentions.values()), **why)
        for one in done:
            one.undone_by = by
            one.save(update_fields=["undone_by"])
        left = no_longer_named([*claims.values(), *mentions.values()])
        propose_again(entities=left, by=by, reason=UNDONE)
    return len(done)


def _apart(rows: Sequence[Row]) -> tuple[list[Claim], list[Mention]]:
    claims = [row for row in rows if isinstance(row, Claim)]
    return claims, [row for row in rows if isinstance(row, Mention)]


def _supersede(rows: Sequence[Row], act: Act) -> None:
    """Reject what others proposed in the same places."""
    claims, mentions = _apart(rows)
    lost = rivals_of_claims(claims, passages_of(claims))
    wrong = {rival.number for rivals in lost.values() for rival in rivals}
    others = rivals_of_mentions(mentions)
    misnamed = {rival.number for rivals in others.values() for rival in rivals}
    losing: list[Row] = [
        *Claim.objects.filter(pk__in=wrong).select_related("entered_by").order_by("pk"),
        *Mention.objects.filter(pk__in=misnamed).select_related("entered_by").order_by("pk"),
    ]
    if losing:
        act.store(losing, Outcome.SUPERSEDED)


def _refuse_changed(one: Appraisal, claim: Claim | None, mention: Mention | None) -> None:
    row = claim or mention
    expected = OF_OUTCOME.get(Outcome(one.outcome), Review.REJECTED)
    if row is None or version(row) != one.left_at or row.review != expected:
        raise Refusal(
            f"“{one.quote}” was changed since.",
            remedy="Nothing was undone. Change what is left by itself.",
        )


def _tell_authors(act: Act) -> None:
    """One notice for each author, however much was decided."""
    done: dict[User, list[Appraisal]] = {}
    for one in Appraisal.objects.filter(act=act.number).in_full().order_by("pk"):
        done.setdefault(one.author, []).append(one)
    for author, [first, *others] in done.items():
        counts = Counter(one.get_outcome_display() for one in (first, *others))
        says = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
        more = f" and {len(others)} more" if others else ""
        reason = first.reason if first.outcome == Outcome.REJECTED else ""
        headline, said = f"“{first.quote}”{more}", f"{says}. {reason}".strip().capitalize()
        notify_of_review(author, headline=headline, says=said, by=act.by)
