"""
A date that is only about right, and is not.

Flags: a date given as about or perhaps a year, month or day, where another claim on the same fact
has one that lies more than one such unit away.
Why: the author was not sure, and took the date of another step, or guessed.
Example: missiles were received in about 2003 in one source; another has them delivered in 2005.
Quiet when: the other date lies within one unit (about 2003 and 2004), is hedged itself, or leaves
an end open.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Line, Part, Severity, and_elsewhere
from apps.contradictions.rulebook import Group, rule
from apps.domain.periods import gap_in_words
from apps.domain.statements import Statement

# A hedged date rules nothing out: its hard range has no ends.
SCREEN = """
SELECT fact.claim_ids AS claims
  FROM claims_measure measure
  JOIN claims_fact fact ON fact.measure_id = measure.id
  JOIN claims_claim claim ON claim.id = ANY(fact.claim_ids)
 WHERE kind = 'date' AND is_functional AND cardinality(fact.claim_ids) > 1
   AND (%(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s))
 GROUP BY fact.id, fact.claim_ids
HAVING bool_or(lower_inf(hard) AND upper_inf(hard))
   AND isempty(range_intersect_agg(plausible))
"""


@rule(code="hedged-date-missed", severity=Severity.ADVISORY, screen=SCREEN)
def hedged_date_missed(group: Group) -> Iterator[Finding]:
    """One finding a fact: each hedged date with the plain ones that miss it."""
    pairs = [
        (hedged, plain)
        for hedged in group["claims"]
        for plain in group["claims"]
        if _misses(hedged, plain)
    ]
    if pairs:
        yield _finding(pairs)


def _misses(hedged: Statement, plain: Statement) -> bool:
    if hedged.dated is None or plain.dated is None or plain.hard.width is None:
        return False
    return hedged.dated.hedged and not hedged.plausible.meets(plain.hard)


def _finding(pairs: list[tuple[Statement, Statement]]) -> Finding:
    hedged, plain = pairs[0]
    assert hedged.dated is not None
    assert plain.dated is not None
    involved = dict.fromkeys(claim for pair in pairs for claim in pair)
    words = gap_in_words(hedged.dated, plain.dated)
    return Finding(
        rule="hedged-date-missed",
        severity=Severity.ADVISORY,
        headline=(hedged.brief, plain.brief),
        topic=hedged.topic,
        says=f"For the {hedged.topic}, {hedged.label} gives about {hedged.brief} "
        f"{and_elsewhere(hedged, plain, 'gives')} {plain.said.rstrip(',')}: {words} apart.",
        parts=tuple(Part(claim, "claim") for claim in involved),
        unit=hedged.unit,
        gap=hedged.plausible.gap(plain.hard),
        gap_in_words=words,
        ulp=hedged.ulp,
        lines=tuple(Line(c.label, c.printed, c.plausible, "claim") for c in involved),
        explanations=("other-step", "scope", "misprint"),
        conflicts=tuple(frozenset({one.key, other.key}) for one, other in pairs),
    )
