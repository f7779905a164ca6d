"""The structure between facts, which follows from measures, roles and periods alone."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from apps.contradictions.facts import over_facts
from apps.contradictions.partitions import (
    BESIDE,
    CUTS,
    FACTS,
    INSIDE,
    REACH,
    WIDEST_ROWS,
    WITHIN,
)
from apps.contradictions.partitions import COLUMNS as COLUMN_ROWS
from apps.domain.network import BoundTie, ShareTie, SumTie, Tie

BOUNDS = f"""
WITH facts AS MATERIALIZED ({FACTS}
), reach AS MATERIALIZED ({REACH}
), pairs AS (
  SELECT whole_key, fact_key, is_non_negative FROM ({BESIDE}) AS beside
   UNION ALL
  SELECT whole_key, fact_key, is_non_negative FROM ({INSIDE}) AS inside
)
SELECT whole_key, fact_key FROM pairs WHERE is_non_negative ORDER BY 1, 2
"""
SUMS = f"""
WITH facts AS MATERIALIZED ({FACTS}
), within AS MATERIALIZED ({WITHIN}
), cuts AS ({CUTS})
SELECT DISTINCT whole_key, array_agg(fact_key ORDER BY fact_key)
  FROM cuts
 GROUP BY whole_key, whole_period, cut
HAVING range_agg(period_range) @> whole_period
   AND sum(upper(period_range) - lower(period_range)) = upper(whole_period) - lower(whole_period)
 ORDER BY 1, 2
"""
COLUMNS = f"""
WITH columns AS ({COLUMN_ROWS}
), widest AS ({WIDEST_ROWS})
SELECT DISTINCT total_key, array_agg(fact_key ORDER BY fact_key)
  FROM widest
 GROUP BY total_id, total_key
HAVING count(*) > 1 AND bool_and(claim_ids IS NOT NULL)
 ORDER BY 1, 2
"""
SHARES = """
SELECT DISTINCT fact_key, part_fact_key, whole_fact_key
  FROM claims_claim
 WHERE part_fact_key <> whole_fact_key AND review = 'accepted' AND NOT is_judged_wrong
   AND strand = ANY(%(strands)s)
 ORDER BY 1
"""


def ties_in(strands: Iterable[str]) -> list[Tie]:
    """Every tie between the facts of these strands; a tie may name a fact without claims."""
    parameters = {"strands": sorted(strands)}
    bounds = [BoundTie(whole, (part,)) for whole, part in _rows(BOUNDS, parameters)]
    sums = [
        SumTie(total, tuple(lines))
        for query in (SUMS, COLUMNS)
        for total, lines in _rows(query, parameters)
    ]
    shares = [ShareTie(*facts) for facts in _rows(SHARES, parameters)]
    return [*sums, *shares, *bounds]


def _rows(query: str, parameters: dict[str, list[str]]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(over_facts(query), parameters)
        return list(cursor.fetchall())
