"""Joins and groups columns of many rows at once, where loops over rows would take minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Figures = NDArray[np.float64]
Marks = NDArray[np.bool_]

# Pairs that are looked at together: so many take about a hundred megabytes.
AT_ONCE = 2_000_000
# In a table of keys that are told apart by place, so many places for each key.
SPARSE = 16
# Ends are floats here; so much more than their rounding is allowed.
NEARLY = 1e-9


def places_in(ordered: Numbers, wanted: Numbers) -> Numbers:
    """Where each of the wanted stands among distinct numbers in order; -1 where it does not."""
    if not len(ordered):
        return np.full(len(wanted), -1)
    places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return np.where(ordered[places] == wanted, places, -1)


def row_by_key(keys: Numbers, size: int) -> Callable[[Numbers], Numbers]:
    """Finds where each of the wanted stands among distinct keys in order, all less than `size`.

    A table of all keys that there could be is many times faster than searching, if it is small.
    """
    if size > SPARSE * len(keys):
        return partial(places_in, keys)
    rows = np.full(size, -1)
    rows[keys] = np.arange(len(keys))
    return rows.__getitem__


def spread(firsts: Numbers, counts: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """For stretches of rows (first, count): the number of the stretch beside each row in it."""
    ends = np.cumsum(counts)
    begin = 0
    while begin < len(counts):
        before = int(ends[begin - 1]) if begin else 0
        end = max(int(np.searchsorted(ends, before + AT_ONCE, side="right")), begin + 1)
        some = counts[begin:end]
        owners = np.repeat(np.arange(begin, end), some)
        steps = np.arange(len(owners)) - np.repeat(np.cumsum(some) - some, some)
        yield owners, firsts[owners] + steps
        begin = end


def summed(groups: Numbers, figures: Figures, size: int) -> Figures:
    """The sum of each group."""
    return np.bincount(groups, weights=figures, minlength=size).astype(np.float64)


def largest(groups: Numbers, figures: Figures, size: int) -> Figures:
    """The largest of each group; minus infinity for groups of nothing."""
    found = np.full(size, -np.inf)
    np.maximum.at(found, groups, figures)
    return found


def at_least(low: Figures, high: Figures, size: Figures | None = None) -> Marks:
    """Where a figure reaches another one, or nearly so; `size` is that of the terms summed."""
    with np.errstate(invalid="ignore"):  # nothing reaches an end that is not there
        return low >= high - NEARLY * (np.abs(high) if size is None else np.abs(high) + size)


@dataclass(frozen=True)
class Pairs:
    """Parts with their wholes, by row number, sorted by whole; `size` rows there are in all.

    `slot` tells along which slot the part lies in the whole; -1 is along more than one.
    """

    part: Numbers
    whole: Numbers
    slot: Numbers
    size: int

    @classmethod
    def sorted(cls, part: Numbers, whole: Numbers, slot: Numbers, size: int) -> Pairs:
        """The pairs in order."""
        order = np.argsort(whole * size + part)
        return cls(part[order], whole[order], slot[order], size)

    def only(self, kept: Marks) -> Pairs:
        """The pairs that are marked."""
        return Pairs(self.part[kept], self.whole[kept], self.slot[kept], self.size)

    def nested(self, all_pairs: Pairs) -> tuple[Marks, Marks]:
        """Which of these pairs have a part that lies in, or that holds, another part of its whole.

        `all_pairs` say which part lies in which.
        """
        within = np.zeros(len(self.part), dtype=bool)
        holding = np.zeros(len(self.part), dtype=bool)
        keys = self.whole * self.size + self.part
        firsts = np.searchsorted(all_pairs.whole, self.part)
        counts = np.searchsorted(all_pairs.whole, self.part, side="right") - firsts
        for upper, lower in spread(firsts, counts):
            inner = places_in(keys, self.whole[upper] * self.size + all_pairs.part[lower])
            found = inner >= 0
            within[inner[found]] = True
            holding[upper[found]] = True
        return within, holding
