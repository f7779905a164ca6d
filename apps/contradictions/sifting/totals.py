"""Totals of printed tables whose rows may miss them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from apps.contradictions.sifting.columns import Facts, read
from apps.contradictions.sifting.grouping import (
    Numbers,
    Pairs,
    at_least,
    places_in,
    spread,
    summed,
)

# The slot over which the rows are complete is told by its place in the slot key.
TOTALS = """
SELECT fact, source_id, place
  FROM (SELECT hashtextextended(fact_key, 0) AS fact, source_id,
               (SELECT ordinality - 1
                  FROM unnest(string_to_array(slot_key, '|')) WITH ORDINALITY AS piece
                 WHERE starts_with(piece, sums || '=')) AS place
          FROM claims_claim
         WHERE sums <> '' AND hard IS NOT NULL AND review = 'accepted' AND NOT is_judged_wrong
       ) AS total
 WHERE place IS NOT NULL
"""
PRINTED = "SELECT id, unnest(source_ids) FROM claims_fact WHERE id = ANY(%(ids)s::bigint[])"


def totals_missed(facts: Facts, pairs: Pairs, disagreeing: Numbers) -> Numbers:
    """Facts with a claim that the rows of its own source may miss.

    Where witnesses of a fact agree, each leaves room for all that they agree on, so that what a
    source prints adds up wherever that does. Where they do not, or rows lie in other rows, or
    figures may be negative, it is left to the rule.
    """
    ids, source, slot = read(TOTALS)
    whole = facts.rows_of(ids)
    unknown = ids[whole < 0]
    totals = tuple(column[whole >= 0] for column in (whole, source, slot))
    whole, rows = totals[0], _rows(pairs, totals[0])
    is_doubtful = np.isin(facts.id, disagreeing) | ~facts.is_non_negative
    within, _ = rows.nested(pairs.only(pairs.slot >= 0))
    doubtful = within | is_doubtful[rows.part]
    suspects = is_doubtful[whole]
    total, row = _printed(rows, totals, read(PRINTED, facts.id[np.unique(rows.part)]), facts)
    suspects[total[doubtful[row]]] = True
    part, size = rows.part[row], len(whole)
    low, high = (summed(total, ends[part], size) for ends in (facts.low, facts.high))
    missed = at_least(low, facts.high[whole]) | at_least(facts.low[whole], high)
    suspects |= missed & (np.bincount(total, minlength=size) > 1)
    return np.concatenate([unknown, facts.id[whole[suspects]]])


def _rows(pairs: Pairs, totals: Numbers) -> Pairs:
    """The parts of these totals along one slot."""
    is_total = np.zeros(pairs.size, dtype=bool)
    is_total[totals] = True
    return pairs.only(is_total[pairs.whole] & (pairs.slot >= 0))


def _printed(
    rows: Pairs, totals: tuple[Numbers, ...], lines: Sequence[Numbers], facts: Facts
) -> tuple[Numbers, Numbers]:
    """Each total with each row along its slot that its source prints, both by number."""
    whole, source, slot = totals
    sources = int(max(source.max(initial=0), lines[1].max(initial=0))) + 1
    keys = np.sort(facts.rows_of(lines[0]) * sources + lines[1])
    firsts = np.searchsorted(rows.whole, whole)
    counts = np.searchsorted(rows.whole, whole, side="right") - firsts
    nothing = np.zeros(0, dtype=np.int64)
    found = [(nothing, nothing)]
    for total, row in spread(firsts, counts):
        line = places_in(keys, rows.part[row] * sources + source[total])
        kept = (line >= 0) & (rows.slot[row] == slot[total])
        found.append((total[kept], row[kept]))
    total, row = (np.concatenate(column) for column in zip(*found, strict=True))
    return total, row
