"""Finds entities by name: keys narrow in the database, rapidfuzz ranks what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import and_, or_

from django.db.models import Q

from apps.domain.spelling import closeness, closenesses, fold, has_beginnings, keys_asked
from apps.entities.models import Entity, Name
from apps.entities.querysets import EntityQuerySet

MOST_FOUND = 500
MOST_NAMES = 1000
MOST_WORDS = 8
CLOSE = 70.0
SURE = 85.0
ENOUGH = 20
THE_NAME, ITS_BEGINNING, ITS_WORDS, LIKE_IT = range(4)

Row = tuple[int, str, str]


@dataclass(frozen=True)
class Found:
    """An entity and, where its label does not say why it was found, the alias that does."""

    entity: Entity
    alias: str
    score: float


@dataclass(frozen=True, order=True)
class _Fit:
    """How well one name fits; the best sorts first."""

    rank: int
    distance: float
    form: str


def find_entities(words: str, among: EntityQuerySet | None = None) -> list[Found]:
    """At most 500 entities of which a name is, begins, holds or resembles the words; best first."""
    asked = " ".join(fold(words).split()[:MOST_WORDS])
    if not asked:
        return []
    keys = _conditions(asked)
    fits = _fits(asked, _rows(reduce(and_, keys), among))
    if not any(fit.distance <= 100 - SURE for fit in fits.values()) and len(keys) > 1:
        nearly = (reduce(and_, some) for some in combinations(keys, len(keys) - 1))
        fits = _fits(asked, _rows(reduce(or_, nearly), among))
    return _found(asked, fits)


def _conditions(asked: str) -> list[Q]:
    """For each word a condition that the keys of a name hold it, or a slip of it."""
    return [Q(keys__overlap=keys) for keys in keys_asked(asked)]


def _rows(condition: Q, among: EntityQuerySet | None) -> list[Row]:
    names = Name.objects.filter(condition)
    if among is not None:
        names = names.filter(entity__in=among)
    return list(names.values_list("entity", "form", "folded")[:MOST_NAMES])


def _fits(asked: str, rows: Iterable[Row]) -> dict[int, _Fit]:
    """The best fit of each entity; likeness is looked at only where plain hits are few."""
    fits: dict[int, _Fit] = {}
    others = []
    for entity, form, folded in rows:
        rank = _plain_rank(folded, asked.split(), asked)
        if rank == LIKE_IT:
            others.append((entity, form, folded))
        else:
            _keep(fits, entity, _Fit(rank, 0.0, form))
    if len(fits) < ENOUGH:
        scores = closenesses(asked, {folded for _, _, folded in others}, at_least=CLOSE)
        for entity, form, folded in others:
            if folded in scores:
                _keep(fits, entity, _Fit(LIKE_IT, 100 - scores[folded], form))
    return fits


def _keep(fits: dict[int, _Fit], entity: int, fit: _Fit) -> None:
    if entity not in fits or fit < fits[entity]:
        fits[entity] = fit


def _plain_rank(name: str, parts: Sequence[str], asked: str) -> int:
    if name == asked:
        return THE_NAME
    if name.startswith(asked):
        return ITS_BEGINNING
    return ITS_WORDS if has_beginnings(name, parts) else LIKE_IT


def _found(asked: str, fits: dict[int, _Fit]) -> list[Found]:
    """Among equals the one whose own label is nearest, then by label."""
    best = sorted(fits, key=lambda entity: fits[entity])[:MOST_FOUND]
    entities = Entity.objects.in_bulk(best)
    labels = {pk: fold(entity.label) for pk, entity in entities.items()}

    def order(pk: int) -> tuple[int, float, float, str]:
        fit = fits[pk]
        return fit.rank, fit.distance, -closeness(asked, labels[pk]), labels[pk]

    return [_one(entities[pk], fits[pk]) for pk in sorted(entities, key=order)]


def _one(entity: Entity, fit: _Fit) -> Found:
    score = 100 - fit.distance - (0 if fit.rank in (THE_NAME, LIKE_IT) else fit.rank)
    return Found(entity, "" if fit.form == entity.label else fit.form, round(score, 1))
