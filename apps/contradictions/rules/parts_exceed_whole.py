"""
Parts larger than their whole together.

Flags: parts that do not overlap, of which even the least possible sum exceeds the whole.
Why: suppliers, recipients or years that lie apart cannot add up to more than all of them.
Example: five suppliers with 4,043 together of 4,118 are fine; with 4,200 they would not be.
Quiet when: the sum stays below the whole, or the parts may overlap: two regions that share a
member, or one of which nobody said what lies in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.partitions import CUTS, HAS_NO_ROOM, SIDES, WHOLES, WITHIN
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.sums import Sum
from apps.domain.statements import Statement, agreed, by_fact

Fact = tuple[Statement, ...]
ZERO = Decimal(0)

SCREEN = f"""
WITH wholes AS MATERIALIZED ({WHOLES}
), unfilled AS MATERIALIZED (
  SELECT * FROM wholes
   WHERE is_non_negative AND (%(changed)s::bigint[] IS NULL OR {HAS_NO_ROOM})
), brimming AS MATERIALIZED (
  SELECT unfilled.*
    FROM unfilled
   CROSS JOIN LATERAL (SELECT count(*) AS parts, sum(lower(part.agreed)) AS low
                         FROM claims_fact part WHERE part.wholes @> ARRAY[whole_id]) AS beside
   WHERE beside.parts > 1 AND beside.low >= upper(whole)
), {SIDES}, within AS MATERIALIZED ({WITHIN}
), cuts AS ({CUTS}
), sums AS (
  SELECT whole_ids, whole, part_ids, low
    FROM (SELECT whole_id, jsonb_agg(claim_ids ORDER BY key COLLATE "C") AS part_ids,
                 sum(lower(agreed)) AS low
            FROM sides GROUP BY whole_id, cut HAVING count(*) > 1) AS side
    JOIN wholes USING (whole_id)
   UNION
  SELECT whole_ids, whole, jsonb_agg(claim_ids ORDER BY key), sum(lower(agreed))
    FROM cuts WHERE is_non_negative
   GROUP BY whole_id, whole_ids, whole, whole_period, cut
  HAVING count(*) > 1 AND NOT range_agg(period_range) @> whole_period
     AND sum(upper(period_range) - lower(period_range))
       = (SELECT sum(upper(r) - lower(r)) FROM unnest(range_agg(period_range)) AS r)
)
SELECT whole_ids AS whole,
       ARRAY(SELECT jsonb_array_elements_text(part)::bigint
               FROM jsonb_array_elements(part_ids) AS part) AS parts
  FROM sums WHERE low >= upper(whole)
"""


@rule(code="parts-exceed-whole", severity=Severity.CERTAIN, screen=SCREEN)
def parts_exceed_whole(group: Group) -> Iterator[Finding]:
    """One finding for a whole and the parts along one slot, or along time."""
    parts = _apart(group["whole"][0], by_fact(group["parts"]))
    if len(parts) < 2:
        return
    reckoned = Sum.of(group["whole"], tuple(chain(*parts)), is_complete=False)
    if reckoned.misses:
        yield reckoned.finding("parts-exceed-whole", "whole").graded()


def _apart(whole: Statement, facts: list[Fact]) -> list[Fact]:
    """The facts that certainly do not overlap; of those that do, the larger is kept.

    Along time the screen sees to it. One of which nobody said what lies in it may overlap with
    any other.
    """
    kept: list[Fact] = []
    taken: set[str] = set()
    is_all_taken = False
    for fact in sorted(facts, key=_most, reverse=True):
        pieces = fact[0].own_pieces(whole)
        extent = _extent(fact[0], pieces)
        if pieces and (is_all_taken or extent & taken or (taken and not extent)):
            continue
        kept.append(fact)
        taken |= extent
        is_all_taken = is_all_taken or bool(pieces and not extent)
    return kept


def _most(fact: Fact) -> Decimal:
    return agreed(fact).low or ZERO


def _extent(claim: Statement, pieces: frozenset[str]) -> frozenset[str]:
    """All that is known to lie in the claim's own slot; nothing where that is not known."""
    return frozenset[str]().union(*(claim.extents.get(piece, frozenset()) for piece in pieces))
