"""Loads what is laid over a text: its mentions, its claims, and the contradictions among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from django.db.models import Q

from apps.annotations.models import Mention
from apps.claims.models import Claim, Evidence
from apps.contradictions.models import Contradiction, Involvement
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.choice import EVERYTHING, Choice
from apps.sources.models import Block, Text

# Derived fields that only detection reads; leaving them out halves the time to load a claim.
ONLY_FOR_DETECTION = (
    "also",
    "plausible",
    "ulp",
    "period_range",
    "slot_key",
    "wider_slot_keys",
    "strand",
    "part_fact_key",
    "whole_fact_key",
)
V = TypeVar("V")


class PlacedMention(NamedTuple):
    """A mention and where its passage lies."""

    passage: int
    start: int
    end: int
    entity: int
    review: str


class PlacedClaim(NamedTuple):
    """A claim and where the passage that carries it lies."""

    passage: int
    start: int
    end: int
    claim: int


@dataclass(frozen=True)
class Layers:
    """Everything that marks and cards of one text are made from."""

    mentions: tuple[PlacedMention, ...]
    evidence: tuple[PlacedClaim, ...]
    entities: Mapping[int, Entity]
    claims: Mapping[int, Claim]
    cases: Mapping[int, tuple[Contradiction, ...]]
    partners: Mapping[int, tuple[int, ...]]
    on_fact: Mapping[str, tuple[int, ...]]
    places: Mapping[int, str]


def load_layers(text: Text, audience: Audience, choice: Choice = EVERYTHING) -> Layers:
    """The layers of a text in a dozen queries, however many passages it has."""
    reviews = choice.reviews(audience)
    mentions = _mentions(text, reviews, choice.entered("entered_by"))
    evidence = _evidence(text, reviews, choice.entered("claim__entered_by"))
    own = {placed.claim for placed in evidence}
    cases, partners = _cases(own, choice)
    partner_claims = {claim for case in partners.values() for claim in case}
    claims = _claims(own, partner_claims, {*reviews, *audience.reviews})
    entities = _entities(claims.values(), mentions)
    on_fact: dict[str, list[int]] = defaultdict(list)
    for claim in claims.values():
        on_fact[claim.fact_key].append(claim.pk)
    return Layers(
        mentions=mentions,
        evidence=evidence,
        entities=entities,
        claims=claims,
        cases=cases,
        partners=partners,
        on_fact={fact: tuple(keys) for fact, keys in on_fact.items()},
        places=_places(claims),
    )


def _mentions(text: Text, reviews: Iterable[str], entered: Q) -> tuple[PlacedMention, ...]:
    rows = (
        Mention.objects.filter(entered, passage__text=text, review__in=reviews)
        .order_by("passage__start", "passage__end", "pk")
        .values_list("passage_id", "passage__start", "passage__end", "entity_id", "review")
    )
    return tuple(PlacedMention(*row) for row in rows)


def _evidence(text: Text, reviews: Iterable[str], entered: Q) -> tuple[PlacedClaim, ...]:
    rows = (
        Evidence.objects.filter(entered, passage__text=text, claim__review__in=reviews)
        .order_by("passage__start", "passage__end", "pk")
        .values_list("passage_id", "passage__start", "passage__end", "claim_id")
    )
    return tuple(PlacedClaim(*row) for row in rows)


def _cases(
    own: Iterable[int], choice: Choice
) -> tuple[dict[int, tuple[Contradiction, ...]], dict[int, tuple[int, ...]]]:
    """For each claim its contradictions; for each of those all claims involved, in order."""
    public = Contradiction.objects.public().filter(involvements__claim__in=list(own)).distinct()
    found = {
        case.pk: case
        for case in public.select_related("settled_by").defer("reckoning", "strands")
        if choice.allows_case(is_open=case.is_open)
    }
    cases: dict[int, list[Contradiction]] = defaultdict(list)
    partners: dict[int, list[int]] = defaultdict(list)
    involved = Involvement.objects.filter(contradiction__in=found).order_by(
        "contradiction", "position"
    )
    for case, claim in involved.values_list("contradiction_id", "claim_id"):
        partners[case].append(claim)
        cases[claim].append(found[case])
    return _frozen(cases), _frozen(partners)


def _frozen(lists: Mapping[int, list[V]]) -> dict[int, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _claims(own: set[int], partners: set[int], reviews: set[str]) -> dict[int, Claim]:
    """The text's own claims, those they are set against, and all others on the same facts."""
    facts = Claim.objects.filter(pk__in=own).values("fact_key")
    wanted = Claim.objects.filter(Q(pk__in=own | partners) | Q(fact_key__in=facts))
    visible = wanted.filter(review__in=reviews).defer(*ONLY_FOR_DETECTION)
    related = visible.prefetch_related("source", "measure", "filled_roles")
    return {claim.pk: claim for claim in related.order_by("source__position", "pk")}


def _entities(claims: Iterable[Claim], mentions: Iterable[PlacedMention]) -> dict[int, Entity]:
    """All entities that are named or claimed about, in one query; claims get theirs from it."""
    claims = list(claims)
    roles = [role for claim in claims for role in claim.filled_roles.all()]
    wanted = {mention.entity for mention in mentions}
    wanted |= {key for claim in claims for key in (claim.subject_id, claim.value_entity_id) if key}
    wanted |= {role.entity_id for role in roles if role.entity_id}
    entities = Entity.objects.in_bulk(wanted)
    for claim in claims:
        claim.subject = entities[claim.subject_id]
        if claim.value_entity_id is not None:
            claim.value_entity = entities[claim.value_entity_id]
    for role in roles:
        if role.entity_id is not None:
            role.entity = entities[role.entity_id]
    return entities


def _places(claims: Mapping[int, Claim]) -> dict[int, str]:
    """For each claim the label of the table that prints it; nothing for running text.

    Where the original is not here, its tables are those of the record edition.
    """
    rows = list(
        Evidence.objects.filter(claim__in=claims)
        .order_by("claim", "-passage__text__kind", "passage__text__revision")
        .values_list("claim_id", "passage__text_id", "passage__start")
    )
    tables: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    labelled = Block.objects.filter(
        text__in={text for _, text, _ in rows}, kind=Block.Kind.TABLE
    ).exclude(label="")
    for text, start, end, label in labelled.values_list("text_id", "start", "end", "label"):
        tables[text].append((start, end, label))
    places = dict.fromkeys(claims, "")
    for claim, text, start in rows:
        label = next((label for a, b, label in tables[text] if a <= start < b), "")
        places[claim] = label or places[claim]
    return places
