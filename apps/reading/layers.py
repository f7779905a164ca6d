"""Loads what is laid over a text: its mentions, its claims, and the contradictions among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from django.db.models import Count, Q

from apps.claims.excerpts import Excerpt, excerpts_for_public
from apps.claims.models import Claim, Evidence
from apps.contradictions.models import Contradiction, Involvement, Severity
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.sight import Sight, Stretches, lies_within
from apps.reading.support import Standing, standing_in
from apps.reading.talks import PlacedTalk, talks
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
    """A claim and where a passage that carries it lies."""

    passage: int
    start: int
    end: int
    claim: int
    review: str
    prints_value: bool = True


@dataclass(frozen=True)
class Layers:
    """Everything that marks and cards on a stretch of a text are made from.

    `stands` tells where in all of the text a claim stands, `times_named` counts an entity's
    mentions there.
    """

    mentions: tuple[PlacedMention, ...]
    evidence: tuple[PlacedClaim, ...]
    entities: Mapping[int, Entity]
    claims: Mapping[int, Claim]
    cases: Mapping[int, tuple[Contradiction, ...]]
    partners: Mapping[int, tuple[int, ...]]
    on_fact: Mapping[str, tuple[int, ...]]
    places: Mapping[int, str]
    stands: Mapping[int, Standing]
    times_named: Mapping[int, int]
    excerpts: Mapping[int, Excerpt]
    is_for_team: bool = False
    is_markable: bool = False
    talks: tuple[PlacedTalk, ...] = ()


def load_layers(sight: Sight, within: Stretches, *, is_whole: bool) -> Layers:
    """The layers on some stretches in a dozen queries, however many passages lie there.

    Without `is_whole` only that is loaded of which cards stand on every page: claims that are
    contradicted, and what is said to the same.
    """
    mentions, evidence = _mentions(sight, within), _evidence(sight, within)
    own = {placed.claim for placed in evidence}
    cases, partners = _cases(own, sight)
    carded = own if is_whole else own & cases.keys()
    opponents = {claim for case in partners.values() for claim in case}
    claims = _claims(carded, opponents, {*sight.reviews, *sight.audience.reviews})
    named = {mention.entity for mention in mentions} if is_whole else set()
    return Layers(
        mentions=mentions,
        evidence=evidence,
        entities=_entities(claims.values(), named),
        claims=claims,
        cases=cases,
        partners=partners,
        on_fact=_by_fact(claims.values()),
        places=_places(claims),
        stands=standing_in(sight.text, own),
        times_named=_times_named(sight, named),
        excerpts=_excerpts(carded, claims) if sight.audience == Audience.PUBLIC else {},
        is_for_team=sight.audience == Audience.TEAM,
        is_markable=sight.text.kind == Text.Kind.ORIGINAL and sight.text.is_current,
        talks=talks(sight, within) if sight.audience == Audience.TEAM else (),
    )


def _by_fact(claims: Iterable[Claim]) -> dict[str, tuple[int, ...]]:
    """For each question the numbers of the claims that answer it."""
    on_fact: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        on_fact[claim.fact_key].append(claim.pk)
    return {fact: tuple(keys) for fact, keys in on_fact.items()}


def _excerpts(carded: Iterable[int], claims: Mapping[int, Claim]) -> dict[int, Excerpt]:
    """What the public reads of the wording around the claims that have cards here."""
    return excerpts_for_public(claims[claim] for claim in carded if claim in claims)


def _mentions(sight: Sight, within: Stretches) -> tuple[PlacedMention, ...]:
    rows = (
        sight.mentions()
        .filter(lies_within(within))
        .order_by("passage__start", "passage__end", "pk")
        .values_list("passage_id", "passage__start", "passage__end", "entity_id", "review")
    )
    return tuple(PlacedMention(*row) for row in rows)


def _evidence(sight: Sight, within: Stretches) -> tuple[PlacedClaim, ...]:
    rows = (
        sight.evidence()
        .filter(lies_within(within))
        .order_by("passage__start", "passage__end", "pk")
    )
    fields = ("passage_id", "passage__start", "passage__end", "claim_id", "claim__review")
    return tuple(PlacedClaim(*row) for row in rows.values_list(*fields, "prints_value"))


def _cases(
    own: Iterable[int], sight: Sight
) -> tuple[dict[int, tuple[Contradiction, ...]], dict[int, tuple[int, ...]]]:
    """For each claim its contradictions, and for each of those all claims involved, in order."""
    shown = sight.cases().filter(involvements__claim__in=list(own)).distinct()
    found = {
        case.pk: case
        for case in shown.select_related("settled_by").defer("reckoning", "facts", "conflicts")
    }
    cases: dict[int, list[Contradiction]] = defaultdict(list)
    partners: dict[int, list[int]] = defaultdict(list)
    involved = Involvement.objects.filter(contradiction__in=found).order_by(
        "contradiction", "position"
    )
    rows = involved.values_list("contradiction_id", "claim_id")
    for case, claim in sorted(rows, key=lambda row: _place(found[row[0]])):
        partners[case].append(claim)
        cases[claim].append(found[case])
    return _frozen(cases), _frozen(partners)


def _place(case: Contradiction) -> tuple[bool, int]:
    """Open cases come first, and of those the surest."""
    return not case.is_open, Severity.values.index(case.severity)


def _frozen(lists: Mapping[int, list[V]]) -> dict[int, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _claims(own: set[int], partners: set[int], reviews: set[str]) -> dict[int, Claim]:
    """The text's own claims, those they are set against, and all others on the same facts."""
    facts = Claim.objects.filter(pk__in=own).values("fact_key")
    wanted = Claim.objects.filter(Q(pk__in=own | partners) | Q(fact_key__in=facts))
    visible = wanted.filter(review__in=reviews).defer(*ONLY_FOR_DETECTION)
    related = visible.prefetch_related("source", "measure", "filled_roles")
    return {claim.pk: claim for claim in related.order_by("source__position", "pk")}


def _times_named(sight: Sight, entities: Iterable[int]) -> dict[int, int]:
    named = sight.mentions().filter(entity__in=list(entities)).order_by()
    return dict(named.values_list("entity").annotate(Count("pk")))


def _entities(claims: Iterable[Claim], named: Iterable[int]) -> dict[int, Entity]:
    """All entities that are named or claimed about, in one query; claims get theirs from it."""
    claims = list(claims)
    roles = [role for claim in claims for role in claim.filled_roles.all()]
    wanted = set(named)
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
        Evidence.objects.printing()
        .filter(claim__in=claims)
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
