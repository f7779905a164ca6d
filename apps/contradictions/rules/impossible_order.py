"""
Steps in an order that cannot be.

Flags: a date that lies wholly before the date of a step that has to come first.
Why: a thing is ordered before it is delivered, and begins before it ends; one date is wrong.
Example: a declaration of 30 October 2010 was retrieved on 1 October 2010.
Quiet when: both may be of one day, month or year, or one date is only expected or hedged.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.dates import STEPS, WORDS
from apps.contradictions.findings import Finding, Line, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.domain.periods import gap_in_words
from apps.domain.statements import agreed

# A step follows all that its measure names, and all that those follow. Facts of a measure and a
# subject are found by the hash of their slots; what is only expected stands apart.
SCREEN = f"""
WITH RECURSIVE steps AS ({STEPS}
), words AS ({WORDS}
), pairs AS (
  SELECT later.id AS later_id, first.id AS first_id
    FROM steps
    JOIN claims_fact later ON later.measure_id = steps.later_id
   CROSS JOIN words
    JOIN claims_fact first ON first.slots = hashtextextended(
           earlier_id || ' ' || earlier || base || ' ' || later.slot_key, 0)
   WHERE later.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s))
   UNION
  SELECT later.id, first.id
    FROM steps
    JOIN claims_fact first ON first.measure_id = earlier_id
     AND first.measure_id = ANY(ARRAY(SELECT earlier_id FROM steps))
   CROSS JOIN words
    JOIN claims_fact later ON later.slots = hashtextextended(
           steps.later_id || ' ' || steps.later || base || ' ' || first.slot_key, 0)
   WHERE first.id = ANY(%(changed)s)
)
SELECT first.claim_ids AS earlier, later.claim_ids AS later
  FROM pairs
  JOIN claims_fact first ON first.id = first_id
  JOIN claims_fact later ON later.id = later_id
 WHERE upper(later.agreed) <= lower(first.agreed)
   AND first.strand NOT LIKE '%%|expected' AND later.strand NOT LIKE '%%|expected'
"""


@rule(code="impossible-order", severity=Severity.CERTAIN, screen=SCREEN)
def impossible_order(group: Group) -> Iterator[Finding]:
    """One finding for each two steps."""
    earlier, later = agreed(group["earlier"]), agreed(group["later"])
    if later.ends_before(earlier):
        yield _finding(group).graded()


def _finding(group: Group) -> Finding:
    facts = (group["earlier"], group["later"])
    conflicts = clashing(facts, _is_reversed)
    first = next(c for c in facts[0] if agreed(facts[1]).ends_before(c.hard))
    second = next(c for c in facts[1] if c.hard.ends_before(agreed(facts[0])))
    assert first.dated is not None and second.dated is not None
    apart = gap_in_words(second.dated, first.dated)
    named = (("earlier", facts[0]), ("later", facts[1]))
    return Finding(
        rule="impossible-order",
        severity=Severity.CERTAIN,
        headline=(second.brief, first.brief),
        topic=f"{second.topic}; {first.topic}",
        says=f"{second.label} gives {second.said} for the {second.topic}. That is {apart} before "
        f"the {first.topic}, for which {first.label} gives {first.said.rstrip(',')}.",
        parts=tuple(Part(claim, name) for name, claims in named for claim in claims),
        unit=first.unit,
        gap=max(second.hard.gap(first.hard), first.ulp, second.ulp),
        gap_in_words=apart,
        ulp=max(first.ulp, second.ulp),
        lines=tuple(Line(c.label, c.printed, c.hard, name) for name, cs in named for c in cs),
        explanations=("misprint", "other-step"),
        conflicts=conflicts,
    )


def _is_reversed(choice: Choice) -> bool:
    earlier, later = (claim.hard for claim in choice)
    return later.ends_before(earlier)
