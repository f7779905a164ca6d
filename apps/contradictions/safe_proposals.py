"""Which proposals of one author can be accepted together without looking at each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from apps.accounts.models import User
from apps.annotations.models import Review
from apps.claims.actions import review_claims
from apps.claims.models import Claim
from apps.contradictions.appraising import accept
from apps.contradictions.models import Contradiction, Involvement
from apps.contradictions.proposals import Proposal, Seen, Wanted, in_full, order_of
from apps.contradictions.querysets import ContradictionQuerySet
from apps.contradictions.recording import OPENING, last_step
from apps.contradictions.rivals import accepted_there
from apps.contradictions.waiting import is_for_another
from apps.domain.refusals import Refusal
from apps.entities.recognising import known_names

AT_ONCE = 200
WHY = "looked ahead"


@dataclass(frozen=True)
class Together:
    """What can be accepted in one act, and what has to be looked at, with the reason."""

    safe: list[Proposal]
    left: list[tuple[Proposal, str]]

    @property
    def agreeing(self) -> int:
        """How many of the safe claims repeat what is accepted already."""
        return sum(bool(proposal.stored) for proposal in self.safe)


def together(*, author: User, wanted: Wanted, by: User) -> Together:
    """Sort the oldest proposals of an author; nothing is stored."""
    if is_for_another(author, by):
        raise Refusal("You proposed these yourself.", remedy="Another editor reviews them.")
    proposals = in_full(order_of(wanted)[:AT_ONCE])
    known = known_names()
    doubles = _doubles(proposals)
    doubts = {one.key: _doubt(one, known(one.printed), doubles) for one in proposals}
    harmless = [one for one in proposals if not doubts[one.key]]
    disputed = _disputed([one.claim for one in harmless if one.claim is not None], by)
    for one in harmless:
        if one.claim is not None and one.claim.pk in disputed:
            doubts[one.key] = "it would open a contradiction"
    return Together(
        [one for one in proposals if not doubts[one.key]],
        [(one, doubts[one.key]) for one in proposals if doubts[one.key]],
    )


@transaction.atomic
def accept_together(*, proposals: Sequence[Seen], by: User) -> str:
    """Accept what the preview showed, all or none; refused where a contradiction would open."""
    if not proposals:
        raise Refusal("Nothing was chosen.", remedy="Look at the preview again.")
    if len(proposals) > AT_ONCE:
        raise Refusal(f"No more than {AT_ONCE} at once.", remedy="Look at the preview again.")
    last = last_step()
    act = accept(proposals=proposals, by=by)
    if _opened_since(last).exists():
        raise Refusal(
            "Together they would open a contradiction now.",
            remedy="Nothing was accepted. Look at the preview again.",
        )
    return act


def _doubles(proposals: Sequence[Proposal]) -> Collection[int]:
    claims = {one.claim: one.passage for one in proposals if one.claim and one.passage}
    return accepted_there(list(claims), {claim.pk: place for claim, place in claims.items()})


def _doubt(one: Proposal, names: str, doubles: Collection[int]) -> str:
    """Why it has to be looked at by itself; nothing where it has not."""
    if one.rivals:
        return "somebody else proposed otherwise in the same place"
    if one.new_entities:
        return f"{one.new_entities[0]} is new"
    if one.claim is None:
        return "" if names == one.entity else "no name of that entity is written like this"
    if any(stored.disagrees for stored in one.stored):
        return "it disagrees with what is accepted"
    return "this place answers the question already" if one.claim.pk in doubles else ""


def _disputed(claims: list[Claim], by: User) -> set[int]:
    """Those that take part in a contradiction which opens if all of them are accepted."""
    with transaction.atomic():
        last = last_step()
        review_claims(claims=claims, review=Review.ACCEPTED, by=by, reason=WHY)
        opened = _opened_since(last)
        disputed = set(
            Involvement.objects.filter(contradiction__in=opened).values_list("claim", flat=True)
        )
        transaction.set_rollback(True)
    return disputed


def _opened_since(last: int) -> ContradictionQuerySet:
    return Contradiction.objects.open().filter(steps__pk__gt=last, steps__what__in=OPENING)
