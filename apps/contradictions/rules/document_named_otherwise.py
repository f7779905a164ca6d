"""
One document, two sorts of document.

Flags: a document or body that is called a declaration in one place and a statement, treaty or
agreement in another, or a committee here and a commission there.
Why: titles are translated and shortened; a reader cannot tell whether it is one document or two.
Example: the paper of March 2001 is a Joint Statement in one source, a Declaration in another.
Quiet when: the titles differ in other words only, or one of them names no sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.contradictions.findings import Finding, Part, Severity, and_elsewhere
from apps.contradictions.rulebook import Group, rule
from apps.domain.statements import Statement

SORTS = re.compile(
    r"\b(treaty|declaration|statement|agreement|memorandum|protocol|communiqu[eé]|convention|"
    r"charter|contract|committee|commission|council)\b",
    re.IGNORECASE,
)

SCREEN = """
SELECT fact.claim_ids AS claims
  FROM claims_measure measure
  JOIN claims_fact fact ON fact.measure_id = measure.id
  JOIN claims_claim claim ON claim.id = ANY(fact.claim_ids)
 WHERE kind = 'text' AND cardinality(fact.claim_ids) > 1
   AND (%(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s))
 GROUP BY fact.id, fact.claim_ids
HAVING min(claim.printed) <> max(claim.printed)
"""


@rule(code="document-named-otherwise", severity=Severity.ADVISORY, screen=SCREEN)
def document_named_otherwise(group: Group) -> Iterator[Finding]:
    """One finding a document, with every title that names a sort."""
    named = [claim for claim in group["claims"] if _sort(claim)]
    others = [claim for claim in named if _sort(claim) != _sort(named[0])]
    if others:
        yield _finding(named, named[0], others[0])


def _sort(claim: Statement) -> str:
    """The first sort that the title names: an agreement on a commission is an agreement."""
    found = SORTS.search(claim.printed)
    return found[0].lower().replace("é", "e") if found else ""


def _finding(named: list[Statement], one: Statement, other: Statement) -> Finding:
    return Finding(
        rule="document-named-otherwise",
        severity=Severity.ADVISORY,
        headline=(one.printed, other.printed),
        topic=one.topic,
        says=f"As the {one.topic}, {one.label} has “{one.printed}” "
        f"{and_elsewhere(one, other, 'has')} “{other.printed}”: "
        f"a {_sort(one)} and a {_sort(other)}.",
        parts=tuple(Part(claim, "claim") for claim in named),
        unit=one.unit,
        explanations=("translation", "misprint"),
        conflicts=tuple(
            frozenset({claim.key, later.key})
            for at, claim in enumerate(named)
            for later in named[at + 1 :]
            if _sort(claim) != _sort(later)
        ),
    )
