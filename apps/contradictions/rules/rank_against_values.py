"""
A rank that the figures do not bear out.

Flags: of two in one ranking, the higher placed has the smaller figure.
Why: rows were sorted by another column or year, or a rank or figure was mistyped.
Example: the second recipient is given 10 per cent, the third 12.6.
Quiet when: the prints allow a tie, or rank and figure are of other roles, periods or basis.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement, agreed

NAMES = ("rank", "value", "rank", "value")

# Ranks of one measure, period and roles but the subject, each with the figure that it is by.
SCREEN = """
WITH tellers AS (
  SELECT measure.id, whole.id AS told_id, whole.slug AS told,
         coalesce(root.slug, whole.slug) AS root
    FROM claims_measure measure
    JOIN claims_measure whole ON whole.id = measure.whole_id
    LEFT JOIN claims_measure root ON root.id = whole.whole_id
   WHERE measure.tells = 'rank'
), ranked AS MATERIALIZED (
  SELECT rank.id AS rank_id, value.id AS value_id, rank.claim_ids AS ranks,
         value.claim_ids AS values, rank.agreed AS place, value.agreed AS figure,
         rank.measure_id, rank.strand, rank.period_range,
         regexp_replace(rank.slot_key, '^subject=[^|]*', '') AS others
    FROM tellers
    JOIN claims_fact rank ON rank.measure_id = tellers.id AND rank.agreed IS NOT NULL
     AND rank.measure_id = ANY(ARRAY(SELECT id FROM tellers))
    JOIN claims_fact value ON value.slots = hashtextextended(
           told_id || ' ' || root || substr(rank.strand, length(told) + 1) || ' ' || rank.slot_key,
           0) AND value.period_range IS NOT DISTINCT FROM rank.period_range
     AND value.agreed IS NOT NULL
)
SELECT upper.ranks AS upper_rank, upper.values AS upper_value,
       lower.ranks AS lower_rank, lower.values AS lower_value
  FROM ranked upper
  JOIN ranked lower USING (measure_id, strand, others)
 WHERE upper.period_range IS NOT DISTINCT FROM lower.period_range
   AND upper.place << lower.place AND upper.figure << lower.figure
   AND (%(changed)s::bigint[] IS NULL
    OR ARRAY[upper.rank_id, upper.value_id, lower.rank_id, lower.value_id] && %(changed)s)
"""


@rule(code="rank-against-values", severity=Severity.LIKELY, screen=SCREEN)
def rank_against_values(group: Group) -> Iterator[Finding]:
    """One finding for each two that stand the wrong way round."""
    facts = tuple(
        group[name] for name in ("upper_rank", "upper_value", "lower_rank", "lower_value")
    )
    if _is_upside_down(tuple(fact[0] for fact in facts)):
        yield _finding(facts).graded()


def _is_upside_down(choice: Choice) -> bool:
    upper, more, lower, less = (claim.hard for claim in choice)
    return upper.ends_before(lower) and more.ends_before(less)


def _finding(facts: tuple[tuple[Statement, ...], ...]) -> Finding:
    upper, small, lower, large = (fact[0] for fact in facts)
    gap = agreed(facts[1]).gap(agreed(facts[3]))
    named = [(claim, name) for name, fact in zip(NAMES, facts, strict=True) for claim in fact]
    return Finding(
        rule="rank-against-values",
        severity=Severity.LIKELY,
        headline=(f"{upper.printed}: {small.printed}", f"{lower.printed}: {large.printed}"),
        topic=f"{upper.topic}; {lower.topic}",
        says=f"{upper.label} gives {upper.printed} for the {upper.topic} and {lower.printed} for "
        f"the {lower.topic}, but the figures are {small.printed} ({small.label}) and "
        f"{large.printed} ({large.label}).",
        parts=tuple(Part(claim, name) for claim, name in named),
        unit=small.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, small.unit),
        ulp=max(small.ulp, large.ulp),
        lines=tuple(Line(c.topic, c.printed, c.hard, "value") for c in (small, large)),
        explanations=("misprint", "other-whole", "vintage"),
        conflicts=clashing(facts, _is_upside_down),
    )
