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
from apps.contradictions.partitions import CUTS, WHOLES, WITHIN
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.sums import Sum
from apps.domain.statements import Statement, agreed, by_fact

Fact = tuple[Statement, ...]
ZERO = Decimal(0)

SCREEN = f"""
WITH wholes AS MATERIALIZED ({WHOLES}
), brimming AS MATERIALIZED (
  SELECT wholes.*
    FROM wholes
   CROSS JOIN LATERAL (SELECT count(*) AS parts, sum(lower(part.agreed)) AS low
                         FROM claims_fact part WHERE part.wholes @> ARRAY[whole_id]) AS beside
   WHERE is_non_negative AND beside.parts > 1 AND beside.low >= upper(whole)
), pairs AS MATERIALIZED (
  SELECT brimming.*, part.id, part.key, part.claim_ids, part.agreed, part.wholes, own.slot
    FROM brimming
    JOIN claims_fact part ON part.wholes @> ARRAY[whole_id] AND part.agreed IS NOT NULL
   CROSS JOIN LATERAL (
     SELECT min(split_part(piece, '=', 1)) AS slot
       FROM (SELECT unnest(string_to_array(part.slot_key, '|'))
             EXCEPT SELECT unnest(string_to_array(whole_slot_key, '|'))) AS pieces (piece)
     HAVING count(*) = 1) AS own
), outer_parts AS MATERIALIZED (
  SELECT whole_id, array_agg(DISTINCT wider_id) AS outer_ids
    FROM (SELECT whole_id, unnest(wholes) AS wider_id FROM pairs) AS wider GROUP BY whole_id
), sides AS (
  SELECT 'largest ' || slot AS cut, beside.*
    FROM (SELECT pairs.*, array_agg(id) OVER (PARTITION BY whole_id) AS ids FROM pairs) AS beside
   WHERE NOT ids && wholes
   UNION ALL
  SELECT 'smallest ' || slot, pairs.*, outer_ids
    FROM pairs JOIN outer_parts ON outer_parts.whole_id = pairs.whole_id
   WHERE NOT id = ANY(outer_ids)
), within AS MATERIALIZED ({WITHIN}
), cuts AS ({CUTS}
), sums AS (
  SELECT whole_ids, whole, jsonb_agg(claim_ids ORDER BY key) AS part_ids,
         sum(lower(agreed)) AS low
    FROM sides GROUP BY whole_id, whole_ids, whole, cut HAVING count(*) > 1
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
    """The facts that certainly do not overlap; of those that do, the larger is kept."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=_most, reverse=True):
        if not any(_overlap(fact[0], other[0], whole) for other in kept):
            kept.append(fact)
    return kept


def _most(fact: Fact) -> Decimal:
    return agreed(fact).low or ZERO


def _overlap(one: Statement, other: Statement, whole: Statement) -> bool:
    """Whether a member of one may be a member of the other; along time the screen sees to it."""
    pieces = (one.own_pieces(whole), other.own_pieces(whole))
    if not all(pieces):
        return False
    left, right = (_extent(claim, own) for claim, own in zip((one, other), pieces, strict=True))
    return not left or not right or bool(left & right)


def _extent(claim: Statement, pieces: frozenset[str]) -> frozenset[str]:
    """All that is known to lie in the claim's own slot; nothing where that is not known."""
    return frozenset[str]().union(*(claim.extents.get(piece, frozenset()) for piece in pieces))
