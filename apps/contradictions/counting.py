"""How many cases each choice of each facet would leave, counted in one pass over the cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils import timezone

from apps.contradictions.querysets import AGES, NOBODY, ContradictionQuerySet

COLUMNS = ("id", "state", "severity", "rule", "assigned_to_id", "found_at")
# `told` is read once for three facets; PostgreSQL leaves out what nobody asks of it.
CHOSEN = """
WITH chosen (id, state, severity, rule, assigned_to, found_at) AS MATERIALIZED ({cases}),
told AS MATERIALIZED (
  SELECT DISTINCT contradiction_id, source_id, measure_id, subject_id
    FROM contradictions_involvement JOIN claims_claim claim ON claim.id = claim_id
   WHERE contradiction_id IN (SELECT id FROM chosen)
)
"""
PLAIN = "SELECT '{0}', {0}, count(*) FROM chosen GROUP BY {0}"
TOLD = """
SELECT '{facet}', named.slug, count(*)
  FROM (SELECT DISTINCT contradiction_id, {column} FROM told) AS one
  JOIN {table} named ON named.id = {column}
 GROUP BY named.slug
"""
# Sources speak by claims and by places in their print.
SOURCE = """
SELECT 'source', named.slug, count(*)
  FROM (SELECT contradiction_id, source_id FROM told
         UNION
        SELECT contradiction_id, text.source_id
          FROM contradictions_sighting JOIN sources_text text ON text.id = text_id
         WHERE contradiction_id IN (SELECT id FROM chosen)) AS one
  JOIN sources_source named ON named.id = source_id
 GROUP BY named.slug
"""
ASSIGNEE = """
SELECT 'assignee', coalesce(person.username, %s), count(*)
  FROM chosen LEFT JOIN accounts_user person ON person.id = assigned_to AND state = 'in_review'
 GROUP BY 2
"""
AGE = """
SELECT 'age', age, count(found_at)
  FROM unnest(%s::text[], %s::timestamptz[], %s::timestamptz[])
         AS one (age, after, until)
  LEFT JOIN chosen ON found_at <= until AND (after IS NULL OR found_at > after)
 GROUP BY age
"""
COUNTING = {
    **{facet: PLAIN.format(facet) for facet in ("state", "severity", "rule")},
    "assignee": ASSIGNEE,
    "source": SOURCE,
    "measure": TOLD.format(facet="measure", column="measure_id", table="claims_measure"),
    "entity": TOLD.format(facet="entity", column="subject_id", table="entities_entity"),
    "age": AGE,
}

Counts = Mapping[str, Mapping[str, int]]


def counted(cases: ContradictionQuerySet, facets: Collection[str]) -> Counts:
    """For each of these facets how many of the cases have each value."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    try:
        query, parameters = cases.order_by().values_list(*COLUMNS).query.sql_with_params()
    except EmptyResultSet:  # what is asked can be no value of a facet
        return found
    if facets:
        parts = " UNION ALL ".join(COUNTING[facet] for facet in facets)
        asked = [value for facet in facets for value in _parameters(facet)]
        with connection.cursor() as cursor:
            cursor.execute(CHOSEN.format(cases=query) + parts, [*parameters, *asked])
            for facet, value, count in cursor.fetchall():
                found[facet][value] = count
    return found


def _parameters(facet: str) -> list[Any]:
    if facet == "assignee":
        return [NOBODY]
    if facet != "age":
        return []
    now = timezone.now()
    since = [age.oldest and now - timedelta(days=age.oldest) for age in AGES.values()]
    return [list(AGES), since, [now - timedelta(days=age.newest) for age in AGES.values()]]
