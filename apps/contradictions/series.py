"""Finds the figures that a statement about their course tells of: peaks, trends, changes."""

from __future__ import annotations

from collections.abc import Iterable

from apps.contradictions.findings import Line, Part
from apps.domain.figures import ZERO
from apps.domain.periods import Period
from apps.domain.statements import Statement, by_fact

Fact = tuple[Statement, ...]
# Years, and quarters, are not all of a length.
LEAP_DAYS = 3


# Each figure is of the roles and basis of what is stated, and of a period of its own.
SCREEN = """
WITH tellers AS (
  SELECT measure.id, whole.id AS told_id, whole.slug AS told,
         coalesce(root.slug, whole.slug) AS root
    FROM claims_measure measure
    JOIN claims_measure whole ON whole.id = measure.whole_id
    LEFT JOIN claims_measure root ON root.id = whole.whole_id
   WHERE measure.tells IN (TELLS)
), touched AS (
  SELECT fact.id
    FROM tellers JOIN claims_fact fact ON fact.measure_id = tellers.id
   WHERE %(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s)
   UNION
  SELECT fact.id
    FROM tellers
    JOIN claims_fact value ON value.measure_id = told_id
    JOIN claims_fact fact ON fact.slots = hashtextextended(
           tellers.id || ' ' || told || substr(value.strand, length(root) + 1)
           || ' ' || value.slot_key, 0)
   WHERE value.id = ANY(%(changed)s)
)
SELECT fact.claim_ids AS stated, array_agg(claim ORDER BY value.key, claim) AS values
  FROM touched
  JOIN claims_fact fact ON fact.id = touched.id
  JOIN tellers ON tellers.id = fact.measure_id
  JOIN claims_fact value ON value.slots = hashtextextended(
         told_id || ' ' || root || substr(fact.strand, length(told) + 1) || ' ' || fact.slot_key, 0)
   AND value.period_range IS NOT NULL AND value.agreed IS NOT NULL
 CROSS JOIN LATERAL unnest(value.claim_ids) AS claim
 WHERE fact.claim_ids <> '{}'
 GROUP BY fact.id, fact.claim_ids
HAVING count(DISTINCT value.id) >= LEAST
"""


def screen_of(*tells: str, at_least: int = 2) -> str:
    """A query for what is stated with a measure that tells one of these, and all it tells of."""
    words = ", ".join(f"'{word}'" for word in tells)
    return SCREEN.replace("TELLS", words).replace("LEAST", str(at_least))


def lines_of(values: Iterable[Part]) -> tuple[Line, ...]:
    """The figures with their periods, line by line."""
    told = ((part.statement, part.name) for part in values)
    return tuple(Line(f"{c.label}, {c.period}", c.printed, c.hard, name) for c, name in told)


def in_turn(values: tuple[Statement, ...]) -> list[Fact]:
    """The facts whose days are known, earliest first."""
    facts = [fact for fact in by_fact(values) if _is_settled(fact[0].period)]
    return sorted(facts, key=lambda fact: (days(fact).span.low or ZERO, days(fact).span.high or 0))


def days(fact: Fact) -> Period:
    """The period of a fact that has one."""
    period = fact[0].period
    assert period is not None
    return period


def are_of_a_length(one: Fact, other: Fact) -> bool:
    """Whether two facts speak of equally long periods, as of two years."""
    lengths = [days(fact).span.width or ZERO for fact in (one, other)]
    return abs(lengths[0] - lengths[1]) <= LEAP_DAYS


def _is_settled(period: Period | None) -> bool:
    return (
        period is not None
        and period.start is not None
        and period.end is not None
        and not period.hedged
    )
