"""Keeps the stored facts in line with the claims that answer them."""

from __future__ import annotations

from collections.abc import Collection

from apps.claims import tallies
from apps.claims.asking import ask

# Two intervals of an empty common intersection are disjoint (Helly number 2), so grouping by
# fact finds every disagreement without a self join. Where claims disagree the hull stands for
# the fact, so that one slip does not spread through all that rests on it. Claims that wait for
# an editor keep a fact alive: a row that is printed leaves a hole in its table's sum.
RESTATE = """
WITH grouped AS (
  SELECT fact_key, max(id) AS told_by,
         coalesce(array_agg(id ORDER BY id) FILTER (WHERE is_in_network), '{}') AS claim_ids,
         range_intersect_agg(hard) FILTER (WHERE is_in_network) AS common,
         range_merge(range_agg(hard) FILTER (WHERE is_in_network)) AS hull,
         count(DISTINCT value_entity_id) FILTER (WHERE is_in_network) AS answers,
         coalesce(array_agg(DISTINCT source_id) FILTER (WHERE is_in_network), '{}') AS source_ids,
         count(DISTINCT witness) FILTER (WHERE is_in_network) AS witnesses
    FROM (SELECT claim.*, review = 'accepted' AND NOT is_judged_wrong AS is_in_network,
                 coalesce(nullif(root, ''), source.slug) AS witness
            FROM claims_claim claim JOIN sources_source source ON source.id = source_id
           WHERE review <> 'rejected' AND (%(keys)s::text[] IS NULL OR fact_key = ANY(%(keys)s))
         ) AS claim
   GROUP BY fact_key
), stated AS (
  SELECT hashtextextended(grouped.fact_key, 0) AS id, grouped.fact_key, measure_id, strand,
         slot_key, hashtextextended(stem || slot_key, 0) AS slots, period_range,
         ARRAY(SELECT hashtextextended(stem || wider, 0) FROM unnest(wider_slot_keys) AS wider)
           AS wider,
         ARRAY(SELECT hashtextextended(head || wider || tail, 0)
                 FROM unnest(wider_slot_keys) AS wider) AS wholes,
         CASE WHEN part_fact_key <> whole_fact_key THEN hashtextextended(part_fact_key, 0) END
           AS numerator_id,
         CASE WHEN part_fact_key <> whole_fact_key THEN hashtextextended(whole_fact_key, 0) END
           AS denominator_id,
         claim_ids, coalesce(isempty(common), false) OR answers > 1 AS disagrees,
         CASE WHEN isempty(common) THEN hull ELSE common END AS agreed,
         subject_id, source_ids, witnesses
    FROM grouped
    JOIN claims_claim claim ON claim.id = told_by
   CROSS JOIN LATERAL (
     SELECT measure_id || ' ' || strand || ' ' AS stem,
            split_part(grouped.fact_key, '|', 1) || '|' AS head) AS before
   CROSS JOIN LATERAL (
     SELECT substr(grouped.fact_key, length(head) + length(slot_key) + 1) AS tail) AS after
)
INSERT INTO claims_fact AS fact
  (id, key, measure_id, strand, slot_key, slots, period_range, wider, wholes,
   numerator_id, denominator_id, claim_ids, disagrees, agreed, subject_id, source_ids, witnesses,
   low, high, rise)
SELECT *, lower(agreed)::float8, upper(agreed)::float8, greatest(lower(agreed)::float8, 0)
  FROM stated
    ON CONFLICT (id) DO UPDATE
   SET measure_id = excluded.measure_id, strand = excluded.strand, slot_key = excluded.slot_key,
       slots = excluded.slots, period_range = excluded.period_range, wider = excluded.wider,
       wholes = excluded.wholes, numerator_id = excluded.numerator_id,
       denominator_id = excluded.denominator_id, claim_ids = excluded.claim_ids,
       disagrees = excluded.disagrees, agreed = excluded.agreed,
       subject_id = excluded.subject_id, source_ids = excluded.source_ids,
       witnesses = excluded.witnesses, low = excluded.low, high = excluded.high,
       rise = CASE WHEN fact.wholes = excluded.wholes
                    AND (fact.agreed IS NULL OR excluded.agreed IS NOT NULL)
                   THEN excluded.rise - greatest(fact.low, 0) END
"""
FORGET = """
DELETE FROM claims_fact AS fact
 WHERE NOT EXISTS (SELECT 1 FROM claims_claim
                    WHERE fact_key = fact.key AND review <> 'rejected')
"""
IDS = "SELECT hashtextextended(key, 0) AS id FROM unnest(%(keys)s::text[]) AS key"
# A fact that nobody answers any more keeps its row until all are restated: what it was tied to
# is to be looked at once more.
EMPTY = f"""
UPDATE claims_fact AS fact
   SET claim_ids = '{{}}', disagrees = false, agreed = NULL, low = NULL, high = NULL,
       rise = NULL, source_ids = '{{}}', witnesses = 0
 WHERE id IN ({IDS})
   AND NOT EXISTS (SELECT 1 FROM claims_claim
                    WHERE fact_key = fact.key AND review <> 'rejected')
"""

# The facts themselves and all that contain them: whose sums, parts and shares they may change.
REACHED = f"""
WITH asked AS MATERIALIZED ({IDS}
), changed AS MATERIALIZED (
  SELECT fact.id, fact.slots, fact.wider, fact.wholes, fact.period_range, is_additive_over_time
    FROM asked
    JOIN claims_fact fact ON fact.id = asked.id
    JOIN claims_measure measure ON measure.id = measure_id
)
SELECT id FROM asked
 UNION
SELECT whole.id FROM changed JOIN claims_fact whole ON whole.id = ANY(changed.wholes)
 UNION
SELECT whole.id
  FROM changed JOIN claims_fact whole ON whole.slots = ANY(changed.wider || changed.slots)
 WHERE is_additive_over_time AND whole.period_range @> changed.period_range
   AND whole.period_range <> changed.period_range
"""

Ids = frozenset[int]


def restate(keys: Collection[str]) -> Ids:
    """Reckon these facts again; gives all facts that this may matter to, before and after."""
    before, ids, about = reached(keys), ids_of(keys), {"keys": sorted(keys)}
    tallies.take_away(ids)
    ask(RESTATE, about)
    ask(EMPTY, about)
    tallies.add(ids)
    return before | reached(keys)


def restate_all() -> None:
    """Reckon every fact again."""
    ask(RESTATE, {"keys": None})
    ask(FORGET, {})
    tallies.count_all()


def ids_of(keys: Collection[str]) -> Ids:
    """The numbers of facts, whether anybody speaks of them or not."""
    return _column(IDS, keys)


def reached(keys: Collection[str]) -> Ids:
    """These facts and all that contain them along a slot, or along time."""
    return _column(REACHED, keys)


def _column(question: str, keys: Collection[str]) -> Ids:
    return frozenset(number for (number,) in ask(question, {"keys": sorted(keys)})[1])
