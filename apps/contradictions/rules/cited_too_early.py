"""
A work cited for what came after it.

Flags: a date, or a figure of a period, that begins after the year of the latest work cited for it;
a stretch of time told of as a whole that ends after it.
Why: the wrong work or year is cited, the date is wrong, or what was only announced is told as done.
Example: a power plant was launched in 2012, for which a work of 2009 is cited.
Quiet when: it is said to be expected or planned, a work cited has no year, or the years agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.single import LOOKED_AT, each_alone, parts_of
from apps.domain.statements import Statement
from apps.domain.units import unit

STRETCH = "stretch"
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")

SCREEN = f"""
SELECT array_agg(claim.id ORDER BY claim.id) AS claims
  FROM ({LOOKED_AT}) AS claim JOIN claims_measure measure ON measure.id = claim.measure_id
 WHERE attribution <> '' AND status NOT IN ('expected', 'planned')
   AND extract(year FROM CASE
         WHEN tells = 'stretch' THEN date '0001-01-01' + (upper(hard)::int - 2)
         WHEN kind = 'date' THEN date '0001-01-01' + (lower(hard)::int - 1)
         ELSE lower(period_range) END)
     > (SELECT max(year[1]::int) FROM regexp_matches(attribution, '([12][0-9]{{3}})', 'g') AS year)
 GROUP BY fact_key
"""


@rule(code="cited-too-early", severity=Severity.LIKELY, screen=SCREEN)
def cited_too_early(group: Group) -> Iterator[Finding]:
    """One finding a fact, with every claim that cites too early a work for it."""
    early = [claim for claim in group["claims"] if _years_late(claim) > 0]
    if early:
        yield _finding(early).graded()


def _years_late(claim: Statement) -> int:
    """How many years after the latest work that is cited for it this began, or ended."""
    works = [YEAR.findall(work) for work in claim.cites.split(";")]
    told = claim.dated or claim.period
    if not all(works) or told is None or told.hedged:
        return 0
    day = told.end if claim.tells == STRETCH else told.start
    if day is None:
        return 0
    return day.year - max(int(year) for years in works for year in years)


def _finding(early: list[Statement]) -> Finding:
    claim = max(early, key=_years_late)
    late = _years_late(claim)
    return Finding(
        rule="cited-too-early",
        severity=Severity.LIKELY if claim.dated and claim.tells != STRETCH else Severity.ADVISORY,
        headline=(claim.printed, claim.cites),
        topic=claim.topic,
        says=f"{claim.label} gives {claim.said} for the {claim.topic}, and cites "
        f"{claim.cites} for it, which is older.",
        parts=parts_of(early),
        unit=unit("date"),
        gap_in_words=f"{late} year{'' if late == 1 else 's'}",
        explanations=("foretold", "other-work", "misprint"),
        conflicts=each_alone(early),
    )
