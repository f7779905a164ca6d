"""
Two named where only one can be.

Flags: two claims that name different entities where only one can be right.
Why: a meeting has one place, a fighter one model, a trade one seller.
Example: talks of presidents in July 2012 were held in Sochi in one source, in Moscow in another.
Quiet when: one answer lies within the other, as a city in its country.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.findings import Finding, Part, Severity, and_elsewhere
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement

SCREEN = """
SELECT claim_ids AS claims
  FROM claims_fact fact JOIN claims_measure measure ON measure.id = measure_id
 WHERE is_functional AND disagrees AND kind = 'entity'
   AND fact.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s))
"""


@rule(code="one-valued-attribute", severity=Severity.LIKELY, screen=SCREEN)
def one_valued_attribute(group: Group) -> Iterator[Finding]:
    """One finding a fact, with every claim that differs from another."""
    claims = group["claims"]
    pairs = [
        (one, other)
        for index, one in enumerate(claims)
        for other in claims[index + 1 :]
        if not _compatible(one, other)
    ]
    if not pairs:
        return
    one, other = pairs[0]
    involved = dict.fromkeys(claim for pair in pairs for claim in pair)
    finding = Finding(
        rule="one-valued-attribute",
        severity=Severity.LIKELY,
        headline=(one.printed, other.printed),
        topic=one.topic,
        says=f"For the {one.topic}, {one.label} names {_named(one)} "
        f"{and_elsewhere(one, other, 'names')} {_named(other)}.",
        parts=tuple(Part(claim, "claim") for claim in involved),
        unit=one.unit,
        explanations=("misprint", "scope"),
        conflicts=tuple(frozenset({one.key, other.key}) for one, other in pairs),
    )
    yield finding.graded()


def _named(claim: Statement) -> str:
    """The answer, with the print where that is worded otherwise."""
    answer = claim.answer_in_words
    if not answer or answer.casefold() == claim.printed.casefold():
        return claim.printed
    return f"{answer} (“{claim.printed}”)"


def _compatible(one: Statement, other: Statement) -> bool:
    return (
        one.answer == other.answer
        or one.answer in other.wider_answers
        or other.answer in one.wider_answers
    )
