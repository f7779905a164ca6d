"""
A period that ends before it begins.

Flags: two years printed as a period, the later one first.
Why: a digit of one of the years was mistyped.
Example: a period is printed as 2017–2011, where a table has 2017–2021.
Quiet when: the years stand in order, or are not joined by a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.contradictions.dates import DATES, IS_TWO_YEARS
from apps.contradictions.findings import Finding, Severity
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.single import each_alone, parts_of
from apps.domain.statements import Statement

PERIOD = re.compile(r"(?<![\d.–—-])([12]\d{3}) ?[–—-] ?([12]\d{3})(?![\d.–—-])")

SCREEN = f"""
SELECT array_agg(claim.id ORDER BY claim.id) AS claims
  FROM ({DATES}) AS claim
 WHERE {IS_TWO_YEARS}
 GROUP BY fact_key
"""


@rule(code="reversed-period", severity=Severity.CERTAIN, screen=SCREEN)
def reversed_period(group: Group) -> Iterator[Finding]:
    """One finding a fact, with every claim that is printed so."""
    wrong = [claim for claim in group["claims"] if _is_reversed(claim)]
    if wrong:
        yield _finding(wrong)


def _is_reversed(claim: Statement) -> bool:
    return any(first > last for first, last in PERIOD.findall(claim.printed))


def _finding(wrong: list[Statement]) -> Finding:
    claim = wrong[0]
    return Finding(
        rule="reversed-period",
        severity=Severity.CERTAIN,
        headline=(claim.printed, f"read as {claim.dated}"),
        topic=claim.topic,
        says=f"{claim.label} prints {claim.printed} for the {claim.topic}, "
        f"which ends before it begins.",
        parts=parts_of(wrong),
        unit=claim.unit,
        explanations=("misprint",),
        conflicts=each_alone(wrong),
    )
