"""
A year outside the range that is said to hold for every year.

Flags: a year's figure that leaves the range stated for each year of a longer period.
Why: a sentence sums up a table; the sentence is too narrow, or a row of the table is wrong.
Where two sources print one series, each may have another state of it: that is only likely.
Example: imports of 780 million to 1.21 billion in every year from 2011 to 2016, and 362 in 2013.
Quiet when: the year's print reaches into the range, or the figure is of other roles or basis.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement, agreed

# A measure that is of another measure without being a share bounds that measure in each year.
SCREEN = """
WITH measures AS (
  SELECT id, whole_id FROM claims_measure
   WHERE kind = 'quantity' AND whole_id IS NOT NULL AND tells = '' AND is_functional
), pairs AS (
  SELECT stated.id AS stated_id, single.id AS single_id
    FROM measures
    JOIN claims_fact stated ON stated.measure_id = measures.id
    JOIN claims_fact single ON single.slots = hashtextextended(
           measures.whole_id || ' ' || stated.strand || ' ' || stated.slot_key, 0)
   WHERE stated.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s))
   UNION
  SELECT stated.id, single.id
    FROM measures
    JOIN claims_fact single ON single.measure_id = measures.whole_id
    JOIN claims_fact stated ON stated.slots = hashtextextended(
           measures.id || ' ' || single.strand || ' ' || single.slot_key, 0)
   WHERE single.id = ANY(%(changed)s::bigint[])
)
SELECT stated.claim_ids AS range, single.claim_ids AS year
  FROM pairs
  JOIN claims_fact stated ON stated.id = stated_id
  JOIN claims_fact single ON single.id = single_id
 WHERE stated.period_range @> single.period_range
   AND upper(single.period_range) - lower(single.period_range) BETWEEN 365 AND 366
   AND NOT stated.agreed && single.agreed
"""


@rule(code="yearly-range-left", severity=Severity.CERTAIN, screen=SCREEN)
def yearly_range_left(group: Group) -> Iterator[Finding]:
    """One finding a year."""
    stated, single = agreed(group["range"]), agreed(group["year"])
    if not stated.meets(single):
        yield _finding(group["range"], group["year"]).graded()


def _finding(stated: tuple[Statement, ...], single: tuple[Statement, ...]) -> Finding:
    bound = next(c for c in stated if not agreed((c,)).meets(agreed(single)))
    year = next(c for c in single if not agreed((c,)).meets(agreed(stated)))
    gap = agreed(stated).gap(agreed(single))
    both = (("range", stated), ("year", single))
    return Finding(
        rule="yearly-range-left",
        severity=Severity.LIKELY if bound.is_of_one_origin_with(year) else Severity.CERTAIN,
        headline=(bound.printed, year.printed),
        topic=f"{bound.topic}; {year.topic}",
        says=f"{bound.label} puts the {bound.topic}, at {bound.printed}; "
        f"for {year.period} {year.label} gives {year.printed}.",
        parts=tuple(Part(claim, name) for name, claims in both for claim in claims),
        unit=year.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, year.unit),
        ulp=max(bound.ulp, year.ulp),
        lines=tuple(Line(c.label, c.printed, c.hard, name) for name, cs in both for c in cs),
        implied=tuple((claim.key, agreed(stated)) for claim in single),
        explanations=("scope", "misprint"),
        conflicts=clashing((stated, single), _lies_outside),
    )


def _lies_outside(choice: tuple[Statement, ...]) -> bool:
    bound, year = choice
    return not agreed((bound,)).meets(agreed((year,)))
