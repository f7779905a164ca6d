"""
More delivered than was ordered.

Flags: a number that was delivered above all that was ordered in the same deal.
Why: one figure is of another deal or batch, or ordered and delivered were mixed up.
Example: six boats were delivered of an order of four.
Quiet when: the order may have been as large, was of another deal, item or period, or was only
planned.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement, agreed

# What is ordered and what is delivered are facts of one measure and subject, told apart by their
# strands. An index leads to all that is ordered.
SCREEN = """
WITH pairs AS (
  SELECT ordered.id AS ordered_id, delivered.id AS delivered_id
    FROM claims_fact ordered
    JOIN claims_fact delivered ON delivered.slots = hashtextextended(ordered.measure_id || ' ' ||
           regexp_replace(ordered.strand, '[|]ordered', '|actual') || ' ' || ordered.slot_key, 0)
   WHERE ordered.strand LIKE '%%|ordered%%'
     AND (%(changed)s::bigint[] IS NULL OR ordered.id = ANY(%(changed)s))
   UNION
  SELECT ordered.id, delivered.id
    FROM claims_fact delivered
    JOIN claims_fact ordered ON ordered.slots = hashtextextended(delivered.measure_id || ' ' ||
           regexp_replace(delivered.strand, '[|]actual', '|ordered') || ' ' || delivered.slot_key,
           0)
   WHERE delivered.id = ANY(%(changed)s::bigint[]) AND delivered.strand LIKE '%%|actual%%'
)
SELECT ordered.claim_ids AS ordered, delivered.claim_ids AS delivered
  FROM pairs
  JOIN claims_fact ordered ON ordered.id = ordered_id
  JOIN claims_fact delivered ON delivered.id = delivered_id
   AND delivered.period_range IS NOT DISTINCT FROM ordered.period_range
  JOIN claims_measure measure ON measure.id = ordered.measure_id
   AND is_functional AND is_non_negative AND kind IN ('quantity', 'count')
 WHERE ordered.agreed << delivered.agreed
"""


@rule(code="more-delivered-than-ordered", severity=Severity.LIKELY, screen=SCREEN)
def more_delivered_than_ordered(group: Group) -> Iterator[Finding]:
    """One finding for an order and its delivery."""
    ordered, delivered = group["ordered"], group["delivered"]
    if agreed(ordered).ends_before(agreed(delivered)):
        yield _finding(ordered, delivered).graded()


def _is_exceeded(choice: Choice) -> bool:
    ordered, delivered = choice
    return ordered.hard.ends_before(delivered.hard)


def _finding(ordered: tuple[Statement, ...], delivered: tuple[Statement, ...]) -> Finding:
    less = next(c for c in ordered if c.hard.ends_before(agreed(delivered)))
    more = next(c for c in delivered if agreed(ordered).ends_before(c.hard))
    gap = agreed(ordered).gap(agreed(delivered))
    both = (("delivered", delivered), ("ordered", ordered))
    return Finding(
        rule="more-delivered-than-ordered",
        severity=Severity.LIKELY,
        headline=(f"{more.printed} delivered", f"{less.printed} ordered"),
        topic=more.topic,
        says=f"{more.label} gives {more.printed} delivered for the {more.topic}, more than the "
        f"{less.printed} that {less.label} gives as ordered.",
        parts=tuple(Part(claim, name) for name, claims in both for claim in claims),
        unit=more.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, more.unit),
        ulp=max(more.ulp, less.ulp),
        lines=tuple(
            Line(f"{c.label}, {name}", c.printed, c.hard, name) for name, cs in both for c in cs
        ),
        implied=tuple((claim.key, agreed(delivered)) for claim in ordered),
        explanations=("order-or-delivery", "scope", "misprint"),
        conflicts=clashing((ordered, delivered), _is_exceeded),
    )
