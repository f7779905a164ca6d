"""
Two answers to one question.

Flags: two claims on the same fact whose printed figures or dates leave no value in common.
Why: sources, or two places of one source, answer the same question; one slipped or was misread.
Where both print one series, each may have another state of it: that is only likely.
Example: an order of 64 tanks is dated 2016 in one source and 2017 in another.
Quiet when: one answer is only more precise (May 2002 in 2002), the prints allow a common value,
or a slip of scale explains the pair, which has a rule of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from apps.contradictions.findings import (
    Finding,
    Line,
    Part,
    Severity,
    and_elsewhere,
    gap_at_least,
    gap_shown,
)
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.scale import slip_between
from apps.domain.periods import gap_in_words, steps_apart
from apps.domain.spans import Span
from apps.domain.statements import Statement, agreed

YEARS_OF_WORKS = frozenset({"publication-date", "reference-year"})
WITH_STEPS = ("", "first")  # of what a date tells

SCREEN = """
SELECT claim_ids AS claims
  FROM claims_fact fact JOIN claims_measure measure ON measure.id = measure_id
 WHERE is_functional AND disagrees AND agreed IS NOT NULL
   AND fact.id = ANY(coalesce(%(changed)s::bigint[], %(facts)s))
"""


@rule(code="same-fact-disjoint", severity=Severity.CERTAIN, screen=SCREEN)
def same_fact_disjoint(group: Group) -> Iterator[Finding]:
    """One finding a fact: all claims that some other one shuts out, widest pair first.

    Of pairs that are as wide, one of two sources says more than one within a source, and one of
    two places more than one within a place.
    """
    claims = group["claims"]
    pairs = [
        (one, other)
        for index, one in enumerate(claims)
        for other in claims[index + 1 :]
        if not one.agrees_with(other) and slip_between(one, other) is None
    ]
    if not pairs:
        return
    widest = max(pairs, key=_breadth)
    involved = dict.fromkeys([*widest, *(claim for pair in pairs for claim in pair)])
    conflicts = tuple(frozenset({one.key, other.key}) for one, other in pairs)
    yield replace(_finding(widest, list(involved)), conflicts=conflicts).graded()


def _breadth(pair: tuple[Statement, Statement]) -> tuple[Decimal, bool, bool]:
    one, other = pair
    return one.hard.gap(other.hard), one.source != other.source, one.label != other.label


def _finding(widest: tuple[Statement, Statement], involved: list[Statement]) -> Finding:
    one, other = widest
    ulp = max(one.ulp, other.ulp)
    gap, words = _apart(one, other)
    return Finding(
        rule="same-fact-disjoint",
        severity=_severity(one, other),
        headline=(one.brief, other.brief),
        topic=one.topic,
        says=f"For the {one.topic}, {one.label} gives {one.said} "
        f"{and_elsewhere(one, other, 'gives')} {other.said.rstrip(',')}: "
        f"{f'{words} apart' if words else 'no value is both'}.",
        parts=tuple(Part(claim, "claim") for claim in involved),
        unit=one.unit,
        gap=gap,
        gap_in_words=words,
        ulp=ulp,
        lines=tuple(Line(c.label, c.printed, c.hard, "claim") for c in involved),
        implied=tuple(_implied(involved)),
        explanations=_explanations(one),
    )


def _explanations(one: Statement) -> tuple[str, ...]:
    """A work has editions and no steps, the highest and lowest neither; periods have data."""
    if one.measure in YEARS_OF_WORKS:
        return ("misprint", "other-work")
    if one.dated is not None:
        is_step = one.tells in WITH_STEPS
        return ("scope", "misprint", "other-step") if is_step else ("scope", "misprint")
    return ("scope", "misprint") if one.period is None else ("scope", "misprint", "vintage")


def _severity(one: Statement, other: Statement) -> Severity:
    """A date worked out from words is a reading, not a print; figures of a series are revised."""
    as_printed = one.said == one.printed and other.said == other.printed
    is_certain = as_printed and not one.is_of_one_origin_with(other)
    return Severity.CERTAIN if is_certain else Severity.LIKELY


def _implied(involved: list[Statement]) -> Iterator[tuple[str, Span]]:
    """For each claim what the others say of it, if they agree."""
    for claim in involved:
        others = tuple(other for other in involved if other is not claim)
        if all(one.agrees_with(other) for one, other in combinations(others, 2)):
            yield claim.key, agreed(others)


def _apart(one: Statement, other: Statement) -> tuple[Decimal, str]:
    """The gap, and the gap in words; none where ends only touch."""
    if one.dated is not None and other.dated is not None:
        # On the day axis 2016 and 2017 only touch; a year apart is what people see.
        steps = steps_apart(one.dated, other.dated)
        return max(one.ulp, other.ulp) * steps, gap_in_words(one.dated, other.dated)
    gap = one.hard.gap(other.hard)
    if one.hard.is_exact and other.hard.is_exact:
        return gap, gap_shown(gap, one.unit)
    return gap, gap_at_least(gap, one.unit)
