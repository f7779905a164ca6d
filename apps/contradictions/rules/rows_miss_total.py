"""
Rows miss the total.

Flags: a complete set of rows whose sum leaves no value in common with the stated total.
Why: rows and total are printed apart, often in two sources; a row was mistyped or revised.
Example: the rows of 2017 to 2021 in one source stay below 1,610, another states 1,822.
Quiet when: rounding of the rows allows the total (6,454 and 6,452), or a row is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.partitions import COLUMNS, CUTS, WHOLES, WIDEST_ROWS, WITHIN
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.sums import Sum

SCREEN = f"""
WITH wholes AS MATERIALIZED ({WHOLES}
), within AS MATERIALIZED ({WITHIN}
), cuts AS ({CUTS}
), columns AS ({COLUMNS}
), widest AS ({WIDEST_ROWS}
), sums AS (
  SELECT whole_ids AS total_ids, whole AS total,
         jsonb_agg(claim_ids ORDER BY key) AS line_ids,
         sum(lower(agreed)) AS low, sum(upper(agreed)) AS high, bool_or(upper_inf(agreed)) AS open
    FROM cuts
   GROUP BY whole_id, whole_ids, whole, whole_period, cut
  HAVING range_agg(period_range) @> whole_period
     AND sum(upper(period_range) - lower(period_range)) = upper(whole_period) - lower(whole_period)
   UNION
  SELECT ARRAY[total_id], total, jsonb_agg(claim_ids ORDER BY key),
         sum(lower(span)), sum(upper(span)), bool_or(upper_inf(span))
    FROM (SELECT *, CASE WHEN isempty(common) THEN hull ELSE common END AS span FROM widest) rows
   GROUP BY total_id, total
  HAVING count(*) > 1 AND bool_and(claim_ids IS NOT NULL)
)
SELECT total_ids AS total,
       ARRAY(SELECT jsonb_array_elements_text(line)::bigint
               FROM jsonb_array_elements(line_ids) AS line) AS rows
  FROM sums
 WHERE low >= upper(total) OR (NOT open AND high <= lower(total))
"""


@rule(code="rows-miss-total", severity=Severity.CERTAIN, screen=SCREEN)
def rows_miss_total(group: Group) -> Iterator[Finding]:
    """One finding for a total and one complete set of its rows."""
    reckoned = Sum.of(group["total"], group["rows"], is_complete=True)
    if reckoned.misses:
        yield reckoned.finding("rows-miss-total", "total").graded()
