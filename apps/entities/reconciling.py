"""Matches names from elsewhere against the authority, in the words of the Reconciliation API 0.2.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, quoted
from apps.entities.lookup import Found, find_entities
from apps.entities.models import Entity
from apps.entities.querysets import EntityQuerySet

Json = dict[str, Any]

BATCH_SIZE = 50
USUAL_LIMIT, HIGHEST_LIMIT = 10, 50
SURE_MATCH = 95.0
WEIGHT_OF_NAME = 0.7
REMEDY = "See the Reconciliation Service API 0.2 for how a query is written."
QUERY_FIELDS = frozenset({"query", "type", "limit", "properties", "type_strict"})

Values = Callable[[Entity], list[Json]]


def _linked(entities: Iterable[Entity]) -> list[Json]:
    return [{"id": one.slug, "name": one.label} for one in entities]


def _said(*words: str) -> list[Json]:
    return [{"str": word} for word in words if word]


PROPERTIES: Mapping[str, tuple[str, Values]] = {
    "kind": ("kind", lambda entity: _said(entity.kind)),
    "wikidata": ("Wikidata", lambda entity: _said(entity.wikidata)),
    "orcid": ("ORCID iD", lambda entity: _said(entity.orcid)),
    "alias": ("alias", lambda entity: _said(*(alias.form for alias in entity.aliases.all()))),
    "note": ("note", lambda entity: _said(entity.note)),
    "part_of": ("part of", lambda entity: _linked(entity.part_of.all())),
    "distinct_from": ("distinct from", lambda entity: _linked(entity.distinct_from.all())),
}
LINKS = frozenset({"part_of", "distinct_from"})


def type_of(kind: str) -> Json:
    """A kind of entity as the API names types."""
    return {"id": kind, "name": str(dict(Entity.Kind.choices)[kind])}


def answer_batch(batch: Any) -> Json:
    """For each query of a batch, by its key, the candidates."""
    if not isinstance(batch, dict):
        raise Refusal("A batch of queries is an object with a key for each query.", REMEDY)
    return {key: {"result": candidates(query)} for key, query in batch.items()}


def candidates(query: Any) -> list[Json]:
    """Entities that the query may mean, the likeliest first."""
    if not isinstance(query, dict) or set(query) - QUERY_FIELDS:
        raise Refusal(f"A query is an object with {', '.join(sorted(QUERY_FIELDS))}.", REMEDY)
    wanted = _properties(query.get("properties", []))
    words = _words(query.get("query", ""))
    if not words and not wanted:
        raise Refusal("A query needs a query string or properties.", REMEDY)
    among = _of_types(query.get("type", []))
    found = _named(words, among) if words else _with_properties(wanted, among)
    scored = sorted(
        ((_score(one, wanted), one.entity) for one in found[:HIGHEST_LIMIT]),
        key=lambda pair: (-pair[0], pair[1].label),
    )
    sure = [entity.pk for score, entity in scored if score >= SURE_MATCH]
    limit = _limit(query.get("limit", USUAL_LIMIT))
    return [
        _candidate(entity, score, is_match=sure == [entity.pk]) for score, entity in scored[:limit]
    ]


def extended(query: Any) -> Json:
    """The values of properties for these entities."""
    if not isinstance(query, dict):
        raise Refusal("A data extension query is an object with ids and properties.", REMEDY)
    ids = _strings(query.get("ids"), "ids")
    asked = query.get("properties")
    if not isinstance(asked, list) or not all(isinstance(one, dict) for one in asked):
        raise Refusal("The properties of a data extension query are objects with an id.", REMEDY)
    names = _strings([one.get("id") for one in asked], "properties")
    unknown = [name for name in names if name not in PROPERTIES]
    if unknown:
        raise Refusal(f"There is no property {quoted(unknown[0])}.", f"Use {_known()}.")
    rows = full(Entity.objects.public()).in_bulk(ids, field_name="slug")
    return {
        "meta": [{"id": name, "name": PROPERTIES[name][0]} for name in names],
        "rows": {
            slug: {name: PROPERTIES[name][1](rows[slug]) if slug in rows else [] for name in names}
            for slug in ids
        },
    }


def full(entities: EntityQuerySet) -> EntityQuerySet:
    """With all that properties tell."""
    return entities.prefetch_related("aliases", "part_of", "distinct_from")


def described(entity: Entity) -> str:
    """What tells it from its namesakes, in a line."""
    kind = str(entity.get_kind_display())
    return f"{kind}. {entity.note}" if entity.note else kind


def named(words: str) -> list[Entity]:
    """Entities for a box that completes what one types."""
    return [one.entity for one in _named(words, Entity.objects.public())] if words else []


def _named(words: str, among: EntityQuerySet) -> list[Found]:
    """By identifier or by name."""
    by_id = list(among.bearing(words))
    taken = {entity.pk for entity in by_id}
    others = [one for one in find_entities(words, among) if one.entity.pk not in taken]
    return [*(Found(entity, "", 100.0) for entity in by_id), *others]


def _with_properties(wanted: Sequence[tuple[str, list[str]]], among: EntityQuerySet) -> list[Found]:
    for name, values in wanted:
        if name == "alias":
            among = among.filter(aliases__form__in=values)
        elif name in LINKS:
            among = among.filter(**{f"{name}__slug__in": values})
        else:
            among = among.filter(**{f"{name}__in": values})
    chosen = among.order_by("label", "pk").distinct()[:HIGHEST_LIMIT]
    return [Found(entity, "", 100.0) for entity in chosen]


def _score(found: Found, wanted: Sequence[tuple[str, list[str]]]) -> float:
    if not wanted:
        return found.score
    fitting = sum(_has(found.entity, name, values) for name, values in wanted)
    beside = 100 * (1 - WEIGHT_OF_NAME) * fitting / len(wanted)
    return round(WEIGHT_OF_NAME * found.score + beside, 1)


def _has(entity: Entity, name: str, values: Sequence[str]) -> bool:
    held = {word for value in PROPERTIES[name][1](entity) for word in value.values()}
    return not held.isdisjoint(values)


def _candidate(entity: Entity, score: float, *, is_match: bool) -> Json:
    return {
        "id": entity.slug,
        "name": entity.label,
        "description": described(entity),
        "type": [type_of(entity.kind)],
        "score": score,
        "features": [{"id": "name", "value": score}],
        "match": is_match,
    }


def _words(query: Any) -> str:
    if not isinstance(query, str) or not is_storable([query]):
        raise Refusal("The query string of a query is a string that can be stored.", REMEDY)
    return query.strip()


def _of_types(types: Any) -> EntityQuerySet:
    kinds = [types] if isinstance(types, str) else types
    known = _strings(
        [one.get("id") if isinstance(one, dict) else one for one in _list(kinds)], "type"
    )
    public = Entity.objects.public()
    return public.filter(kind__in=known) if known else public


def _properties(properties: Any) -> list[tuple[str, list[str]]]:
    found = []
    for one in _list(properties):
        if not isinstance(one, dict) or one.get("pid") not in PROPERTIES:
            raise Refusal("A property has a pid that is known and a v.", f"Use {_known()}.")
        values = one.get("v")
        values = values if isinstance(values, list) else [values]
        plain = [str(value.get("id") if isinstance(value, dict) else value) for value in values]
        found.append((str(one["pid"]), _strings(plain, "v")))
    return found


def _limit(limit: Any) -> int:
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise Refusal("The limit of a query is a whole number above 0.", REMEDY)
    return min(limit, HIGHEST_LIMIT)


def _list(given: Any) -> list[Any]:
    if not isinstance(given, list):
        raise Refusal("Types and properties are lists.", REMEDY)
    return given


def _strings(given: Any, what: str) -> list[str]:
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise Refusal(f"“{what}” is a list of strings.", REMEDY)
    if not is_storable(given):
        raise Refusal(f"“{what}” holds what cannot be stored.", REMEDY)
    return given


def _known() -> str:
    return ", ".join(PROPERTIES)
