"""Stores with each case the one claim that is likeliest to blame, so that queues can go by it."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

# A suspect is the claim of highest regret, where one alone has it.
STORE = """
UPDATE contradictions_contradiction AS stored
   SET suspect_id = found.suspect
  FROM (SELECT c.id, CASE WHEN count(top.claim_id) = 1 THEN min(top.claim_id) END AS suspect
          FROM contradictions_contradiction c
          LEFT JOIN (SELECT contradiction_id, claim_id, regret,
                            max(regret) OVER (PARTITION BY contradiction_id) AS highest
                       FROM contradictions_involvement
                      WHERE contradiction_id = ANY(%(cases)s)) AS top
            ON top.contradiction_id = c.id AND top.regret = top.highest AND top.regret > 0
         WHERE c.id = ANY(%(cases)s)
         GROUP BY c.id) AS found
 WHERE stored.id = found.id AND stored.suspect_id IS DISTINCT FROM found.suspect
"""


def store_suspects(cases: Collection[int]) -> None:
    """Store the suspects of these cases, as their regrets have it now."""
    with connection.cursor() as cursor:
        cursor.execute(STORE, {"cases": sorted(cases)})
