"""Which facts are cut into which others, as SQL that rules and ties share.

A cut is a set of facts of which no two overlap, along one slot or along time. Facts of one whole
are laid side by side by grain (years with years, five-year blocks with those that start five
years later), and as the finest and as the coarsest of them all.

Facts meet on equal keys only, so that each query stays a matter of seconds at a million claims.
"""

from __future__ import annotations

# Facts that may be compared, of the strands asked for. Equal `place` is the same question but for
# the answer; equal `series` is the same but for the period, and NULL where periods do not add up.
# The period is told by its days, or by its words where the days are not known.
#
# One key each, and nothing to filter by afterwards: the planner knows nothing of a CTE's columns
# and would guess that a handful of rows are left.
FACTS = """
  SELECT fact.fact_key, fact.slot_key, fact.wider_slot_keys, fact.period_range, fact.claim_ids,
         fact.agreed, measure.is_non_negative, keys.stem, keys.period_key, keys.time_key,
         keys.stem || fact.slot_key || keys.period_key AS place,
         keys.stem || fact.slot_key || keys.time_key AS series
    FROM claims_fact fact
    JOIN claims_measure measure ON measure.id = fact.measure_id
   CROSS JOIN LATERAL (
     SELECT fact.measure_id || ' ' || fact.strand || ' ' AS stem,
            ' ' || coalesce(fact.period_range::text, replace(fact.fact_key, fact.slot_key, ''))
              AS period_key,
            CASE WHEN measure.is_additive_over_time THEN ' ' END AS time_key) AS keys
   WHERE measure.is_functional
     AND (%(strands)s::text[] IS NULL OR fact.strand = ANY(%(strands)s))
"""

# Each fact with the places and series of those that contain it along its slots.
REACH = """
  SELECT facts.*, facts.stem || wider.slot_key || facts.period_key AS wider_place,
         facts.stem || wider.slot_key || facts.time_key AS wider_series
    FROM facts CROSS JOIN LATERAL unnest(facts.wider_slot_keys) AS wider (slot_key)
"""

# Each fact beside one that contains it along its slots, in the same period.
BESIDE = """
  SELECT whole.fact_key AS whole_key, whole.claim_ids AS whole_ids, whole.agreed AS whole,
         whole.slot_key AS whole_slot_key, part.fact_key, part.claim_ids, part.agreed,
         part.slot_key, part.wider_slot_keys, part.is_non_negative
    FROM reach part JOIN facts whole ON whole.place = part.wider_place
"""

# Each fact within a longer period: of one that contains it along its slots too, or of its own.
INSIDE = """
  SELECT whole.fact_key AS whole_key, whole.claim_ids AS whole_ids, whole.agreed AS whole,
         part.fact_key, part.claim_ids, part.agreed, part.is_non_negative
    FROM reach part JOIN facts whole ON whole.series = part.wider_series
   WHERE whole.period_range @> part.period_range AND whole.period_range <> part.period_range
   UNION ALL
  SELECT whole.fact_key, whole.claim_ids, whole.agreed,
         part.fact_key, part.claim_ids, part.agreed, part.is_non_negative
    FROM facts part JOIN facts whole ON whole.series = part.series
   WHERE whole.period_range @> part.period_range AND whole.period_range <> part.period_range
"""

# Each fact within another one along time: same slots, a period inside. `grain` names the length
# of the period and its place in the rhythm of that length, so that no two of a grain overlap.
WITHIN = """
  SELECT whole.fact_key AS whole_key, whole.claim_ids AS whole_ids, whole.agreed AS whole,
         whole.period_range AS whole_period, part.fact_key, part.claim_ids, part.agreed,
         part.period_range, part.is_non_negative,
         CASE WHEN length.months IS NOT NULL
              THEN 'months ' || length.months || ' ' || mod(length.month, length.months)
              ELSE 'days ' || length.days || ' ' || mod(length.day, length.days) END AS grain
    FROM facts whole JOIN facts part ON part.series = whole.series
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
   WHERE whole.period_range @> part.period_range AND whole.period_range <> part.period_range
     AND NOT lower_inf(part.period_range)
"""

# Every cut of a whole along time, as rows of (cut, part). Where all parts are of one grain, the
# finest and the coarsest are those.
CUTS = """
  SELECT grain AS cut, within.* FROM within
   UNION ALL
  SELECT 'finest', within.*
    FROM within
    JOIN (SELECT whole_key AS mixed_key FROM within
           GROUP BY whole_key HAVING count(DISTINCT grain) > 1) AS mixed ON mixed_key = whole_key
   WHERE NOT EXISTS (SELECT 1 FROM within AS other
                      WHERE other.whole_key = within.whole_key
                        AND within.period_range @> other.period_range
                        AND within.period_range <> other.period_range)
   UNION ALL
  SELECT 'coarsest', within.*
    FROM within
    JOIN (SELECT whole_key AS mixed_key FROM within
           GROUP BY whole_key HAVING count(DISTINCT grain) > 1) AS mixed ON mixed_key = whole_key
   WHERE NOT EXISTS (SELECT 1 FROM within AS other
                      WHERE other.whole_key = within.whole_key
                        AND other.period_range @> within.period_range
                        AND within.period_range <> other.period_range)
"""

# Rows of a printed table whose total says that they are complete over a slot. A row counts once,
# however often its source prints it; a row of which every claim was given up leaves a hole.
COLUMNS = """
  SELECT total.id AS total_id, total.fact_key AS total_key, total.hard AS total, line.fact_key,
         line.slot_key, line.wider_slot_keys,
         array_agg(line.id ORDER BY line.id) FILTER (WHERE line.is_in_network) AS claim_ids,
         range_intersect_agg(line.hard) FILTER (WHERE line.is_in_network) AS common,
         range_merge(range_agg(line.hard) FILTER (WHERE line.is_in_network)) AS hull
    FROM claims_claim total
    JOIN (SELECT *, review = 'accepted' AND NOT is_judged_wrong AS is_in_network
            FROM claims_claim WHERE review <> 'rejected' AND hard IS NOT NULL) line
      ON line.source_id = total.source_id AND line.measure_id = total.measure_id
     AND line.strand = total.strand AND line.wider_slot_keys @> ARRAY[total.slot_key]
     AND line.fact_key = replace(total.fact_key, total.slot_key, line.slot_key)
     AND regexp_replace('|' || line.slot_key || '|', '\\|' || total.sums || '=[^|]*\\|', '|')
       = regexp_replace('|' || total.slot_key || '|', '\\|' || total.sums || '=[^|]*\\|', '|')
   WHERE total.sums <> '' AND total.hard IS NOT NULL
     AND total.review = 'accepted' AND NOT total.is_judged_wrong
     AND (%(strands)s::text[] IS NULL OR total.strand = ANY(%(strands)s))
   GROUP BY total.id, total.fact_key, total.hard, line.fact_key, line.slot_key,
            line.wider_slot_keys
"""

# Only the widest rows: what a row "of which" repeats is in its own row already.
WIDEST_ROWS = """
  SELECT * FROM columns
   WHERE NOT EXISTS (SELECT 1 FROM columns AS other
                      WHERE other.total_id = columns.total_id
                        AND other.slot_key = ANY(columns.wider_slot_keys))
"""
