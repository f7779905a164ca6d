"""Wholes that parts of shorter periods may exceed, or may miss where they leave no gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from apps.contradictions.sifting.columns import Facts, Steps
from apps.contradictions.sifting.grouping import (
    AT_ONCE,
    Marks,
    Numbers,
    Pairs,
    at_least,
    largest,
    spread,
    summed,
)

ZERO = 0.0
EPOCH = np.datetime64("0001-01-01", "D")
IN_DAYS = 1 << 45
LENGTH_BITS = 22


@dataclass
class Found:
    """Marks of facts as wholes, by what may be wrong with them."""

    by_one: Marks
    together: Marks
    missed: Marks

    @classmethod
    def nothing(cls, size: int) -> Found:
        """No fact is marked."""
        return cls(*(np.zeros(size, dtype=bool) for _ in range(3)))


def sift_time(facts: Facts) -> Found:
    """Each fact as a whole, against the facts of its series within its period."""
    found = Found.nothing(len(facts.id))
    for pairs in _within(facts):
        _mark_by_one(facts, pairs, found)
        bounded = facts.first[pairs.part] > 0
        _mark_grains(facts, pairs.only(bounded), found)
    return found


def exceeded_from_beside(facts: Facts, steps: Steps) -> Marks:
    """Wholes that a part along a slot, of a shorter period, may exceed."""
    by_whole = np.argsort(steps.whole, kind="stable")
    part, whole = steps.part[by_whole], steps.whole[by_whole]
    rows = _longer(facts, part, whole)
    firsts = np.searchsorted(whole, facts.series[rows])
    counts = np.searchsorted(whole, facts.series[rows], side="right") - firsts
    marks = np.zeros(len(facts.id), dtype=bool)
    for longer, step in spread(firsts, counts):
        row = rows[longer]
        begin, many = facts.within(part[step], facts.first[row], facts.next[row])
        for stretch, inner in spread(begin, many):
            outer = row[stretch]
            exceeds = _is_inside(facts, inner, outer) & facts.is_non_negative[inner]
            marks[outer[exceeds & at_least(facts.low[inner], facts.high[outer])]] = True
    return marks


def _longer(facts: Facts, part: Numbers, whole: Numbers) -> Numbers:
    """Facts that some part along a slot may exceed, if it is of a shorter period."""
    rows = np.flatnonzero(facts.is_additive_over_time & facts.is_non_negative & (facts.next > 0))
    size = len(facts.slots)
    highest = largest(facts.series[rows], facts.low[rows], size)
    beside = largest(whole, highest[part], size)
    shortest = facts.days[rows].min(initial=np.iinfo(np.int64).max)
    is_longer = (facts.days[rows] > shortest) | (facts.first[rows] == 0)
    longer: Numbers = rows[is_longer & at_least(beside[facts.series[rows]], facts.high[rows])]
    return longer


def _is_inside(facts: Facts, part: Numbers, whole: Numbers) -> Marks:
    """Whether a period lies in another one and is not the same."""
    first, after = facts.first[part], facts.next[part]
    is_same = (first == facts.first[whole]) & (after == facts.next[whole])
    ends_inside = (after > 0) & (after <= facts.next[whole])
    inside: Marks = ends_inside & (first >= facts.first[whole]) & ~is_same
    return inside


def _within(facts: Facts) -> Iterator[Pairs]:
    """Each fact with all facts of its series in its period; some series at a time."""
    wholes = np.flatnonzero(facts.is_additive_over_time & (facts.next > 0))
    firsts, counts = facts.within(facts.series[wholes], facts.first[wholes], facts.next[wholes])
    several = counts > 1
    wholes, firsts, counts = wholes[several], firsts[several], counts[several]
    before = np.cumsum(counts) - counts
    starts = np.searchsorted(facts.series[wholes], facts.series[wholes])
    turns = before[starts] // AT_ONCE
    for turn in np.unique(turns):
        now = turns == turn
        yield _pairs(facts, wholes[now], firsts[now], counts[now])


def _pairs(facts: Facts, wholes: Numbers, firsts: Numbers, counts: Numbers) -> Pairs:
    parts, owners = [], []
    for stretches, part in spread(firsts, counts):
        whole = wholes[stretches]
        inside = _is_inside(facts, part, whole)
        parts.append(part[inside])
        owners.append(whole[inside])
    part, whole = np.concatenate(parts), np.concatenate(owners)
    return Pairs.sorted(part, whole, np.zeros_like(part), len(facts.id))


def _mark_by_one(facts: Facts, pairs: Pairs, found: Found) -> None:
    low = np.where(facts.is_non_negative[pairs.part], facts.low[pairs.part], -np.inf)
    found.by_one |= at_least(largest(pairs.whole, low, len(facts.id)), facts.high)


def _mark_grains(facts: Facts, pairs: Pairs, found: Found) -> None:
    """Mark by the parts of each grain, and where there are several by finest and coarsest."""
    if not len(pairs.part):
        return
    grain = np.unique(_grain(facts, pairs.part), return_inverse=True)[1]
    _mark_sums(facts, replace(pairs, slot=grain), found)
    lowest = -largest(pairs.whole, -grain.astype(float), len(facts.id))
    is_mixed = lowest < largest(pairs.whole, grain.astype(float), len(facts.id))
    mixed = pairs.only(is_mixed[pairs.whole])
    within, holding = mixed.nested(pairs)
    for kept in (~within, ~holding):
        cut = mixed.only(kept)
        _mark_sums(facts, replace(cut, slot=np.zeros_like(cut.slot)), found)


def _grain(facts: Facts, rows: Numbers) -> Numbers:
    """Length of the period and place in the rhythm of that length: no two of a grain overlap."""
    first = EPOCH + (facts.first[rows] - 1).astype("timedelta64[D]")
    after = EPOCH + (facts.next[rows] - 1).astype("timedelta64[D]")
    month, last = first.astype("datetime64[M]"), after.astype("datetime64[M]")
    months = np.maximum((last - month).astype(np.int64), 1)
    days = np.maximum(facts.days[rows], 1)
    in_months = (month.astype("datetime64[D]") == first) & (last.astype("datetime64[D]") == after)
    return np.where(
        in_months,
        (months << LENGTH_BITS) | (month.astype(np.int64) % months),
        IN_DAYS | (days << LENGTH_BITS) | (facts.first[rows] % days),
    )


def _mark_sums(facts: Facts, cuts: Pairs, found: Found) -> None:
    """Mark the wholes that a cut exceeds, or that it misses where it leaves no gap.

    In the place of the slot stands which of its whole's cuts a part belongs to.
    """
    if not len(cuts.part):
        return
    many_cuts, part = int(cuts.slot.max()) + 1, cuts.part
    keys, group = np.unique(cuts.whole * many_cuts + cuts.slot, return_inverse=True)
    owner, size = keys // many_cuts, len(keys)
    ends = np.concatenate([facts.low[part], facts.high[part]])
    scale = summed(np.tile(group, 2), np.where(np.isfinite(ends), np.abs(ends), ZERO), size)
    low, high, days = (
        summed(group, column[part].astype(float), size)
        for column in (facts.low, facts.high, facts.days)
    )
    many = np.bincount(group, minlength=size) > 1
    filled = summed(group, np.maximum(facts.low[part], ZERO), size)
    exceeds = many & facts.is_non_negative[owner] & at_least(filled, facts.high[owner])
    found.together[owner[exceeds]] = True
    is_whole = (days == facts.days[owner]) & (facts.first[owner] > 0)
    exceeds = at_least(low, facts.high[owner], scale)
    falls_short = at_least(facts.low[owner], high, scale)
    found.missed[owner[is_whole & (exceeds | falls_short)]] = True
