"""Proposals of different people on one place, of which an editor accepts one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from apps.accounts.models import User
from apps.annotations.models import Mention, Passage
from apps.claims.models import Claim, Evidence
from apps.claims.wording import value_in_words
from apps.sources.models import Text


@dataclass(frozen=True)
class Rival:
    """What somebody else proposed in the same place."""

    number: int
    says: str
    author: User


def passages_of(claims: Collection[Claim]) -> dict[int, Passage]:
    """For each claim, by its number, its passage in the original text."""
    evidence = Evidence.objects.printing().filter(
        claim__in=claims, passage__text__kind=Text.Kind.ORIGINAL
    )
    rows = evidence.select_related("passage").order_by("-pk")
    return {row.claim_id: row.passage for row in rows}


def rivals_of_claims(
    claims: Sequence[Claim], passages: Mapping[int, Passage]
) -> dict[int, list[Rival]]:
    """For each claim the proposals of others who read the same place for the same purpose."""
    places = Evidence.objects.printing().filter(
        _meeting(passages.values()), claim__review="proposed"
    )
    near = list(places.select_related("passage", "claim__measure", "claim__entered_by"))
    return {
        claim.pk: [
            Rival(row.claim_id, value_in_words(row.claim), row.claim.entered_by)
            for row in near
            if _is_on_same(claim, row.claim)
            and claim.pk in passages
            and _meet(passages[claim.pk], row.passage)
        ]
        for claim in claims
    }


def rivals_of_mentions(mentions: Sequence[Mention]) -> dict[int, list[Rival]]:
    """For each mention the other entities that others see named there."""
    passages = [mention.passage for mention in mentions]
    places = Mention.objects.proposed().filter(_meeting(passages))
    near = list(places.select_related("passage", "entity", "entered_by"))
    return {
        mention.pk: [
            Rival(other.pk, other.entity.label, other.entered_by)
            for other in near
            if other.entity_id != mention.entity_id
            and other.entered_by_id != mention.entered_by_id
            and _meet(mention.passage, other.passage)
        ]
        for mention in mentions
    }


def accepted_there(claims: Sequence[Claim], passages: Mapping[int, Passage]) -> dict[int, Claim]:
    """For claims, by number, the one that answers their question from their place already."""
    accepted = Claim.objects.accepted().on_facts({claim.fact_key for claim in claims})
    places = Evidence.objects.printing().filter(_meeting(passages.values()), claim__in=accepted)
    near = list(places.exclude(claim__in=claims).select_related("passage", "claim"))
    return {
        claim.pk: row.claim
        for claim in claims
        for row in near
        if row.claim.fact_key == claim.fact_key
        and claim.pk in passages
        and _meet(passages[claim.pk], row.passage)
    }


def _is_on_same(one: Claim, other: Claim) -> bool:
    return (
        one.entered_by_id != other.entered_by_id
        and one.measure_id == other.measure_id
        and one.subject_id == other.subject_id
    )


def _meet(one: Passage, other: Passage) -> bool:
    return one.text_id == other.text_id and one.start < other.end and other.start < one.end


def _meeting(passages: Collection[Passage]) -> Q:
    """Rows whose passage shares a character with one of these."""
    ways = (
        Q(passage__text=p.text_id, passage__start__lt=p.end, passage__end__gt=p.start)
        for p in passages
    )
    return reduce(or_, ways, Q(pk=None))
