"""
The figure of all, quoted as that of one.

Flags: a figure for one supplier or recipient that another claim contradicts, where its own source
prints just this figure for all of them together.
Why: a row of a table of all suppliers was quoted as if it were of one.
Example: 8 million from Russia in one source and 2 in another; the first has 8 from all suppliers.
Quiet when: nobody contradicts the figure (294 of 294), or the figure of all is another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement

SCREEN = """
WITH pairs AS (
  SELECT part.claim_ids AS part, unnest(part.wholes) AS whole_id
    FROM claims_fact part
   WHERE disagrees AND agreed IS NOT NULL
     AND (%(changed)s::bigint[] IS NULL OR part.id = ANY(%(changed)s))
   UNION
  SELECT part.claim_ids, whole.id
    FROM claims_fact whole JOIN claims_fact part ON part.wholes @> ARRAY[whole.id]
   WHERE whole.id = ANY(%(changed)s::bigint[]) AND part.disagrees AND part.agreed IS NOT NULL
)
SELECT part, whole.claim_ids AS whole
  FROM pairs
  JOIN claims_fact whole ON whole.id = whole_id AND whole.claim_ids <> '{}'
  JOIN claims_measure measure ON measure.id = whole.measure_id AND is_functional
"""


@rule(code="all-quoted-as-one", severity=Severity.ADVISORY, screen=SCREEN)
def all_quoted_as_one(group: Group) -> Iterator[Finding]:
    """One finding for each two facts, about the first figure that is quoted so."""
    for quoted in group["part"]:
        others = [claim for claim in group["part"] if not claim.agrees_with(quoted)]
        copied = [claim for claim in group["whole"] if _is_the_same_print(claim, quoted)]
        if others and copied:
            yield _finding(quoted, others, copied)
            return


def _is_the_same_print(claim: Statement, quoted: Statement) -> bool:
    return (
        (claim.source, claim.root) == (quoted.source, quoted.root)
        and claim.readings == quoted.readings
        and claim.hard.width is not None
    )


def _finding(quoted: Statement, others: list[Statement], copied: list[Statement]) -> Finding:
    other, whole = others[0], copied[0]
    gap = quoted.hard.gap(other.hard)
    named = [(quoted, "quoted"), *((c, "whole") for c in copied), *((c, "other") for c in others)]
    return Finding(
        rule="all-quoted-as-one",
        severity=Severity.ADVISORY,
        headline=(quoted.printed, other.printed),
        topic=quoted.topic,
        says=f"{quoted.label} gives {quoted.printed} for the {quoted.topic}, where "
        f"{other.label} gives {other.printed}; {whole.label} has the same "
        f"figure for the {whole.topic}.",
        parts=tuple(Part(claim, name) for claim, name in named),
        unit=quoted.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, quoted.unit),
        ulp=max(quoted.ulp, other.ulp),
        lines=tuple(Line(claim.topic, claim.printed, claim.hard, name) for claim, name in named),
        implied=((quoted.key, other.hard),),
        explanations=("other-supplier", "scope", "vintage"),
        conflicts=tuple(frozenset({quoted.key, claim.key}) for claim in others),
    )
