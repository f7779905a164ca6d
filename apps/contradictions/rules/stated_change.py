"""
A stated change that the two ends do not give.

Flags: a rise or fall, in figures, points or per cent, that no two ends of its period allow.
Why: the change was reckoned from other figures, or one of the three was mistyped.
Example: a share of 26.2 per cent that becomes 18.6 has fallen by 7.6 points, not by 9.
Quiet when: rounding of the three allows it, or some two ends of one length do.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least, span_shown
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.series import Fact, are_of_a_length, days, in_turn, screen_of
from apps.domain.figures import ZERO
from apps.domain.spans import Span
from apps.domain.statements import Statement, agreed

HUNDRED = Decimal(100)
PER_CENT = "percent"


@rule(code="stated-change", severity=Severity.CERTAIN, screen=screen_of("rise", "fall"))
def stated_change(group: Group) -> Iterator[Finding]:
    """One finding for a stated change, against the last two ends that it could have."""
    facts = in_turn(group["values"])
    for stated in group["stated"]:
        ends = list(_ends(stated, facts))
        if ends and not any(stated.allows(_reckoned(stated, *pair)) for pair in ends):
            yield _finding(stated, *ends[-1]).graded()


def _ends(stated: Statement, facts: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    period = stated.period
    if period is None or period.start is None or period.end is None:
        return
    for first in facts:
        for last in facts:
            if (
                days(first).start == period.start
                and days(last).end == period.end
                and are_of_a_length(first, last)
                and not days(first).overlaps(days(last))
            ):
                yield first, last


def _reckoned(stated: Statement, first: Fact, last: Fact) -> Span:
    """By how much it rose or fell, in the unit of the statement."""
    before, after = agreed(first), agreed(last)
    if stated.unit.family == PER_CENT and first[0].unit.family != PER_CENT:
        if any(span.low is None or span.low < ZERO for span in (before, after)):
            return Span.anything()
        rise = after.divided_by(before).scaled(HUNDRED) - Span.exactly(HUNDRED)
    else:
        rise = after - before
    return -rise if stated.tells == "fall" else rise


def _finding(stated: Statement, first: Fact, last: Fact) -> Finding:
    before, after, reckoned = first[0], last[0], _reckoned(stated, first, last)
    gap = stated.hard.gap(reckoned)
    values = tuple(Part(claim, "value") for fact in (first, last) for claim in fact)
    return Finding(
        rule="stated-change",
        severity=Severity.CERTAIN,
        headline=(stated.printed, f"{before.printed} → {after.printed}"),
        topic=stated.topic,
        says=f"{stated.label} gives {stated.printed} for the {stated.topic}; from "
        f"{before.printed} ({before.label}, {before.period}) to {after.printed} ({after.label}, "
        f"{after.period}) it is {span_shown(reckoned, stated.unit)}.",
        parts=(Part(stated, "stated"), *values),
        unit=stated.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, stated.unit),
        ulp=stated.ulp,
        lines=(
            Line("Change as reckoned", "", reckoned, "sum"),
            Line(stated.label, stated.printed, stated.hard, "stated"),
        ),
        implied=((stated.key, reckoned),),
        explanations=("misprint", "vintage", "scope"),
        conflicts=clashing(((stated,), first, last), _does_not_match),
    )


def _does_not_match(choice: Choice) -> bool:
    stated, first, last = choice
    return not stated.allows(_reckoned(stated, (first,), (last,)))
