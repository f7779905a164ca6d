"""Which dates rules look at and what makes one suspicious, as SQL that sifting shares with them."""

from __future__ import annotations

# Each measure with those that it follows, directly or through others.
STEPS = """
  SELECT later.id AS later_id, later.slug AS later, earlier.id AS earlier_id,
         earlier.slug AS earlier
    FROM claims_measure later JOIN claims_measure earlier ON earlier.slug = ANY(later.follows)
   UNION
  SELECT later_id, later, before.id, before.slug
    FROM steps
    JOIN claims_measure earlier ON earlier.id = earlier_id
    JOIN claims_measure before ON before.slug = ANY(earlier.follows)
"""
# What steps that happened, or were agreed on, have after the name of their measure.
WORDS = """
  SELECT '||' || family AS base FROM unnest(ARRAY['actual', 'ordered']) AS family
"""

IS_DATE = "measure_id = ANY(ARRAY(SELECT id FROM claims_measure WHERE kind = 'date'))"
# The dates that answer the facts asked about.
DATES = f"""
  SELECT claim.*
    FROM claims_fact fact JOIN claims_claim claim ON claim.id = ANY(fact.claim_ids)
   WHERE fact.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s)) AND fact.{IS_DATE}
"""
IS_TWO_YEARS = r"printed ~ '[12][0-9]{3}\s?[–—-]\s?[12][0-9]{3}'"
# Days are numbered from the first of the year 1. A year is compared with a year here, days later.
IS_AHEAD = """status NOT IN ('expected', 'planned')
   AND CASE WHEN published ~ '^[12][0-9]{3}(-[0-9-]+)?$'
            THEN upper(hard)
               > make_date(substr(published, 1, 4)::int + 1, 1, 1) - date '0001-01-01' + 1
            ELSE false END"""
