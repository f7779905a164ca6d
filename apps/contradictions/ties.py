"""The structure between facts, which follows from measures, roles and periods alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from apps.claims.asking import ask
from apps.claims.facts import ids_of
from apps.contradictions.partitions import COLUMNS as COLUMN_ROWS
from apps.contradictions.partitions import CUTS, WHOLES, WIDEST_ROWS, WITHIN
from apps.domain.network import BoundTie, RangeTie, ShareTie, SumTie, Tie

MOST_BESIDE = 200

INSIDE = "whole.period_range @> part.period_range AND whole.period_range <> part.period_range"
ABOVE = f"""
  SELECT part.key, part.id, whole.key AS whole_key, whole.id AS whole_id, is_non_negative
    FROM claims_fact part
    JOIN claims_measure measure ON measure.id = part.measure_id AND is_functional
    JOIN claims_fact whole ON whole.id = ANY(part.wholes)
   WHERE part.id = ANY(%(facts)s) AND whole.agreed IS NOT NULL
   UNION
  SELECT part.key, part.id, whole.key, whole.id, is_non_negative
    FROM claims_fact part
    JOIN claims_measure measure ON measure.id = part.measure_id AND is_functional
    JOIN claims_fact whole ON whole.slots = ANY(part.wider || part.slots) AND {INSIDE}
   WHERE part.id = ANY(%(facts)s) AND is_additive_over_time
     AND whole.agreed IS NOT NULL
"""
BOUNDS = f"""
SELECT whole_key, key FROM ({ABOVE}) AS above
 WHERE is_non_negative AND whole_id = ANY(%(facts)s) ORDER BY 1, 2
"""
SUMS = f"""
WITH wholes AS MATERIALIZED ({WHOLES}
), within AS MATERIALIZED ({WITHIN}
), cuts AS ({CUTS})
SELECT DISTINCT whole.key, array_agg(cuts.key ORDER BY cuts.key)
  FROM cuts JOIN claims_fact whole ON whole.id = whole_id
 GROUP BY whole.key, whole_period, cut
HAVING range_agg(cuts.period_range) @> whole_period
   AND sum(upper(cuts.period_range) - lower(cuts.period_range))
     = upper(whole_period) - lower(whole_period)
 ORDER BY 1, 2
"""
COLUMNS = f"""
WITH columns AS ({COLUMN_ROWS}
), widest AS ({WIDEST_ROWS})
SELECT DISTINCT total_key, array_agg(key ORDER BY key)
  FROM widest
 GROUP BY total_id, total_key
HAVING count(*) > 1 AND bool_and(claim_ids IS NOT NULL)
 ORDER BY 1, 2
"""
# A range that is stated for each year of a period, and the years in it.
IS_RANGE = "kind = 'quantity' AND whole_id IS NOT NULL AND tells = '' AND is_functional"
IS_YEAR = """stated.period_range @> year.period_range AND year.agreed IS NOT NULL
   AND upper(year.period_range) - lower(year.period_range) BETWEEN 365 AND 366"""
RANGED = f"""
SELECT stated.key AS stated_key, year.key AS year_key, year.id AS year_id
  FROM claims_fact stated
  JOIN claims_measure measure ON measure.id = stated.measure_id AND {IS_RANGE}
  JOIN claims_fact year ON year.slots = hashtextextended(
         measure.whole_id || ' ' || stated.strand || ' ' || stated.slot_key, 0) AND {IS_YEAR}
 WHERE stated.id = ANY(%(facts)s) AND stated.agreed IS NOT NULL
"""
RANGED_FROM_YEARS = f"""
SELECT stated.key AS stated_key, year.key AS year_key
  FROM claims_fact year
  JOIN claims_measure measure ON measure.whole_id = year.measure_id AND {IS_RANGE}
  JOIN claims_fact stated ON stated.slots = hashtextextended(
         measure.id || ' ' || year.strand || ' ' || year.slot_key, 0) AND {IS_YEAR}
 WHERE year.id = ANY(%(facts)s) AND stated.agreed IS NOT NULL
"""
RANGES = f"""
SELECT stated_key, year_key FROM ({RANGED}) AS ranged
 WHERE year_id = ANY(%(facts)s) ORDER BY 1, 2
"""
SHARES = """
SELECT DISTINCT fact_key, part_fact_key, whole_fact_key
  FROM claims_claim
 WHERE part_fact_key <> whole_fact_key AND review = 'accepted' AND NOT is_judged_wrong
   AND fact_key = ANY(%(keys)s)
 ORDER BY 1
"""
# Facts beside those asked about: wholes, parts, what adds up with them over time, and shares. Of
# a fact with very many parts only so many are named.
BESIDE = f"""
SELECT key, whole_key FROM ({ABOVE}) AS above
 UNION
SELECT whole.key, part.key
  FROM claims_fact whole
  JOIN claims_measure measure ON measure.id = whole.measure_id AND is_functional
 CROSS JOIN LATERAL (
   SELECT key FROM claims_fact
    WHERE wholes @> ARRAY[whole.id] AND agreed IS NOT NULL LIMIT %(most)s) AS part
 WHERE whole.id = ANY(%(facts)s)
 UNION
SELECT whole.key, part.key
  FROM claims_fact whole
  JOIN claims_measure measure ON measure.id = whole.measure_id AND is_functional
 CROSS JOIN LATERAL (
   SELECT key FROM claims_fact part
    WHERE (part.slots = whole.slots OR part.wider @> ARRAY[whole.slots]) AND {INSIDE}
      AND agreed IS NOT NULL LIMIT %(most)s) AS part
 WHERE whole.id = ANY(%(facts)s) AND is_additive_over_time
 UNION
SELECT part.key, sibling.key
  FROM claims_fact part
  JOIN claims_measure measure ON measure.id = part.measure_id AND is_functional
  JOIN claims_fact whole ON whole.slots = part.slots AND whole.agreed IS NOT NULL AND {INSIDE}
  JOIN claims_fact sibling ON sibling.slots = part.slots AND sibling.agreed IS NOT NULL
   AND whole.period_range @> sibling.period_range
 WHERE part.id = ANY(%(facts)s) AND is_additive_over_time
 UNION
SELECT fact.key, other.key
  FROM claims_fact fact
  JOIN claims_fact other ON other.id IN (fact.numerator_id, fact.denominator_id)
 WHERE fact.id = ANY(%(facts)s)
 UNION
SELECT fact.key, share.key
  FROM claims_fact fact
 CROSS JOIN LATERAL (SELECT key FROM claims_fact WHERE numerator_id = fact.id
                      UNION SELECT key FROM claims_fact WHERE denominator_id = fact.id
                      LIMIT %(most)s) AS share
 WHERE fact.id = ANY(%(facts)s)
 UNION
SELECT stated_key, year_key FROM ({RANGED}) AS ranged
 UNION
SELECT year_key, stated_key FROM ({RANGED_FROM_YEARS}) AS ranged
"""


def ties_among(facts: Collection[str]) -> list[Tie]:
    """Every tie between these facts; a tie may name other facts too."""
    parameters = {"facts": sorted(ids_of(facts)), "keys": sorted(facts)}
    bounds = [BoundTie(whole, (part,)) for whole, part in _rows(BOUNDS, parameters)]
    sums = [
        SumTie(total, tuple(lines))
        for query in (SUMS, COLUMNS)
        for total, lines in _rows(query, parameters)
    ]
    shares = [ShareTie(*facts) for facts in _rows(SHARES, parameters)]
    ranges = [RangeTie(stated, year) for stated, year in _rows(RANGES, parameters)]
    return [*sums, *shares, *bounds, *ranges]


def beside(facts: Collection[str]) -> dict[str, set[str]]:
    """For each of these facts those that it is tied to; not all where there are very many."""
    found: dict[str, set[str]] = {}
    for fact, other in _rows(BESIDE, {"facts": sorted(ids_of(facts)), "most": MOST_BESIDE + 1}):
        found.setdefault(fact, set()).add(other)
    return found


def _rows(query: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    return ask(query, parameters)[1]
