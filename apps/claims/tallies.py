"""Keeps the tallies of facts in line with the facts, by what each change adds and takes away."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from apps.claims.asking import ask

# One statement adds (sign 1) or takes away (sign -1) what these facts, or all, count for.
COUNT = """
WITH told AS MATERIALIZED (
  SELECT measure_id, subject_id, period_range IS NOT NULL AS is_dated, witnesses, source_ids
    FROM claims_fact
   WHERE witnesses > 0 AND (%(ids)s::bigint[] IS NULL OR id = ANY(%(ids)s))
), by_series AS (
  INSERT INTO claims_seriestally AS tally (measure_id, subject_id, facts, dated, alone)
  SELECT measure_id, subject_id, %(sign)s * count(*),
         %(sign)s * count(*) FILTER (WHERE is_dated),
         %(sign)s * count(*) FILTER (WHERE witnesses = 1)
    FROM told GROUP BY measure_id, subject_id
      ON CONFLICT (measure_id, subject_id) DO UPDATE
     SET facts = tally.facts + excluded.facts, dated = tally.dated + excluded.dated,
         alone = tally.alone + excluded.alone
), by_source AS (
  INSERT INTO claims_sourcetally AS tally (source_id, facts)
  SELECT source_id, %(sign)s * count(*)
    FROM told CROSS JOIN LATERAL unnest(source_ids) AS source_id GROUP BY source_id
      ON CONFLICT (source_id) DO UPDATE SET facts = tally.facts + excluded.facts
)
INSERT INTO claims_pairtally AS tally (measure_id, one_id, other_id, facts)
SELECT measure_id, one_id, other_id, %(sign)s * count(*)
  FROM told CROSS JOIN LATERAL unnest(source_ids) AS one_id
            CROSS JOIN LATERAL unnest(source_ids) AS other_id
 WHERE cardinality(source_ids) > 1 AND one_id < other_id
 GROUP BY measure_id, one_id, other_id
    ON CONFLICT (one_id, other_id, measure_id) DO UPDATE
   SET facts = tally.facts + excluded.facts
"""
TABLES = ("claims_seriestally", "claims_sourcetally", "claims_pairtally")


def add(ids: Collection[int]) -> None:
    """Count these facts, which have just been restated."""
    _count(sorted(ids), 1)


def take_away(ids: Collection[int]) -> None:
    """Count these facts no more, for they are about to be restated."""
    _count(sorted(ids), -1)


def count_all() -> None:
    """Count every fact again."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"DELETE FROM {table}")
    _count(None, 1)


def _count(ids: list[int] | None, sign: int) -> None:
    ask(COUNT, {"ids": ids, "sign": sign})
