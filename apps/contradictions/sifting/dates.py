"""Steps that may be dated before what they follow, and dates that may be wrong by themselves."""

from __future__ import annotations

import numpy as np

from apps.contradictions.dates import IS_AHEAD, IS_TWO_YEARS, STEPS, WORDS
from apps.contradictions.sifting.columns import read
from apps.contradictions.sifting.grouping import Numbers, at_least, largest, places_in

DATED = "SELECT id FROM claims_measure WHERE kind = 'date'"
# Which measures these are is written out, for the planner knows then how few their claims are.
ALONE = f"""
SELECT hashtextextended(fact_key, 0), {IS_TWO_YEARS}, coalesce({IS_AHEAD}, false)
  FROM claims_claim JOIN sources_source source ON source.id = source_id
 WHERE review = 'accepted' AND NOT is_judged_wrong AND measure_id IN (DATED)
   AND ({IS_TWO_YEARS} OR {IS_AHEAD})
"""
LATER = f"""
WITH RECURSIVE steps AS ({STEPS}), words AS ({WORDS})
SELECT fact.id, high,
       hashtextextended(earlier_id || ' ' || earlier || base || ' ' || slot_key, 0)
  FROM steps JOIN claims_fact fact ON measure_id = later_id CROSS JOIN words
 WHERE high IS NOT NULL
"""
EARLIER = f"""
WITH RECURSIVE steps AS ({STEPS})
SELECT slots, low FROM claims_fact
 WHERE measure_id IN (SELECT earlier_id FROM steps) AND low IS NOT NULL
"""


def steps_out_of_order() -> Numbers:
    """Steps that may end before one that they follow begins."""
    slots, low = read(EARLIER)
    ids, high, wanted = read(LATER)
    known, series = np.unique(slots, return_inverse=True)
    latest = np.append(largest(series, low, len(known)), -np.inf)
    return ids[at_least(latest[places_in(known, wanted)], high)]


def wrong_alone() -> tuple[Numbers, Numbers]:
    """Facts with a date printed as two years, and those with one that its source came before."""
    [dated] = read(DATED)
    named = ", ".join(map(str, dated.tolist())) or "0"
    ids, is_two_years, is_ahead = read(ALONE.replace("DATED", named))
    return ids[is_two_years.astype(bool)], ids[is_ahead.astype(bool)]
