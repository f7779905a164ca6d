"""
A first that comes too late.

Flags: something of a kind before the date that is given for the first of its kind, or after the
date given for the last.
Why: a sentence opens its story with a first, and forgets what was told before.
Example: the first shipments of arms came in 1964, and 29,996 tonnes from 1955 to 1960.
Quiet when: the earlier figure may be nothing, its time reaches the date, or it is of other roles.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Line, Part, Severity
from apps.contradictions.rulebook import Group, rule
from apps.contradictions.series import Fact, days, in_turn, screen_of
from apps.domain.figures import ZERO
from apps.domain.periods import gap_in_words
from apps.domain.spans import Span
from apps.domain.statements import Statement, agreed

WORDS = {"first": "before", "last": "after"}
NOTHING = Span.exactly(ZERO)


@rule(code="not-the-first", severity=Severity.LIKELY, screen=screen_of("first", "last", at_least=1))
def not_the_first(group: Group) -> Iterator[Finding]:
    """One finding for a stated first and each figure that comes before it."""
    for fact in in_turn(group["values"]):
        for stated in group["stated"]:
            if _clashes((stated, *fact[:1])) and not agreed(fact).meets(NOTHING):
                yield _finding(stated, fact).graded()


def _clashes(choice: Choice) -> bool:
    stated, value = choice
    if stated.dated is None or stated.dated.hedged or value.period is None:
        return False
    if value.hard.meets(NOTHING):
        return False
    if stated.tells == "first":
        return value.period.span.ends_before(stated.hard)
    return stated.hard.ends_before(value.period.span)


def _finding(stated: Statement, fact: Fact) -> Finding:
    value = fact[0]
    assert stated.dated is not None
    return Finding(
        rule="not-the-first",
        severity=Severity.LIKELY,
        headline=(stated.printed, f"{value.printed} in {value.period}"),
        topic=stated.topic,
        says=f"{stated.label} gives {stated.printed} for the {stated.topic}; "
        f"{WORDS[stated.tells]} that, in {value.period}, {value.label} has {value.printed}.",
        parts=(Part(stated, "stated"), *(Part(claim, "value") for claim in fact)),
        unit=stated.unit,
        gap=max(stated.hard.gap(days(fact).span), stated.ulp),
        gap_in_words=gap_in_words(stated.dated, days(fact)),
        ulp=stated.ulp,
        lines=(
            Line(stated.label, stated.printed, stated.hard, "stated"),
            Line(value.label, str(value.period), days(fact).span, "value"),
        ),
        explanations=("loose-wording", "scope", "misprint"),
        conflicts=clashing(((stated,), fact), _clashes),
    )
