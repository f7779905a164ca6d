"""
A length that begin and end do not give.

Flags: a stated length or age that is more than one unit longer or shorter than the time between
the begin and the end of the same thing.
Why: years are counted in the head; one of the three was mistyped or taken from elsewhere.
Example: a pact of 1950 is called 60 years old in 2020.
Quiet when: counting both ends, or whole years only, makes up for it, a date is hedged, or a term
was agreed on and not run to its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least, span_shown
from apps.contradictions.rulebook import Group, rule
from apps.domain.periods import Period
from apps.domain.spans import Span
from apps.domain.statements import Statement, agreed

YEAR = Decimal(366)
DAY = Decimal(1)
ZERO = Decimal(0)

# A length tells of an end; the steps that the end follows are where it may begin.
SCREEN = """
WITH lengths AS (
  SELECT measure.id, ends.id AS end_id, begins.id AS begin_id, begins.slug AS begin_slug
    FROM claims_measure measure
    JOIN claims_measure ends ON ends.id = measure.whole_id
    JOIN claims_measure begins ON begins.slug = ANY(ends.follows)
   WHERE measure.tells = 'length'
), asked AS (
  SELECT fact.slot_key, fact.measure_id, fact.id
    FROM claims_fact fact
   WHERE measure_id IN (SELECT id FROM lengths)
     AND (%(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s))
   UNION
  SELECT told.slot_key, told.measure_id, told.id
    FROM claims_fact fact
    JOIN lengths ON fact.measure_id IN (end_id, begin_id)
    JOIN claims_fact told ON told.measure_id = lengths.id AND told.slot_key = fact.slot_key
   WHERE fact.id = ANY(%(changed)s::bigint[])
)
SELECT DISTINCT told.claim_ids AS lengths, begin.claim_ids AS begins,
       coalesce(ends.claim_ids, '{}') AS ends
  FROM asked
  JOIN lengths ON lengths.id = asked.measure_id
  JOIN claims_fact told ON told.id = asked.id AND told.claim_ids <> '{}'
  JOIN claims_fact begin ON begin.slots = hashtextextended(
         begin_id || ' ' || begin_slug || '||actual ' || told.slot_key, 0)
   AND begin.claim_ids <> '{}'
  LEFT JOIN claims_fact ends ON ends.slots = hashtextextended(
         end_id || ' ' || told.strand || ' ' || told.slot_key, 0)
"""


@rule(code="length-against-dates", severity=Severity.LIKELY, screen=SCREEN)
def length_against_dates(group: Group) -> Iterator[Finding]:
    """One finding a length, its begin and its end."""
    for length in group["lengths"]:
        end = agreed(group["ends"]) if group["ends"] else _last_year(length.period)
        between = _between(agreed(group["begins"]), end, length.unit.factor)
        if between is not None and not length.allows(between):
            yield _finding(length, group, between).graded()
            return


def _last_year(period: Period | None) -> Span:
    """Where something is so old in a year, or from one year to another: the last year of it."""
    if period is None or period.hedged or period.span.high is None:
        return Span.anything()
    low = period.span.low
    first = period.span.high - YEAR
    return Span(first if low is None else max(low, first), period.span.high, high_closed=False)


def _between(begin: Span, end: Span, step: Decimal) -> Span | None:
    """How long it may have lasted; a step to either side for the ways of counting."""
    if begin.low is None or begin.high is None or end.low is None or end.high is None:
        return None
    longest = end.high - begin.low + step
    shortest = end.low - begin.high - step
    return Span(max(ZERO, shortest), longest) if longest > ZERO else None


def _finding(length: Statement, group: Group, between: Span) -> Finding:
    begin, unit, gap = group["begins"][0], length.unit, length.hard.gap(between)
    end = group["ends"][0] if group["ends"] else None
    until = f"{end.printed} ({end.label})" if end else str(length.period)
    parts = (("length", (length,)), ("begin", group["begins"]), ("end", group["ends"]))
    keys = {claim.key for claim in (length, begin, end) if claim is not None}
    return Finding(
        rule="length-against-dates",
        severity=Severity.LIKELY,
        headline=(length.printed, f"{begin.printed} to {end.printed if end else length.period}"),
        topic=length.topic,
        says=f"{length.label} gives {length.printed} for the {length.topic}; from {begin.printed} "
        f"({begin.label}) to {until} it is {span_shown(between, unit)}.",
        parts=tuple(Part(claim, name) for name, claims in parts for claim in claims),
        unit=unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, unit),
        ulp=length.ulp,
        lines=(
            Line("Begin to end", "", between, "sum"),
            Line(length.label, length.printed, length.hard, "stated"),
        ),
        implied=((length.key, between),),
        explanations=("misprint", "other-step"),
        conflicts=(frozenset(keys),),
    )
