"""Finds entities by name: keys narrow in the database, rapidfuzz ranks what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from apps.domain.spelling import (
    beginnings_asked,
    closeness,
    closenesses,
    fold,
    has_beginnings,
    keys_asked,
)
from apps.entities.models import Entity, Name
from apps.entities.querysets import EntityQuerySet, NameQuerySet

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


class _Fit(NamedTuple):
    """How well one name fits; the best sorts first."""

    rank: int
    distance: float
    form: str
    folded: str


Fits = dict[int, _Fit]


class Finds(Sequence[Found]):
    """What was found, the best first; entities are fetched where somebody looks at them."""

    def __init__(self, fits: Mapping[int, _Fit]) -> None:
        self.keys = list(fits)
        self._fits = fits

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Found]:
        return iter(self[:])

    @overload
    def __getitem__(self, place: int) -> Found: ...

    @overload
    def __getitem__(self, place: slice) -> list[Found]: ...

    def __getitem__(self, place: int | slice) -> Found | list[Found]:
        if isinstance(place, int):
            return self[place : place + 1 or None][0]
        entities = Entity.objects.in_bulk(self.keys[place])
        return [_one(entities[key], self._fits[key]) for key in self.keys[place]]


def find_entities(words: str, among: EntityQuerySet | None = None) -> Finds:
    """At most 500 entities of which a name is, begins, holds or resembles the words; best first."""
    asked = " ".join(fold(words).split()[:MOST_WORDS])
    if not asked:
        return Finds({})
    names = Name.objects.all() if among is None else Name.objects.filter(entity__in=among)
    return Finds(_in_order(asked, _fits(asked, names)))


def _fits(asked: str, names: NameQuerySet) -> Fits:
    """The best fit of each entity; what is less like the words is looked for if little else is."""
    fits: Fits = {}
    _add(fits, asked, names.beginning(asked))
    if len(fits) < MOST_FOUND:
        _add(fits, asked, names.kept_under_all(beginnings_asked(asked)))
    choices = keys_asked(asked)
    if len(fits) < ENOUGH:
        _add(fits, asked, names.kept_under(choices))
    if not any(fit.distance <= 100 - SURE for fit in fits.values()) and len(choices) > 1:
        _add(fits, asked, names.kept_under(choices, missing=1))
    return fits


def _add(fits: Fits, asked: str, names: NameQuerySet) -> None:
    """What these names add to the fits; likeness is looked at only where plain hits are few."""
    others: list[Row] = []
    parts = asked.split()
    for entity, form, folded in names.values_list("entity", "form", "folded")[:MOST_NAMES]:
        rank = _plain_rank(folded, parts, asked)
        if rank == LIKE_IT:
            others.append((entity, form, folded))
        else:
            _keep(fits, entity, _Fit(rank, 0.0, form, folded))
    if len(fits) < ENOUGH:
        scores = closenesses(asked, {folded for _, _, folded in others}, at_least=CLOSE)
        for entity, form, folded in others:
            if folded in scores:
                _keep(fits, entity, _Fit(LIKE_IT, 100 - scores[folded], form, folded))


def _keep(fits: Fits, entity: int, fit: _Fit) -> None:
    if entity not in fits or fit < fits[entity]:
        fits[entity] = fit


def _plain_rank(name: str, parts: Sequence[str], asked: str) -> int:
    if name == asked:
        return THE_NAME
    if name.startswith(asked):
        return ITS_BEGINNING
    return ITS_WORDS if has_beginnings(name, parts) else LIKE_IT


def _in_order(asked: str, fits: Fits) -> Fits:
    """The best of them; among equals the one whose own label is nearest, then by label."""
    best = sorted(fits, key=lambda entity: fits[entity])[:MOST_FOUND]
    labels = dict(Entity.objects.filter(pk__in=best).values_list("pk", "label"))

    def order(pk: int) -> tuple[int, float, float, str]:
        fit = fits[pk]
        label = fit.folded if fit.form == labels[pk] else fold(labels[pk])
        return fit.rank, fit.distance, -closeness(asked, label), label

    return {pk: fits[pk] for pk in sorted(labels, key=order)}


def _one(entity: Entity, fit: _Fit) -> Found:
    score = 100 - fit.distance - (0 if fit.rank in (THE_NAME, LIKE_IT) else fit.rank)
    return Found(entity, "" if fit.form == entity.label else fit.form, round(score, 1))
