"""
Parts that do not make up what they are parts of.

Flags: parts of which there are no others, with a sum outside of what their whole allows.
Why: what was written off and what was left make up the debt there was; one figure is wrong, or
they are of different days.
Example: of 11.03 billion 9.53 were written off, which leaves 1.5, where 1.7 are stated.
Quiet when: a part is not stated, or rounding of the figures allows the sum.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least, span_shown
from apps.contradictions.rulebook import Group, rule
from apps.domain.spans import span_sum
from apps.domain.statements import Statement, agreed, by_fact

# The parts of a whole are all measures that are its addends, of the same roles, basis and period.
SCREEN = """
WITH addends AS (
  SELECT id, whole_id FROM claims_measure WHERE tells = 'addend'
), touched AS (
  SELECT fact.id FROM claims_fact fact
   WHERE measure_id IN (SELECT whole_id FROM addends)
     AND (%(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s))
   UNION
  SELECT whole.id
    FROM addends
    JOIN claims_fact part ON part.measure_id = addends.id
    JOIN claims_fact whole ON whole.slots = hashtextextended(
           whole_id || ' ' || part.strand || ' ' || part.slot_key, 0)
   WHERE part.id = ANY(%(changed)s)
)
SELECT whole.claim_ids AS whole, array_agg(claim ORDER BY part.key, claim) AS parts
  FROM touched
  JOIN claims_fact whole ON whole.id = touched.id AND whole.agreed IS NOT NULL
  JOIN addends ON addends.whole_id = whole.measure_id
  JOIN claims_fact part ON part.slots = hashtextextended(
         addends.id || ' ' || whole.strand || ' ' || whole.slot_key, 0)
   AND part.period_range IS NOT DISTINCT FROM whole.period_range AND part.agreed IS NOT NULL
 CROSS JOIN LATERAL unnest(part.claim_ids) AS claim
 GROUP BY whole.id, whole.claim_ids, whole.measure_id
HAVING count(DISTINCT part.measure_id)
     = (SELECT count(*) FROM addends WHERE whole_id = whole.measure_id)
"""


@rule(code="stated-balance", severity=Severity.LIKELY, screen=SCREEN)
def stated_balance(group: Group) -> Iterator[Finding]:
    """One finding a whole."""
    facts = (group["whole"], *by_fact(group["parts"]))
    if _is_off(tuple(facts)):
        yield _finding(facts).graded()


def _is_off(facts: tuple[tuple[Statement, ...], ...]) -> bool:
    whole, *parts = map(agreed, facts)
    return not whole.meets(span_sum(parts))


def _clashes(choice: Choice) -> bool:
    return _is_off(tuple((claim,) for claim in choice))


def _finding(facts: tuple[tuple[Statement, ...], ...]) -> Finding:
    conflicts = clashing(facts, _clashes)
    keys = conflicts[0] if conflicts else frozenset()
    whole, *parts = [next((c for c in fact if c.key in keys), fact[0]) for fact in facts]
    reckoned = span_sum([agreed(fact) for fact in facts[1:]])
    gap = agreed(facts[0]).gap(reckoned)
    terms = " and ".join(f"{part.printed} ({part.label}, {part.topic})" for part in parts)
    named = (("whole" if fact is facts[0] else "part", claim) for fact in facts for claim in fact)
    return Finding(
        rule="stated-balance",
        severity=Severity.LIKELY,
        headline=(whole.printed, " + ".join(part.printed for part in parts)),
        topic=whole.topic,
        says=f"{whole.label} gives {whole.printed} for the {whole.topic}; {terms} make up "
        f"{span_shown(reckoned, whole.unit)}.",
        parts=tuple(Part(claim, name) for name, claim in named),
        unit=whole.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, whole.unit),
        ulp=max(claim.ulp for claim in (whole, *parts)),
        lines=(
            *(Line(part.topic, part.printed, part.hard, "part") for part in parts),
            Line("Parts together", "", reckoned, "sum"),
            Line(whole.label, whole.printed, whole.hard, "total"),
        ),
        implied=((whole.key, reckoned),),
        explanations=("misprint", "vintage", "scope"),
        conflicts=conflicts,
    )
