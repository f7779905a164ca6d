"""Keeps how much room is left in wholes with very many parts, and takes off what parts rise by.

To add ten thousand parts up, of which some lie in others, takes half a second: too long for each
save of one of them. No sum along a slot grows by more than its parts do, unless a part is given
up or leaves the whole; then, and when the room is used up, all are added up once more.
"""

from __future__ import annotations

from apps.claims.asking import ask
from apps.claims.changes import Touched
from apps.claims.facts import ids_of
from apps.contradictions.models_of_rooms import Room
from apps.contradictions.partitions import SIDES, WHOLES

# So many parts of a whole that it is worth it.
MANY = 200
# More than the rounding of floats.
NEARLY = 1e-9

RISEN = """
WITH changed AS MATERIALIZED (
  SELECT id, wholes, rise FROM claims_fact WHERE id = ANY(%(changed)s::bigint[])
), risen AS (
  SELECT whole_id, sum(greatest(rise, 0)) AS by, min(rise) < 0 AS has_fallen
    FROM changed CROSS JOIN LATERAL unnest(wholes) AS whole_id GROUP BY whole_id
)
"""
FORGET = f"""
{RISEN}
DELETE FROM contradictions_room AS room
 WHERE room.whole_id = ANY(%(reached)s::bigint[])
   AND (room.whole_id = ANY(%(changed)s::bigint[])
        OR EXISTS (SELECT 1 FROM changed WHERE rise IS NULL)
        OR EXISTS (SELECT 1 FROM risen WHERE risen.whole_id = room.whole_id
                      AND CASE WHEN spare > 0 THEN by >= spare ELSE has_fallen END))
"""
SPEND = f"""
{RISEN}
UPDATE contradictions_room AS room SET spare = spare - by
  FROM risen WHERE risen.whole_id = room.whole_id AND by > 0
"""
LARGE = """
SELECT id FROM claims_fact whole
 WHERE id = ANY(%(reached)s::bigint[])
   AND NOT EXISTS (SELECT 1 FROM contradictions_room WHERE whole_id = whole.id)
   AND (SELECT count(*)
          FROM (SELECT 1 FROM claims_fact WHERE wholes @> ARRAY[whole.id] LIMIT %(many)s) AS few)
     = %(many)s
"""
ALL_LARGE = """
SELECT whole FROM claims_fact CROSS JOIN LATERAL unnest(wholes) AS whole
 GROUP BY whole HAVING count(*) >= %(many)s
"""
MEASURE = f"""
WITH wholes AS MATERIALIZED ({WHOLES}
), beside AS MATERIALIZED (
  SELECT wholes.*, added.low
    FROM wholes
   CROSS JOIN LATERAL (SELECT coalesce(sum(lower(part.agreed)), 0) AS low
                         FROM claims_fact part WHERE part.wholes @> ARRAY[whole_id]) AS added
   WHERE is_non_negative
), brimming AS MATERIALIZED (
  SELECT * FROM beside WHERE low >= upper(whole)
), {SIDES}, most AS (
  SELECT whole_id, max(low) AS low
    FROM (SELECT whole_id, sum(lower(agreed)) AS low FROM sides GROUP BY whole_id, cut) AS side
   GROUP BY whole_id
), reckoned AS (
  SELECT whole_id, upper(whole)::float8 AS high,
         CASE WHEN upper(whole) <= beside.low THEN coalesce(most.low, 0) ELSE beside.low END::float8
           AS low
    FROM beside LEFT JOIN most USING (whole_id)
)
INSERT INTO contradictions_room (whole_id, spare)
SELECT whole_id, coalesce(high - low - {NEARLY} * (high + low), 'infinity') FROM reckoned
"""


def spend(touched: Touched) -> None:
    """Take off what these facts have risen by, and measure anew where that cannot be told."""
    changed, reached = sorted(ids_of(touched.facts)), sorted(touched.reached)
    ask(FORGET, {"changed": changed, "reached": reached})
    ask(SPEND, {"changed": changed})
    _measure(ask(LARGE, {"reached": reached, "many": MANY})[1])


def measure_all() -> None:
    """Measure the room in every whole with very many parts."""
    Room.objects.all().delete()
    _measure(ask(ALL_LARGE, {"many": MANY})[1])


def _measure(large: list[tuple[int]]) -> None:
    if large:
        ask(MEASURE, {"facts": sorted(number for (number,) in large)})
