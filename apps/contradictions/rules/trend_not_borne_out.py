"""
A trend that the figures do not bear out.

Flags: figures that rise where a fall is stated, or fall where a rise is: of the first and the last
part of the period, and, for a steady trend, of any two parts that follow on one another. A trend
since a year is held against the part that has this year and the latest one, and only advised on.
Why: the sentence sums up figures boldly, or one of the figures is wrong.
Example: imports are said to decline gradually from 2015 to 2018; 2015 had 855 and 2016 had 909.
Quiet when: the prints allow the trend, or it is not called steady and its ends bear it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from apps.contradictions.clashes import clashing
from apps.contradictions.findings import Finding, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.series import Fact, are_of_a_length, days, in_turn, lines_of, screen_of
from apps.domain.statements import Statement, agreed

RISING, FALLING, LEVEL = "trend-rising", "trend-falling", "trend-level"
STEADY = "-steadily"


@rule(code="trend-not-borne-out", severity=Severity.LIKELY, screen=screen_of("direction"))
def trend_not_borne_out(group: Group) -> Iterator[Finding]:
    """One finding for each two values that go the other way."""
    facts = in_turn(group["values"])
    for stated in group["stated"]:
        for first, last in _compared(stated, facts):
            if _goes_the_other_way(stated, first, last):
                yield _finding(stated, first, last).graded()


def _compared(stated: Statement, facts: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The ends of the period, and for a steady trend all that follow on one another."""
    period = stated.period
    if period is None or period.start is None:
        return
    if period.end is None:
        yield from _since(period.start, facts)
        return
    inside = [fact for fact in facts if period.span.contains(days(fact).span)]
    for first in inside:
        for last in inside:
            spans_all = days(first).start == period.start and days(last).end == period.end
            follows = days(first).span.high == days(last).span.low
            if (
                first is last
                or not are_of_a_length(first, last)
                or days(first).overlaps(days(last))
            ):
                continue
            if spans_all or (follows and stated.answer.endswith(STEADY)):
                yield first, last


def _since(onset: date, facts: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """For each length of parts that which has the onset, or comes first after it, and the last."""
    left = [fact for fact in facts if (days(fact).end or onset) >= onset]
    while left:
        first = left[0]
        alike = [fact for fact in left if are_of_a_length(first, fact)]
        if not days(first).overlaps(days(alike[-1])):
            yield first, alike[-1]
        left = [fact for fact in left if fact not in alike]


def _goes_the_other_way(stated: Statement, first: Fact, last: Fact) -> bool:
    before, after = agreed(first), agreed(last)
    match stated.answer.removesuffix(STEADY):
        case "trend-rising":
            return after.ends_before(before)
        case "trend-falling":
            return before.ends_before(after)
    return False


def _finding(stated: Statement, first: Fact, last: Fact) -> Finding:
    before, after, gap = first[0], last[0], agreed(first).gap(agreed(last))
    went = "rose" if agreed(first).ends_before(agreed(last)) else "fell"
    values = tuple(Part(claim, "value") for fact in (first, last) for claim in fact)
    return Finding(
        rule="trend-not-borne-out",
        severity=Severity.LIKELY,
        headline=(stated.answer_in_words, f"{before.printed} → {after.printed}"),
        topic=stated.topic,
        says=f"For the {stated.topic}, {stated.label} states “{stated.answer_in_words}”; "
        f"the figures {went} from {before.printed} in {before.period} ({before.label}) to "
        f"{after.printed} in {after.period} ({after.label}).",
        parts=(Part(stated, "stated"), *values),
        unit=before.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, before.unit),
        ulp=max(before.ulp, after.ulp),
        lines=lines_of(values),
        explanations=("loose-wording", "misprint", "scope"),
        conflicts=clashing(
            ((stated,), first, last),
            lambda choice: _goes_the_other_way(stated, (choice[1],), (choice[2],)),
        ),
    )
