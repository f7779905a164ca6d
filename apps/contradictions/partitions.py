"""Which facts are cut into which others, as SQL that rules share.

A cut is a set of facts of which no two overlap, along one slot or along time. Facts of one whole
are laid side by side by grain (years with years, five-year blocks with those that start five
years later), and as the finest and as the coarsest of them all.

Every query starts from the facts that it is asked about, and reaches the others by an index:
upwards through the numbers that a fact keeps of its wholes, downwards through their inverse.
"""

from __future__ import annotations

# The facts asked about, as wholes.
WHOLES = """
  SELECT fact.id AS whole_id, fact.claim_ids AS whole_ids, fact.agreed AS whole,
         fact.slot_key AS whole_slot_key, fact.period_range AS whole_period, fact.slots,
         is_non_negative, is_additive_over_time
    FROM claims_fact fact JOIN claims_measure measure ON measure.id = fact.measure_id
   WHERE fact.id = ANY(%(facts)s::bigint[]) AND is_functional AND fact.agreed IS NOT NULL
"""

# Each pair of a whole and a part, in the same period or in a shorter one: of the wholes asked
# about with all their parts, or of those that changed with all their parts and all their wholes.
PAIRS = """
  SELECT whole.claim_ids AS whole, part.claim_ids AS part
    FROM claims_fact whole
    JOIN claims_measure measure ON measure.id = whole.measure_id
    JOIN claims_fact part ON part.wholes @> ARRAY[whole.id] AND {clash}
   WHERE whole.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s)) AND {pairs}
   UNION
  SELECT whole.claim_ids, part.claim_ids
    FROM claims_fact part
    JOIN claims_measure measure ON measure.id = part.measure_id
    JOIN claims_fact whole ON whole.id = ANY(part.wholes) AND {clash}
   WHERE part.id = ANY(%(changed)s::bigint[]) AND {pairs}
   UNION
  SELECT whole.claim_ids, part.claim_ids
    FROM claims_fact whole
    JOIN claims_measure measure ON measure.id = whole.measure_id
    JOIN claims_fact part ON (part.wider @> ARRAY[whole.slots] OR part.slots = whole.slots)
                         AND {inside} AND {clash}
   WHERE whole.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s)) AND is_additive_over_time
     AND {pairs}
   UNION
  SELECT whole.claim_ids, part.claim_ids
    FROM claims_fact part
    JOIN claims_measure measure ON measure.id = part.measure_id
    JOIN claims_fact whole ON whole.slots = ANY(part.wider || part.slots)
                          AND {inside} AND {clash}
   WHERE part.id = ANY(%(changed)s::bigint[]) AND is_additive_over_time AND {pairs}
""".format(
    clash="whole.agreed << part.agreed",
    pairs="is_functional AND is_non_negative",
    inside="whole.period_range @> part.period_range AND whole.period_range <> part.period_range",
)

# Whether parts of a whole have risen far enough to exceed it along a slot, see rooms.py.
HAS_NO_ROOM = """NOT EXISTS (
     SELECT 1 FROM contradictions_room room WHERE room.whole_id = wholes.whole_id AND spare > 0)"""

# The largest and the smallest parts of each whole that is `brimming`, along each slot. Which parts
# hold others is told by grouping: to compare each with each takes minutes where a whole has ten
# thousand.
SIDES = """pairs AS MATERIALIZED (
  SELECT brimming.*, part.id, part.key, part.claim_ids, part.agreed, part.wholes, own.slot
    FROM brimming
    JOIN claims_fact part ON part.wholes @> ARRAY[whole_id] AND part.agreed IS NOT NULL
   CROSS JOIN LATERAL (
     SELECT min(split_part(piece, '=', 1)) AS slot
       FROM unnest(string_to_array(part.slot_key, '|'), string_to_array(whole_slot_key, '|'))
         AS pieces (piece, of_whole)
      WHERE piece <> of_whole
     HAVING count(*) = 1) AS own
), holders AS MATERIALIZED (
  SELECT whole_id, held.id, array_agg(part_id) FILTER (WHERE part_id IS NOT NULL) AS part_ids,
         bool_or(part_id IS NULL) AS is_part
    FROM (SELECT whole_id, id, NULL::bigint AS part_id FROM pairs
           UNION ALL
          SELECT whole_id, unnest(wholes), id FROM pairs) AS held
   GROUP BY whole_id, held.id
), sides AS (
  SELECT 'largest ' || slot AS cut, pairs.* FROM pairs
   WHERE (whole_id, id) NOT IN (SELECT whole_id, unnest(part_ids) FROM holders WHERE is_part)
   UNION ALL
  SELECT 'smallest ' || slot, pairs.* FROM pairs
   WHERE (whole_id, id) NOT IN (SELECT whole_id, id FROM holders WHERE part_ids IS NOT NULL))"""

# Each fact within another one along time: same slots, a period inside. `grain` names the length
# of the period and its place in the rhythm of that length, so that no two of a grain overlap.
WITHIN = """
  SELECT wholes.*, part.id, part.key, part.claim_ids, part.agreed, part.period_range,
         CASE WHEN length.months IS NOT NULL
              THEN 'months ' || length.months || ' ' || mod(length.month, length.months)
              ELSE 'days ' || length.days || ' ' || mod(length.day, length.days) END AS grain
    FROM wholes
    JOIN claims_fact part ON part.slots = wholes.slots AND part.agreed IS NOT NULL
   CROSS JOIN LATERAL (SELECT lower(part.period_range) AS first, upper(part.period_range) AS next,
                              lower(part.period_range) - date '0001-01-01' AS day,
                              upper(part.period_range) - lower(part.period_range) AS days) AS span
   CROSS JOIN LATERAL (
     SELECT span.day, span.days,
            (extract(year FROM span.first) * 12 + extract(month FROM span.first))::int AS month,
            CASE WHEN extract(day FROM span.first) = 1 AND extract(day FROM span.next) = 1
                 THEN ((extract(year FROM span.next) - extract(year FROM span.first)) * 12
                     + extract(month FROM span.next) - extract(month FROM span.first))::int
             END AS months) AS length
   WHERE is_additive_over_time AND whole_period @> part.period_range
     AND whole_period <> part.period_range AND NOT lower_inf(part.period_range)
"""

# Every cut of a whole along time, as rows of (cut, part). Where all parts are of one grain, the
# finest and the coarsest are those. Siblings are gathered by windows: to join a CTE with itself
# is a nested loop, for the planner knows nothing of how many rows it has.
CUTS = """
  SELECT cuts.cut, beside.*
    FROM (SELECT within.*, array_agg(period_range) OVER siblings AS periods,
                 min(grain) OVER siblings <> max(grain) OVER siblings AS is_mixed
            FROM within WINDOW siblings AS (PARTITION BY whole_id)) AS beside
   CROSS JOIN LATERAL (
     SELECT grain AS cut
      UNION ALL
     SELECT 'finest' WHERE is_mixed AND NOT EXISTS (
       SELECT 1 FROM unnest(periods) AS other
        WHERE period_range @> other AND period_range <> other)
      UNION ALL
     SELECT 'coarsest' WHERE is_mixed AND NOT EXISTS (
       SELECT 1 FROM unnest(periods) AS other
        WHERE other @> period_range AND period_range <> other)) AS cuts
"""

# Rows of a printed table whose total says that they are complete over a slot. A row counts once,
# however often its source prints it; a row of which every claim was given up leaves a hole.
COLUMNS = """
  SELECT total.id AS total_id, total.fact_key AS total_key, total.hard AS total,
         part.id, part.key, part.wholes,
         array_agg(line.id ORDER BY line.id) FILTER (WHERE line.is_in_network) AS claim_ids,
         range_intersect_agg(line.hard) FILTER (WHERE line.is_in_network) AS common,
         range_merge(range_agg(line.hard) FILTER (WHERE line.is_in_network)) AS hull
    FROM claims_fact whole
    JOIN claims_claim total ON total.fact_key = whole.key
    JOIN claims_fact part ON part.wholes @> ARRAY[whole.id]
    JOIN (SELECT *, review = 'accepted' AND NOT is_judged_wrong AS is_in_network
            FROM claims_claim WHERE review <> 'rejected' AND hard IS NOT NULL) line
      ON line.fact_key = part.key AND line.source_id = total.source_id
   WHERE whole.id = ANY(%(facts)s::bigint[])
     AND total.sums <> '' AND total.hard IS NOT NULL
     AND total.review = 'accepted' AND NOT total.is_judged_wrong
     AND regexp_replace('|' || part.slot_key || '|', '\\|' || total.sums || '=[^|]*\\|', '|')
       = regexp_replace('|' || whole.slot_key || '|', '\\|' || total.sums || '=[^|]*\\|', '|')
   GROUP BY total.id, total.fact_key, total.hard, part.id, part.key, part.wholes
"""

# Only the widest rows: what a row "of which" repeats is in its own row already.
WIDEST_ROWS = """
  SELECT * FROM (SELECT columns.*, array_agg(id) OVER (PARTITION BY total_id) AS ids
                   FROM columns) AS beside
   WHERE NOT ids && wholes
"""
