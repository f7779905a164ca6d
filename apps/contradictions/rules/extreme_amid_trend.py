"""
A lowest or highest point where the course does not turn.

Flags: a lowest point within a time that is said to be level or rising, or a highest point within
a time that is said to be level or falling.
Why: two passages sum up one time in different moods; both cannot be meant of the same thing.
Example: relations were stable from 1954 to 1962, and at their lowest in 1959.
Quiet when: the point lies in the first year of a rise, or in the last of a fall, or outside of
the time, or one of the two is hedged.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.domain.periods import Period
from apps.domain.statements import Statement

# The point is stated with a measure that tells of a measure of directions, of the same slots.
SCREEN = """
WITH tellers AS (
  SELECT measure.id, whole.id AS told_id
    FROM claims_measure measure
    JOIN claims_measure whole ON whole.id = measure.whole_id AND whole.kind = 'entity'
   WHERE measure.tells IN ('lowest', 'highest')
), pairs AS (
  SELECT point.claim_ids AS points, course.claim_ids AS courses
    FROM tellers
    JOIN claims_fact point ON point.measure_id = tellers.id
    JOIN claims_fact course ON course.slots = hashtextextended(
           told_id || ' ' || point.strand || ' ' || point.slot_key, 0)
   WHERE (%(changed)s::bigint[] IS NULL OR point.id = ANY(%(changed)s))
     AND course.period_range IS NOT NULL
   UNION
  SELECT point.claim_ids, course.claim_ids
    FROM tellers
    JOIN claims_fact course ON course.measure_id = told_id AND course.period_range IS NOT NULL
    JOIN claims_fact point ON point.slots = hashtextextended(
           tellers.id || ' ' || course.strand || ' ' || course.slot_key, 0)
   WHERE course.id = ANY(%(changed)s)
)
SELECT points, courses FROM pairs WHERE points <> '{}' AND courses <> '{}'
"""


@rule(code="extreme-amid-trend", severity=Severity.LIKELY, screen=SCREEN)
def extreme_amid_trend(group: Group) -> Iterator[Finding]:
    """One finding for a point and a course, with the first pair that clashes."""
    pairs = [
        (point, course)
        for point in group["points"]
        for course in group["courses"]
        if _clashes(point, course)
    ]
    if pairs:
        yield _finding(pairs).graded()


def _clashes(point: Statement, course: Statement) -> bool:
    at, time = point.dated, course.period
    if at is None or time is None or at.hedged or not time.contains(at):
        return False
    if at.start is None or at.end is None or at == time:
        return False
    match (point.tells, course.answer.removesuffix("-steadily")):
        case (_, "trend-level"):
            return True
        case ("lowest", "trend-rising") | ("highest", "trend-falling"):
            return _is_past_the_start(at, time)
        case ("lowest", "trend-falling") | ("highest", "trend-rising"):
            return _is_before_the_end(at, time)
    return False


def _is_past_the_start(at: Period, time: Period) -> bool:
    return at.start is not None and time.start is not None and at.start.year > time.start.year


def _is_before_the_end(at: Period, time: Period) -> bool:
    return at.end is not None and time.end is not None and at.end.year < time.end.year


def _finding(pairs: list[tuple[Statement, Statement]]) -> Finding:
    point, course = pairs[0]
    parts = dict.fromkeys(claim for pair in pairs for claim in pair)
    return Finding(
        rule="extreme-amid-trend",
        severity=Severity.LIKELY,
        headline=(f"{point.tells} in {point.printed}", f"{course.printed} in {course.period}"),
        topic=f"{point.topic}; {course.topic}",
        says=f"{point.label} gives {point.printed} for the {point.topic}, within {course.period}, "
        f"for which {course.label} states “{course.printed}”.",
        parts=tuple(Part(c, "stated" if c.tells == point.tells else "course") for c in parts),
        unit=point.unit,
        explanations=("loose-wording", "scope"),
        conflicts=tuple(frozenset({one.key, other.key}) for one, other in pairs),
    )
