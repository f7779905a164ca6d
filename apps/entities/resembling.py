"""Finds entities that may be one: keys of their names narrow in the database, words decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Count, Max

from apps.domain.spelling import resemblance
from apps.entities.models import Entity, LookAlike, Name

ALIKE = 80.0
THE_SAME = 100.0
NAMES_TOLD = 3

# A key that many names have tells nothing of any two of them, and they would be too many.
PAIRS = """
WITH keyed AS MATERIALIZED (
  SELECT name.id, entity_id, folded, key
    FROM entities_name AS name, unnest(keys) AS key WHERE key NOT LIKE '%*'
), rare AS MATERIALIZED (
  SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND 40
)
SELECT DISTINCT one.entity_id, other.entity_id, one.id, other.id, one.folded, other.folded
  FROM rare JOIN keyed AS one USING (key) JOIN keyed AS other USING (key)
 WHERE one.entity_id < other.entity_id
"""

Pair = tuple[int, int]
Evidence = tuple[float, int, int]


@dataclass(frozen=True)
class Resemblance:
    """Two entities, how alike they are called, and by which names, the most alike first."""

    one: Entity
    other: Entity
    likeness: int
    names: tuple[tuple[str, str], ...]


def resembling_pairs() -> list[Pair]:
    """Pairs that nobody decided on, by primary key, the most alike first."""
    found = _found()
    decided = _apart() | _either_way(LookAlike.objects.values_list("one", "other"))
    kinds = dict(
        Entity.objects.filter(pk__in={pk for pair in found for pk in pair}).values_list(
            "pk", "kind"
        )
    )
    return [
        pair
        for pair, evidence in found.items()
        if pair not in decided and (evidence[0][0] == THE_SAME or kinds[pair[0]] == kinds[pair[1]])
    ]


def resemblances(pairs: Collection[Pair]) -> list[Resemblance]:
    """What speaks for these pairs; nothing where their names are not alike any more."""
    found = _found()
    told = {pair: found.get(pair, ()) for pair in pairs}
    named = {name for evidence in told.values() for _, *names in evidence for name in names}
    forms = dict(Name.objects.filter(pk__in=named).values_list("pk", "form"))
    entities = Entity.objects.in_bulk({pk for pair in pairs for pk in pair})
    return [
        Resemblance(
            entities[one],
            entities[other],
            int(max((likeness for likeness, _, _ in evidence), default=0)),
            # The same form may stand in several languages.
            tuple(dict.fromkeys((forms[left], forms[right]) for _, left, right in evidence)),
        )
        for (one, other), evidence in told.items()
    ]


def _found() -> dict[Pair, tuple[Evidence, ...]]:
    """All pairs that are called alike; reckoned again when a name came or went."""
    state = Name.objects.aggregate(last=Max("pk"), count=Count("pk"))
    return _reckoned(connection.settings_dict["NAME"], state["last"], state["count"])


@lru_cache(maxsize=1)
def _reckoned(database: str, last: int, count: int) -> dict[Pair, tuple[Evidence, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        rows = cursor.fetchall()
    best = _best(rows)
    order = sorted(best, key=lambda pair: (-best[pair][0][0], pair))
    return {pair: best[pair] for pair in order}


def _best(rows: Iterable[tuple[int, int, int, int, str, str]]) -> dict[Pair, tuple[Evidence, ...]]:
    alike: dict[Pair, list[Evidence]] = {}
    for one, other, left, right, left_folded, right_folded in rows:
        likeness = resemblance(left_folded, right_folded)
        if likeness >= ALIKE:
            alike.setdefault((one, other), []).append((likeness, left, right))
    return {
        pair: tuple(sorted(names, key=lambda name: (-name[0], name[1:]))[:NAMES_TOLD])
        for pair, names in alike.items()
    }


def _either_way(pairs: Iterable[Pair]) -> set[Pair]:
    return {pair for one, other in pairs for pair in ((one, other), (other, one))}


def _apart() -> set[Pair]:
    links = Entity.distinct_from.through.objects
    return set(links.values_list("from_entity_id", "to_entity_id"))
