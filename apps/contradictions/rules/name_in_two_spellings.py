"""
One name, two spellings in one source.

Flags: a name that one source prints twice with a letter or two that differ, with other accents or
blanks, or with another initial.
Why: one of the two was mistyped; an index or a search then misses half of the places.
Example: a harbour is called Cam Ranh on one page and Cam Rahn on another.
Quiet when: the spellings stand in different sources, one of them leaves all accents or given
names out, or it is another form of the word (Vietnam, Vietnamese).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anyascii import anyascii
from rapidfuzz.distance import OSA

from apps.contradictions.findings import Finding, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4  # letters: below that, one letter makes another word
LONG = 6  # letters, from which on two may differ
ENDINGS = ("s", "es", "n", "an", "ic")

SCREEN = """
SELECT fact.claim_ids AS claims
  FROM claims_measure measure
  JOIN claims_fact fact ON fact.measure_id = measure.id
  JOIN claims_claim claim ON claim.id = ANY(fact.claim_ids)
 WHERE kind = 'text' AND cardinality(fact.claim_ids) > 1
   AND (%(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s))
 GROUP BY fact.id, fact.claim_ids
HAVING count(DISTINCT claim.printed) > count(DISTINCT claim.source_id)
"""


@rule(code="name-in-two-spellings", severity=Severity.NOTE, screen=SCREEN)
def name_in_two_spellings(group: Group) -> Iterator[Finding]:
    """One finding for each source, with all its prints of the name that differ from another."""
    for source in dict.fromkeys(claim.source for claim in group["claims"]):
        claims = [claim for claim in group["claims"] if claim.source == source]
        pairs = [
            (one, other)
            for index, one in enumerate(claims)
            for other in claims[index + 1 :]
            if _is_misspelt(one.printed, other.printed)
        ]
        if pairs:
            yield _finding(pairs)


def _is_misspelt(one: str, other: str) -> bool:
    if _bare(one) == _bare(other):
        return one.lower() != other.lower() and not (one.isascii() or other.isascii())
    mine, others = _words(one), _words(other)
    mine, others = mine - others, others - mine
    if mine and others and all(len(word) == 1 for word in mine | others):
        return True
    return any(_differ_by_a_slip(word, like) for word in mine for like in others)


def _words(name: str) -> set[str]:
    return {anyascii(word).lower() for word in WORD.findall(name)}


def _bare(name: str) -> str:
    return "".join(anyascii(word).lower() for word in WORD.findall(name))


def _differ_by_a_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST or longer.removeprefix(shorter) in ENDINGS:
        return False
    return OSA.distance(one, other) <= (2 if len(shorter) >= LONG else 1)


def _finding(pairs: list[tuple[Statement, Statement]]) -> Finding:
    one, other = pairs[0]
    involved = dict.fromkeys(claim for pair in pairs for claim in pair)
    return Finding(
        rule="name-in-two-spellings",
        severity=Severity.NOTE,
        headline=(one.printed, other.printed),
        topic=one.topic,
        says=f"{one.label} prints “{one.printed}” and, for the same, “{other.printed}”.",
        parts=tuple(Part(claim, "claim") for claim in involved),
        unit=one.unit,
        explanations=("misprint",),
        conflicts=tuple(frozenset({a.key, b.key}) for a, b in pairs),
    )
