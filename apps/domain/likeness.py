"""How much two stretches of words have in common, by the beginnings of the words that tell most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

from apps.domain.spelling import fold

Stems = frozenset[str]
SHORTEST = 3
LEAST_TOLD = 0.3
ENOUGH = 12.0
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion")
SHORT_ENDINGS = ("ies", "ed", "es", "al", "y", "s", "e")
COMMON = frozenset(
    "the and for with from that this which was were are been has have had its their his her not "
    "into than between after before also both some such other more most over under while when who "
    "whom where would could will may one two".split()
)


@lru_cache(maxsize=20_000)
def stems(words: str) -> Stems:
    """The beginnings of the words that may tell something; signed and signing have one."""
    found = (word for word in fold(words).split() if len(word) >= SHORTEST or word.isdigit())
    return frozenset(_stem(word) for word in found if word not in COMMON)


def weights(among: Iterable[Stems]) -> Mapping[str, float]:
    """What each stem tells: little where many have it."""
    bags = list(among)
    counts = Counter(stem for bag in bags for stem in bag)
    return {stem: log(1 + len(bags) / count) for stem, count in counts.items()}


def covered(name: Stems, words: Stems, worth: Mapping[str, float]) -> float:
    """Which part of a name stands among the words, from 0 to 1."""
    whole = sum(worth.get(stem, 1.0) for stem in name)
    return sum(worth.get(stem, 1.0) for stem in name & words) / whole if whole else 0.0


def told(name: Stems, words: Stems, worth: Mapping[str, float]) -> float:
    """How surely the words name it: a whole name more than a part, a long one than a short."""
    matched = sum(worth.get(stem, 1.0) for stem in name & words)
    return covered(name, words, worth) * (LEAST_TOLD + (1 - LEAST_TOLD) * min(1, matched / ENOUGH))


def alike(one: Stems, other: Stems, worth: Mapping[str, float]) -> float:
    """How like two stretches are, from 0 to 1."""
    sizes = sum(worth.get(s, 1.0) for s in one) * sum(worth.get(s, 1.0) for s in other)
    return sum(worth.get(stem, 1.0) for stem in one & other) / sqrt(sizes) if sizes else 0.0


def _stem(word: str) -> str:
    if word.isdigit():
        return word
    for ending in (*ENDINGS, *SHORT_ENDINGS):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
