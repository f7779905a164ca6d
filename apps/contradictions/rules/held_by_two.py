"""
An office held by two at once.

Flags: two holders of one office, where the time of one lies within the time of the other.
Why: a person is named by a later office, or a term is printed with wrong years.
Example: one source has a president from 2008 to 2012, another names a second one in 2010.
Quiet when: the shorter time touches the first or last year of the longer, in which offices change
hands, the holders are the same, or one time is hedged.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement

# Two facts of the same question, one within the time of the other.
SCREEN = """
WITH held AS (
  SELECT fact.id, fact.slots, fact.period_range
    FROM claims_measure measure JOIN claims_fact fact ON fact.measure_id = measure.id
   WHERE tells = 'holds' AND fact.period_range IS NOT NULL
     AND (%(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s))
), pairs AS (
  SELECT held.id AS term_id, fact.id AS moment_id
    FROM held JOIN claims_fact fact ON fact.slots = held.slots
     AND held.period_range @> fact.period_range AND held.period_range <> fact.period_range
   UNION
  SELECT fact.id, held.id
    FROM held JOIN claims_fact fact ON fact.slots = held.slots
     AND fact.period_range @> held.period_range AND held.period_range <> fact.period_range
)
SELECT term.claim_ids AS term, moment.claim_ids AS moment
  FROM pairs
  JOIN claims_fact term ON term.id = term_id AND term.claim_ids <> '{}'
  JOIN claims_fact moment ON moment.id = moment_id AND moment.claim_ids <> '{}'
"""


@rule(code="held-by-two", severity=Severity.LIKELY, screen=SCREEN)
def held_by_two(group: Group) -> Iterator[Finding]:
    """One finding for a term and a moment within it, with all who differ."""
    pairs = [
        (term, moment)
        for term in group["term"]
        for moment in group["moment"]
        if _clash(term, moment)
    ]
    if pairs:
        yield _finding(pairs).graded()


def _clash(term: Statement, moment: Statement) -> bool:
    if term.answer == moment.answer or term.period is None or moment.period is None:
        return False
    if term.is_loose or moment.is_loose:
        return False
    (first, last), (start, end) = _years(term), _years(moment)
    return first < start and end < last


def _years(claim: Statement) -> tuple[int, int]:
    assert claim.period is not None
    start, end = claim.period.start, claim.period.end
    return (start.year if start else 0, end.year if end else 9999)


def _finding(pairs: list[tuple[Statement, Statement]]) -> Finding:
    term, moment = pairs[0]
    involved = dict.fromkeys(claim for pair in pairs for claim in pair)
    return Finding(
        rule="held-by-two",
        severity=Severity.LIKELY,
        headline=(f"{moment.printed}, {moment.period}", f"{term.printed}, {term.period}"),
        topic=moment.topic,
        says=f"For the {moment.topic}, {moment.label} names {moment.printed}; {term.label} names "
        f"{term.printed} for all of {term.period}.",
        parts=tuple(Part(claim, "claim") for claim in involved),
        unit=term.unit,
        explanations=("misprint", "scope"),
        conflicts=tuple(frozenset({one.key, other.key}) for one, other in pairs),
    )
