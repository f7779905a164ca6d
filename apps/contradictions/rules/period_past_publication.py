"""
A time told of that had not yet come.

Flags: a date, or a stretch of time as a whole, that runs past the day its source came out.
Why: a century was printed for a decade, a year was mistyped, or a plan is told as done.
Example: cooperation “continued in the first half of the 21st century”, in an article of 2022.
Quiet when: it is expected or planned, the end is open, or the source's own date is only supposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.dates import DATES, IS_AHEAD
from apps.contradictions.findings import Finding, Line, Severity
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.single import each_alone, parts_of
from apps.domain.periods import Period
from apps.domain.statements import Statement

STRETCH = "stretch"

SCREEN = f"""
SELECT array_agg(claim.id ORDER BY claim.id) AS claims
  FROM ({DATES}) AS claim JOIN sources_source source ON source.id = claim.source_id
 WHERE {IS_AHEAD}
 GROUP BY fact_key
"""


@rule(code="period-past-publication", severity=Severity.LIKELY, screen=SCREEN)
def period_past_publication(group: Group) -> Iterator[Finding]:
    """One finding a fact, with every claim that runs past its source."""
    early = [claim for claim in group["claims"] if _is_past(claim)]
    if early:
        yield _finding(early)


def _is_past(claim: Statement) -> bool:
    told, published = claim.dated, claim.published
    if told is None or published is None or told.hedged or published.hedged:
        return False
    if told.end is None or published.end is None:
        return False
    reaches = told.end if claim.tells == STRETCH else told.start
    return reaches is not None and reaches > published.end


def _finding(claims: list[Statement]) -> Finding:
    claim = claims[0]
    assert claim.dated is not None and claim.published is not None
    return Finding(
        rule="period-past-publication",
        severity=Severity.LIKELY,
        headline=(claim.printed, f"published {claim.published}"),
        topic=claim.topic,
        says=f"{claim.label} gives {claim.printed} for the {claim.topic}{_that_is(claim)}; the "
        f"source itself came out in {claim.published}.",
        parts=parts_of(claims),
        unit=claim.unit,
        gap_in_words=_past(claim.dated, claim.published),
        lines=(
            Line(claim.label, claim.printed, claim.hard, "claim"),
            Line("Published", str(claim.published), claim.published.span, "other"),
        ),
        explanations=("misprint", "foretold"),
        conflicts=each_alone(claims),
    )


def _that_is(claim: Statement) -> str:
    return "" if claim.printed == str(claim.dated) else f", that is {claim.dated}"


def _past(told: Period, published: Period) -> str:
    assert told.end is not None and published.end is not None
    years = told.end.year - published.end.year
    return f"{years} year{'' if years == 1 else 's'}" if years else "less than a year"
