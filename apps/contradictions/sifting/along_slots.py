"""Wholes that parts of the same period may exceed, one of them or those along one slot together."""

from __future__ import annotations

import numpy as np

from apps.contradictions.sifting.columns import Facts, Steps
from apps.contradictions.sifting.grouping import (
    Marks,
    Pairs,
    at_least,
    largest,
    row_by_key,
    spread,
    summed,
)

ZERO = 0.0


def pairs_of(facts: Facts, steps: Steps) -> Pairs:
    """Each fact with each whole of its period that anybody speaks of."""
    firsts = np.searchsorted(steps.part, facts.series)
    counts = np.searchsorted(steps.part, facts.series, side="right") - firsts
    row_of = row_by_key(facts.key, len(facts.slots) * len(facts.codes))
    nothing = np.zeros(0, dtype=np.int64)
    found = [(nothing, nothing, nothing)]
    for parts, rows in spread(firsts, counts):
        keys = steps.whole[rows] * len(facts.codes) + facts.period[parts]
        wholes = row_of(keys)
        known = wholes >= 0
        found.append((parts[known], wholes[known], steps.slot[rows[known]]))
    part, whole, slot = (np.concatenate(column) for column in zip(*found, strict=True))
    return Pairs.sorted(part, whole, slot, len(facts.id))


def exceeded_by_one(facts: Facts, pairs: Pairs) -> Marks:
    """The wholes of which a single part may be the larger."""
    low = np.where(facts.is_non_negative[pairs.part], facts.low[pairs.part], -np.inf)
    return at_least(largest(pairs.whole, low, len(facts.id)), facts.high)


def exceeded_together(facts: Facts, pairs: Pairs, most_slots: int) -> Marks:
    """The wholes that parts which lie apart along one slot may exceed together.

    Two sets are looked at, as the rule does: the outermost parts, and the innermost.
    """
    alone = pairs.only((pairs.slot >= 0) & facts.is_non_negative[pairs.whole])
    suspects = _filled(facts, alone, most_slots)
    near = alone.only(suspects[alone.whole])
    if not len(near.part):
        return suspects
    is_part = np.zeros(len(facts.id), dtype=bool)
    is_part[near.part] = True
    within, holding = near.nested(alone.only(is_part[alone.whole]))
    outermost = _filled(facts, near.only(~within), most_slots)
    return outermost | _filled(facts, near.only(~holding), most_slots)


def _filled(facts: Facts, pairs: Pairs, most_slots: int) -> Marks:
    """The wholes with a group of parts along one slot whose sum may reach them."""
    size = len(facts.id) * most_slots
    groups = pairs.whole * most_slots + pairs.slot
    low = summed(groups, np.maximum(facts.low[pairs.part], ZERO), size).reshape(-1, most_slots)
    many = np.bincount(groups, minlength=size).reshape(-1, most_slots) > 1
    marks: Marks = np.any(at_least(low, facts.high[:, np.newaxis]) & many, axis=1)
    return marks
