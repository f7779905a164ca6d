"""What people make of suggestions: each decision is kept, apart from the work that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import User
from apps.annotations.actions import passages_for, record_mentions_in
from apps.annotations.assigning import refuse_while_apart
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Decision
from apps.domain.refusals import Refusal
from apps.sources.models import Text

REASON = "accepted as suggested"
Outcome = Decision.Outcome


@dataclass(frozen=True)
class Proposal:
    """A suggestion as it stands on a page: `form` is its entity, reading or period."""

    start: int
    end: int
    kind: str
    quote: str
    form: str


@transaction.atomic
def accept_suggestion(*, text: Text, proposal: Proposal, entity: str, by: User) -> Decision:
    """Enter what was suggested: a mention of this entity, else the passage of a figure or date.

    Another entity than the suggested one is a correction.
    """
    [decision] = accept_suggestions(text=text, proposals=[(proposal, entity)], by=by)
    return decision


@transaction.atomic
def accept_suggestions(
    *, text: Text, proposals: Sequence[tuple[Proposal, str]], by: User
) -> list[Decision]:
    """Enter them all or none; mentions come with their entity."""
    nameless = [one.quote for one, entity in proposals if one.kind == "mention" and not entity]
    if nameless:
        raise Refusal(
            f"It is not said which entity “{nameless[0]}” names.", remedy="Name the entity."
        )
    drafts = [
        MentionDraft(text.source.slug, one.start, one.end, entity, one.quote)
        for one, entity in proposals
        if one.kind == "mention"
    ]
    spans = [(one.start, one.end, one.quote) for one, _ in proposals if one.kind != "mention"]
    with because(by, REASON):
        if drafts:
            record_mentions_in(text=text, drafts=drafts, by=by, reason=REASON)
        passages_for(text=text, spans=spans, by=by)
        return [
            _decided(text, one, _outcome(one, entity), by=by, decided=entity or one.form)
            for one, entity in proposals
        ]


@transaction.atomic
def pass_over(*, text: Text, proposal: Proposal, outcome: Outcome, by: User) -> Decision:
    """Reject a suggestion, or skip it for somebody else to decide."""
    with because(by, f"{outcome.label} as suggested"):
        return _decided(text, proposal, outcome, by=by)


def note_decision(*, text: Text, proposal: Proposal, decided: str, by: User) -> Decision | None:
    """What somebody enters at the place of a suggestion decides on it, unless somebody did."""
    place = {"start": proposal.start, "end": proposal.end, "kind": proposal.kind}
    done = Decision.objects.filter(text=text, **place).exclude(outcome=Outcome.SKIPPED)
    if done.exists():
        return None
    is_same = decided == proposal.form or proposal.form.startswith(f"{decided} per ")
    outcome = Outcome.ACCEPTED if is_same else Outcome.CORRECTED
    return _decided(text, proposal, outcome, by=by, decided=decided)


def _outcome(proposal: Proposal, entity: str) -> Outcome:
    is_corrected = proposal.kind == "mention" and entity != proposal.form
    return Outcome.CORRECTED if is_corrected else Outcome.ACCEPTED


def _decided(
    text: Text, proposal: Proposal, outcome: Outcome, *, by: User, decided: str = ""
) -> Decision:
    """The decision as it is kept; one that was skipped may be made again."""
    refuse_while_apart({text: [(proposal.start, proposal.end, proposal.quote)]}, by)
    place = {"start": proposal.start, "end": proposal.end, "kind": proposal.kind}
    before = Decision.objects.select_for_update().filter(text=text, **place).first()
    if before is not None and before.outcome != Outcome.SKIPPED:
        raise Refusal(
            f"“{proposal.quote}” was {before.outcome} meanwhile by {before.decided_by}.",
            remedy="Nothing was changed. Go on with the next.",
        )
    decision = before or Decision(text=text, **place)
    decision.proposed, decision.decided = proposal.form, decided
    decision.outcome, decision.decided_by = outcome, by
    decision.save()
    return decision
