"""Sifts all facts at once: which of them, as wholes or by themselves, a rule has to look at.

It misses nothing that a rule would find; what is left, the rules' screens look at one by one.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from apps.contradictions.sifting.along_slots import (
    exceeded_by_one,
    exceeded_together,
    pairs_of,
)
from apps.contradictions.sifting.along_time import exceeded_from_beside, sift_time
from apps.contradictions.sifting.columns import read, read_facts
from apps.contradictions.sifting.dates import steps_out_of_order, wrong_alone
from apps.contradictions.sifting.shares import ranges_left, shares_not_given, wholes_overfilled
from apps.contradictions.sifting.totals import totals_missed

DISAGREEING = "SELECT id FROM claims_fact WHERE disagrees"

Suspects = Mapping[str, frozenset[int]]


def suspects() -> Suspects:
    """For each rule that is asked about facts those to look at."""
    facts, steps = read_facts()
    pairs = pairs_of(facts, steps)
    in_time = sift_time(facts)
    by_one = exceeded_by_one(facts, pairs) | in_time.by_one | exceeded_from_beside(facts, steps)
    together = exceeded_together(facts, pairs, steps.most_slots) | in_time.together
    two_years, ahead = wrong_alone()
    [disagreeing] = read(DISAGREEING)
    found = {
        "same-fact-disjoint": disagreeing,
        "scale-slip": disagreeing,
        "one-valued-attribute": disagreeing,
        "part-exceeds-whole": facts.id[by_one],
        "parts-exceed-whole": facts.id[together],
        "rows-miss-total": np.union1d(
            facts.id[in_time.missed], totals_missed(facts, pairs, disagreeing)
        ),
        "share-does-not-match": shares_not_given(facts),
        "shares-exceed-whole": wholes_overfilled(facts),
        "yearly-range-left": ranges_left(facts),
        "impossible-order": steps_out_of_order(),
        "reversed-period": two_years,
        "period-past-publication": ahead,
    }
    return {rule: frozenset(ids.tolist()) for rule, ids in found.items()}
