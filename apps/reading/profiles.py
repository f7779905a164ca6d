"""Gathers what is known of an entity: who names it, and what is claimed of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Q

from apps.annotations.models import Naming
from apps.claims.models import Claim, ClaimRole
from apps.claims.querysets import ClaimQuerySet
from apps.claims.wording import printed_with_unit, topic, value_in_words
from apps.contradictions.models import Contradiction
from apps.entities.lookup import Found
from apps.entities.models import Entity
from apps.reading.audience import Audience

# As `about` has it, for many entities at once.
STAND_IN = """
WITH visible AS NOT MATERIALIZED (
  SELECT * FROM claims_claim WHERE review = ANY(%(reviews)s)
), standing AS (
  SELECT subject_id AS entity, id FROM visible WHERE subject_id = ANY(%(entities)s)
   UNION
  SELECT value_entity_id, id FROM visible WHERE value_entity_id = ANY(%(entities)s)
   UNION
  SELECT entity_id, visible.id
    FROM claims_claimrole JOIN visible ON visible.id = claim_id
   WHERE entity_id = ANY(%(entities)s)
)
SELECT entity, count(*) FROM standing GROUP BY entity
"""
BY_MEASURE = ("measure__label", "period", "source__position", "pk")


@dataclass(frozen=True)
class EntityRow:
    """A line of the list of entities."""

    entity: Entity
    alias: str
    mentions: int
    sources: int
    claims: int


@dataclass(frozen=True)
class ClaimLine:
    """A claim in a line, with how it stands."""

    claim: Claim
    topic: str
    printed: str
    value: str
    standing: str


def entity_rows(found: Iterable[Found], audience: Audience = Audience.PUBLIC) -> list[EntityRow]:
    """Lines for these entities, counted in two queries."""
    found = list(found)
    keys = [one.entity.pk for one in found]
    counted = (
        Naming.objects.in_originals()
        .filter(entity__in=keys)
        .order_by()
        .values_list("entity")
        .annotate(mentions=Count("*"), sources=Count("text", distinct=True))
    )
    named = {entity: (mentions, sources) for entity, mentions, sources in counted}
    with connection.cursor() as cursor:
        cursor.execute(STAND_IN, {"entities": keys, "reviews": list(audience.reviews)})
        claims = dict(cursor.fetchall())
    return [
        EntityRow(
            one.entity,
            one.alias,
            *named.get(one.entity.pk, (0, 0)),
            claims.get(one.entity.pk, 0),
        )
        for one in found
    ]


def about(entity: Entity) -> Q:
    """A condition on claims: it is their subject, their answer, or fills a role."""
    # A union goes by three indexes, where alternatives would read every claim.
    subject, answer = (
        Claim.objects.filter(**{field: entity}).order_by().values("pk")
        for field in ("subject", "value_entity")
    )
    in_role = ClaimRole.objects.filter(entity=entity).order_by().values("claim")
    return Q(pk__in=subject.union(answer, in_role, all=True))


def claims_about(entity: Entity, audience: Audience) -> ClaimQuerySet:
    """The claims of which it is the subject or fills a role, by measure and period."""
    visible = Claim.objects.filter(about(entity), review__in=audience.reviews)
    return visible.order_by(*BY_MEASURE)


def lines_of(claims: Collection[int]) -> list[ClaimLine]:
    """These claims, by primary key, in words, by measure and period."""
    return claim_lines(Claim.objects.filter(pk__in=claims).in_words().order_by(*BY_MEASURE))


def claim_lines(claims: Iterable[Claim]) -> list[ClaimLine]:
    """Claims in words, with how they stand."""
    claims = list(claims)
    stands = standings(claims)
    return [
        ClaimLine(
            claim,
            topic(claim),
            printed_with_unit(claim),
            value_in_words(claim),
            stands.get(claim.pk, ""),
        )
        for claim in claims
    ]


def standings(claims: Iterable[Claim]) -> dict[int, str]:
    """For claims with a contradiction: contradicted while one is open, else settled."""
    involved = Contradiction.objects.public().filter(involvements__claim__in=claims)
    stands: dict[int, str] = {}
    for claim, state in involved.values_list("involvements__claim", "state"):
        if state != Contradiction.State.SETTLED:
            stands[claim] = "contradicted"
        else:
            stands.setdefault(claim, "settled")
    return stands
