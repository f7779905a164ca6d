"""
A slip of scale.

Flags: two claims on the same fact that differ by just a thousand or a million.
Why: million was printed for billion, or a decimal comma was taken for a thousands mark.
Example: a sentence prints 1,056 bln where the table it cites has 1,056 mln.
Quiet when: the figures agree as printed, or they are equal figures of different measures.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Line, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.scale import Slip, slip_between
from apps.domain.statements import Statement

SCREEN = """
SELECT claim_ids AS claims
  FROM claims_fact fact JOIN claims_measure measure ON measure.id = measure_id
 WHERE is_functional AND disagrees AND agreed IS NOT NULL AND kind IN ('quantity', 'count')
   AND fact.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s))
"""
REASONS = {
    "unit-slip": "a unit was mixed up",
    "decimal-separator": "a decimal comma was taken for a thousands mark",
}


@rule(code="scale-slip", severity=Severity.LIKELY, screen=SCREEN)
def scale_slip(group: Group) -> Iterator[Finding]:
    """One finding for the fact: the first pair that a slip explains, and all in such a pair."""
    claims = group["claims"]
    slips = [
        (one, other, slip)
        for index, one in enumerate(claims)
        for other in claims[index + 1 :]
        if (slip := slip_between(one, other)) is not None
    ]
    if slips:
        yield _finding(slips).graded()


def _finding(slips: list[tuple[Statement, Statement, Slip]]) -> Finding:
    one, other, slip = slips[0]
    times = f"{10 ** abs(slip.power):,}"
    involved = dict.fromkeys(claim for pair in slips for claim in pair[:2])
    gap = one.hard.gap(other.hard)
    return Finding(
        rule="scale-slip",
        severity=Severity.LIKELY,
        headline=(one.printed, other.printed),
        topic=one.topic,
        says=f"As printed, {one.label} ({one.printed}) and {other.label} ({other.printed}) differ "
        f"by a factor of {times}; they agree if {REASONS[slip.by]}.",
        parts=tuple(Part(claim, "claim") for claim in involved),
        unit=one.unit,
        gap=gap,
        gap_in_words=f"a factor of {times}",
        ulp=max(one.ulp, other.ulp),
        lines=tuple(Line(c.label, c.printed, c.hard, "claim") for c in involved),
        implied=((one.key, other.hard), (other.key, one.hard)),
        explanations=(slip.by,),
        conflicts=tuple(frozenset({a.key, b.key}) for a, b, _ in slips),
    )
