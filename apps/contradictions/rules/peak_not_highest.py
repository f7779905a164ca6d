"""
A peak that another period overtops.

Flags: a value above the one of the period that is said to have the highest; or below the lowest.
Why: the sentence sums up figures boldly, or one of the figures is wrong.
Example: imports are said to have peaked in 2014 with 1,212, and 2011 had 1,300.
Quiet when: the prints allow a tie, a year of the peak has no figure, or the other figure is of
another length of time, basis or role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Part, Severity, gap_at_least
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.series import Fact, are_of_a_length, days, in_turn, lines_of, screen_of
from apps.domain.periods import Period, tiles
from apps.domain.statements import Statement, agreed

WORDS = {"highest": "more", "lowest": "less"}


@rule(code="peak-not-highest", severity=Severity.CERTAIN, screen=screen_of("highest", "lowest"))
def peak_not_highest(group: Group) -> Iterator[Finding]:
    """One finding for each value beyond the peak."""
    facts = in_turn(group["values"])
    for stated in group["stated"]:
        if stated.dated is None or stated.dated.hedged:
            continue
        for other in facts:
            inside = _of_the_peak(stated.dated, other, facts)
            if inside and _is_asked_about(stated, other) and _is_beyond(stated, inside, other):
                yield _finding(stated, inside, other).graded()


def _of_the_peak(peak: Period, other: Fact, facts: list[Fact]) -> list[Fact]:
    """The facts that make up the peak, as long as the other each; none if the other is there."""
    if peak.overlaps(days(other)):
        return []
    inside = [f for f in facts if peak.contains(days(f)) and are_of_a_length(f, other)]
    return inside if tiles([days(fact) for fact in inside], peak) else []


def _is_asked_about(stated: Statement, other: Fact) -> bool:
    return stated.period is None or stated.period.contains(days(other))


def _is_beyond(stated: Statement, inside: Sequence[Fact], other: Fact) -> bool:
    spans = [agreed(fact) for fact in inside]
    if stated.tells == "highest":
        return all(span.ends_before(agreed(other)) for span in spans)
    return all(agreed(other).ends_before(span) for span in spans)


def _finding(stated: Statement, inside: list[Fact], other: Fact) -> Finding:
    nearest = min(inside, key=lambda fact: agreed(fact).gap(agreed(other)))
    there, here, unit = other[0], nearest[0], other[0].unit
    gap = agreed(nearest).gap(agreed(other))
    named = (("value", claim) for fact in [*inside, other] for claim in fact)
    values = tuple(Part(claim, name) for name, claim in named)
    return Finding(
        rule="peak-not-highest",
        severity=Severity.CERTAIN,
        headline=(stated.printed, f"{there.printed} in {there.period}"),
        topic=stated.topic,
        says=f"{stated.label} names {stated.printed} for the {stated.topic}; {there.label} gives "
        f"{there.printed} for {there.period}, {WORDS[stated.tells]} than the {here.printed} that "
        f"{here.label} gives for {here.period}.",
        parts=(Part(stated, "stated"), *values),
        unit=unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, unit),
        ulp=max(there.ulp, here.ulp),
        lines=lines_of(values),
        explanations=("loose-wording", "misprint", "scope"),
        conflicts=_conflicts(stated, inside, other),
    )


def _conflicts(stated: Statement, inside: list[Fact], other: Fact) -> tuple[frozenset[str], ...]:
    def clash(choice: Choice) -> bool:
        _, *peak, beyond = [(claim,) for claim in choice]
        return _is_beyond(stated, peak, beyond)

    return clashing(((stated,), *inside, other), clash)
