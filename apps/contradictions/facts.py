"""Which facts a detection has to look at: those that changed, or all that look suspicious."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db import connection

from apps.claims.changes import Touched
from apps.claims.facts import Ids, ids_of, reached

# The ends by which facts are sifted are floats; this much more than their rounding is allowed.
NEARLY = "abs({}) * 1e-9"

# Every fact as whose whole, or by itself, something may be wrong; cheap, and missing nothing.
# Each branch reads the facts once and groups them by number; what is left, the rules screen.
SIFT = """
WITH fact AS NOT MATERIALIZED (
  SELECT fact.*, upper(period_range) - lower(period_range) AS days,
         is_non_negative, is_additive_over_time
    FROM claims_fact fact JOIN claims_measure measure ON measure.id = measure_id
   WHERE is_functional AND agreed IS NOT NULL
), series AS (
  SELECT slots FROM fact WHERE is_additive_over_time AND period_range IS NOT NULL
   GROUP BY slots HAVING max(days) > min(days) OR bool_or(days IS NULL)
), longer AS (
  SELECT whole.id, whole.high, whole.slots
    FROM fact whole
   WHERE is_additive_over_time AND is_non_negative AND high IS NOT NULL
     AND (days IS NULL OR days > (SELECT min(days) FROM fact WHERE is_additive_over_time))
)
SELECT id FROM claims_fact WHERE disagrees
 UNION
SELECT whole.id
  FROM (SELECT unnest(wholes) AS id, low FROM fact WHERE is_non_negative) AS part
  JOIN fact whole ON whole.id = part.id AND whole.high IS NOT NULL
 GROUP BY whole.id, whole.high
HAVING greatest(max(part.low), sum(part.low)) >= whole.high - {slack}
 UNION
SELECT whole.id
  FROM longer whole
  JOIN (SELECT slots, max(low) AS low
          FROM (SELECT unnest(wider) AS slots, low FROM fact
                 WHERE is_additive_over_time AND is_non_negative) AS part
         GROUP BY slots) AS part ON part.slots = whole.slots
 WHERE part.low >= whole.high - {slack}
 UNION
SELECT whole.id
  FROM series
  JOIN fact whole ON whole.slots = series.slots
  JOIN fact part ON part.slots = whole.slots AND whole.period_range @> part.period_range
                AND whole.period_range <> part.period_range
 GROUP BY whole.id, whole.low, whole.high, whole.days, whole.is_non_negative
HAVING greatest(max(part.low), sum(part.low)) >= whole.high - {slack}
    OR NOT whole.is_non_negative OR max(part.days) - min(part.days) > 3
    OR sum(part.days) > whole.days
    OR (sum(part.days) = whole.days AND bool_and(part.high IS NOT NULL)
        AND sum(part.high) <= whole.low + {low_slack})
 UNION
SELECT share.id
  FROM fact share
  JOIN fact part ON part.id = share.numerator_id
  JOIN fact whole ON whole.id = share.denominator_id
 WHERE part.low * 100 >= share.high * whole.high - {share_high}
    OR part.high * 100 <= share.low * whole.low + {share_low}
 UNION
SELECT fact.id
  FROM claims_claim total JOIN claims_fact fact ON fact.id = hashtextextended(total.fact_key, 0)
 WHERE total.sums <> '' AND total.hard IS NOT NULL
   AND total.review = 'accepted' AND NOT total.is_judged_wrong
 UNION
SELECT fact.id
  FROM claims_fact fact JOIN claims_measure measure ON measure.id = fact.measure_id
 WHERE kind = 'quantity' AND measure.whole_id IS NOT NULL AND is_functional
""".format(
    slack=NEARLY.format("whole.high"),
    low_slack=NEARLY.format("whole.low"),
    share_high=NEARLY.format("share.high * whole.high"),
    share_low=NEARLY.format("share.low * whole.low"),
)


@dataclass(frozen=True)
class Scope:
    """What to look at: facts as wholes, and which facts have changed, if that is known."""

    wholes: Ids
    changed: Ids | None = None

    @classmethod
    def everything(cls) -> Scope:
        """All facts, sifted beforehand."""
        with connection.cursor() as cursor:
            cursor.execute(SIFT)
            return cls(frozenset(number for (number,) in cursor.fetchall()))

    @classmethod
    def of(cls, touched: Touched) -> Scope:
        """The facts that changed, and all that contain them or did so before."""
        return cls(touched.reached, ids_of(touched.facts))

    def with_wholes(self, keys: Collection[str]) -> Scope:
        """The same, and these facts as wholes."""
        return replace(self, wholes=self.wholes | ids_of(keys)) if keys else self


def around(keys: frozenset[str]) -> Touched:
    """These facts as if they had changed."""
    return Touched(keys, reached(keys))
