"""Whom a stretch of words may name, and how surely; names may be told in part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from apps.domain.likeness import Stems, stems, told, weights
from apps.domain.spelling import fold
from apps.entities.models import Entity, Name

# Su-27, T-90S, Mi-8: short letters with a number, which tell more together than apart.
MODEL = re.compile(r"\b([^\W\d_a-zа-яё][^\W\d_]{0,3})[- ]?([0-9]{1,4}[^\W_]{0,6})\b")
MOST_NAMES = 2000
MOST_NAMED = 40
SHORTEST = 3
LEAST = 0.25


def named_in(words: str, ranges: Sequence[tuple[str, float]]) -> Mapping[str, float]:
    """Entities by their slugs, the surest first; `ranges` are parts of the words with their weight.

    A name counts as far as the best of the ranges tells it.
    """
    keys = {word for word in fold(words).split() if len(word) >= SHORTEST} | models_in(words)
    living = Name.objects.kept_under([keys]).filter(entity__in=Entity.objects.living())
    rows = living.order_by("pk").values_list("entity__slug", "form")[:MOST_NAMES]
    called = [(slug, _telling(form)) for slug, form in rows]
    worth = weights(name for _, name in called)
    parts: list[tuple[Stems, float]] = [(_telling(part), weight) for part, weight in ranges]
    found: dict[str, float] = defaultdict(float)
    for slug, name in called:
        best = max(weight * told(name, part, worth) for part, weight in parts)
        found[slug] = max(found[slug], best)
    surest = sorted(found, key=lambda slug: (-found[slug], slug))[:MOST_NAMED]
    return {slug: found[slug] for slug in surest if found[slug] >= LEAST}


def models_in(words: str) -> Stems:
    """The names of machines, as one word each."""
    return frozenset(fold(letters + number) for letters, number in MODEL.findall(words))


def _telling(words: str) -> Stems:
    return stems(words) | models_in(words)
