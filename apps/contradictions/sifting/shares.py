"""Shares that their part and whole may not give, wholes with too many shares, ranges left."""

from __future__ import annotations

import numpy as np

from apps.contradictions.sifting.columns import Facts, read
from apps.contradictions.sifting.grouping import (
    Numbers,
    at_least,
    places_in,
    spread,
    summed,
)

HUNDRED = 100.0
ZERO = 0.0

# A measure that is of another measure without being a share bounds that measure in each year.
STATED = """
SELECT stated.id, hashtextextended(whole_id || ' ' || stated.strand || ' ' || stated.slot_key, 0),
       coalesce(lower(period_range) - date '0001-01-01' + 1, 0)::bigint,
       upper(period_range) - date '0001-01-01' + 1::bigint,
       coalesce(low, '-infinity'), coalesce(high, 'infinity')
  FROM claims_measure measure JOIN claims_fact stated ON stated.measure_id = measure.id
 WHERE kind = 'quantity' AND whole_id IS NOT NULL AND tells = '' AND is_functional
   AND agreed IS NOT NULL AND upper(period_range) IS NOT NULL
"""


def shares_not_given(facts: Facts) -> Numbers:
    """Shares outside of what the ends of part and whole allow."""
    rows = np.flatnonzero(facts.denominator)
    part, whole = (facts.rows_of(c[rows]) for c in (facts.numerator, facts.denominator))
    known = (part >= 0) & (whole >= 0)
    share, part, whole = rows[known], part[known], whole[known]
    with np.errstate(invalid="ignore"):  # no end times nothing
        most, least = (end[share] * end[whole] for end in (facts.high, facts.low))
        reaches = at_least(facts.low[part] * HUNDRED, most)
        falls_short = at_least(least, facts.high[part] * HUNDRED)
    return facts.id[share[reaches | falls_short]]


def wholes_overfilled(facts: Facts) -> Numbers:
    """Wholes whose shares may come to more than a hundred, whether anybody speaks of them or not.

    The share of the whole in itself is left out.
    """
    rows = np.flatnonzero((facts.denominator != 0) & (facts.numerator != facts.denominator))
    wholes, group = np.unique(facts.denominator[rows], return_inverse=True)
    measures, measure = np.unique(facts.measure[rows], return_inverse=True)
    size = len(wholes) * len(measures)
    low = np.maximum(facts.low[rows], ZERO)
    sums = summed(group * len(measures) + measure, low, size).reshape(len(wholes), len(measures))
    return wholes[at_least(sums, np.full_like(sums, HUNDRED)).any(axis=1)]


def ranges_left(facts: Facts) -> Numbers:
    """Ranges stated for every year of a period with a year that may lie outside."""
    ids, slots, first, after, low, high = read(STATED)
    series = places_in(facts.slots, slots)
    known = series >= 0
    ids, first, after, low, high = (c[known] for c in (ids, first, after, low, high))
    firsts, counts = facts.within(series[known], first, after)
    left = np.zeros(len(ids), dtype=bool)
    for stated, year in spread(firsts, counts):
        outside = at_least(facts.low[year], high[stated]) | at_least(low[stated], facts.high[year])
        left[stated[outside & (facts.next[year] > 0)]] = True
    return ids[left]
