"""
Shares that come to more than the whole.

Flags: shares of one whole, in one period, of which even the least possible sum is over 100 per
cent.
Why: one share was mistyped, or is of another whole or period than its neighbours.
Example: four suppliers with 86.6, 4.4, 3.5 and 12.8 per cent.
Quiet when: rounding allows the sum, or two of them may overlap: a region and one of its states.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from apps.contradictions.findings import ANYTHING, Finding, Line, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.domain.spans import Span, span_sum
from apps.domain.statements import Statement, agreed, by_fact
from apps.domain.units import unit

Fact = tuple[Statement, ...]
ZERO = Decimal(0)
HUNDRED = Decimal(100)
POINTS = unit("pp")

# The share of the whole in itself is left out.
SCREEN = """
WITH wholes AS (
  SELECT unnest(%(facts)s::bigint[]) AS id WHERE %(changed)s::bigint[] IS NULL
   UNION
  SELECT denominator_id FROM claims_fact
   WHERE denominator_id IS NOT NULL AND id = ANY(%(changed)s::bigint[])
   UNION
  SELECT denominator_id
    FROM contradictions_contradiction AS stored
   CROSS JOIN LATERAL unnest(stored.facts) AS told
    JOIN claims_fact share ON share.id = hashtextextended(told, 0)
   WHERE rule = 'shares-exceed-whole' AND denominator_id IS NOT NULL
     AND %(changed)s::bigint[] IS NOT NULL
)
SELECT ARRAY(SELECT jsonb_array_elements_text(fact)::bigint
               FROM jsonb_array_elements(jsonb_agg(claim_ids ORDER BY key)) AS fact) AS shares
  FROM wholes
  JOIN claims_fact share ON share.denominator_id = wholes.id
   AND share.numerator_id <> share.denominator_id AND agreed IS NOT NULL
  JOIN claims_measure measure ON measure.id = share.measure_id AND is_functional
 GROUP BY wholes.id, share.measure_id
HAVING count(*) > 1 AND sum(lower(agreed)) >= 100
"""


@rule(code="shares-exceed-whole", severity=Severity.CERTAIN, screen=SCREEN)
def shares_exceed_whole(group: Group) -> Iterator[Finding]:
    """One finding for a whole and the shares in it that lie apart."""
    shares = _apart(by_fact(group["shares"]))
    together = span_sum([agreed(fact) for fact in shares])
    if len(shares) > 1 and Span.exactly(HUNDRED).ends_before(together):
        yield _finding(shares, together).graded()


def _apart(facts: list[Fact]) -> list[Fact]:
    """The shares that certainly do not overlap; of those that do, the larger is kept."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: agreed(fact).low or ZERO, reverse=True):
        if not any(_overlap(fact[0], other[0]) for other in kept):
            kept.append(fact)
    return kept


def _overlap(one: Statement, other: Statement) -> bool:
    """Whether a member of one may be a member of the other."""
    left, right = _extent(one, other), _extent(other, one)
    return not left or not right or bool(left & right)


def _extent(one: Statement, other: Statement) -> frozenset[str]:
    pieces = one.own_pieces(other)
    return frozenset[str]().union(*(one.extents.get(piece, frozenset()) for piece in pieces))


def _finding(shares: list[Fact], together: Span) -> Finding:
    first = shares[0][0]
    gap = (together.low or HUNDRED) - HUNDRED
    printed = " + ".join(fact[0].printed for fact in shares)
    return Finding(
        rule="shares-exceed-whole",
        severity=Severity.CERTAIN,
        headline=(printed, "100 per cent"),
        topic=first.topic,
        says=f"{first.label} gives shares of {printed} per cent of one whole, which are more than "
        f"100 together.",
        parts=tuple(Part(claim, "share") for fact in shares for claim in fact),
        unit=first.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, POINTS),
        ulp=max(fact[0].ulp for fact in shares),
        lines=(
            *(Line(fact[0].topic, fact[0].printed, agreed(fact), "row") for fact in shares),
            Line("Shares together", "", together, "sum"),
            Line("The whole", "100", Span.exactly(HUNDRED), "total"),
        ),
        explanations=("misprint", "other-whole"),
        conflicts=(frozenset(fact[0].key for fact in shares),),
        anchor=ANYTHING,
    )
