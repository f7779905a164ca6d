"""
A part larger than its whole.

Flags: a part of which even the least possible value exceeds the most that its whole allows.
Why: what came from one supplier, or in one year, is contained in what came from all, or in the
years together; one of the two figures is wrong. What is counted over other years may be counted
otherwise: that is only likely.
Example: for 2021 one source has 72 million from Russia, another under 20 from all suppliers.
Quiet when: the part may equal the whole (294 of 294), or a role is left unspecified.
"""

from __future__ import annotations

from collections.abc import Iterator

from apps.contradictions.clashes import clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least
from apps.contradictions.partitions import PAIRS
from apps.contradictions.rulebook import Group, rule
from apps.domain.spans import Span
from apps.domain.statements import Statement, agreed


@rule(code="part-exceeds-whole", severity=Severity.CERTAIN, screen=PAIRS)
def part_exceeds_whole(group: Group) -> Iterator[Finding]:
    """One finding for each pair of facts."""
    whole, part = agreed(group["whole"]), agreed(group["part"])
    if not whole.ends_before(part):
        return
    yield _finding(group, whole, part).graded()


def _finding(group: Group, whole: Span, part: Span) -> Finding:
    big = next(claim for claim in group["whole"] if agreed((claim,)).ends_before(part))
    small = next(claim for claim in group["part"] if whole.ends_before(agreed((claim,))))
    gap = whole.gap(part)
    ulp = min(statement.ulp for statement in (*group["whole"], *group["part"]))
    both: tuple[tuple[str, tuple[Statement, ...]], ...] = (
        ("part", group["part"]),
        ("whole", group["whole"]),
    )
    return Finding(
        rule="part-exceeds-whole",
        severity=Severity.LIKELY if _is_another_count(small, big) else Severity.CERTAIN,
        headline=(small.printed, big.printed),
        topic=f"{small.topic}; {big.topic}",
        says=f"{small.label} gives {small.printed} for the {small.topic}, more than the "
        f"{big.printed} that {big.label} gives for the {big.topic}.",
        parts=tuple(Part(claim, name) for name, claims in both for claim in claims),
        unit=small.unit,
        gap=gap,
        gap_in_words=gap_at_least(gap, small.unit),
        ulp=ulp,
        lines=tuple(Line(c.label, c.printed, c.hard, name) for name, cs in both for c in cs),
        implied=(
            *((claim.key, Span(part.low, None, part.low_closed)) for claim in group["whole"]),
            *((c.key, Span(None, whole.high, True, whole.high_closed)) for c in group["part"]),
        ),
        explanations=("misprint", "scope", "vintage"),
        conflicts=clashing((group["whole"], group["part"]), _is_exceeded),
    )


def _is_another_count(part: Statement, whole: Statement) -> bool:
    """Who counts boats of other years may have begun with other boats."""
    return part.kind == "count" and part.source != whole.source and part.period != whole.period


def _is_exceeded(choice: tuple[Statement, ...]) -> bool:
    whole, part = (agreed((claim,)) for claim in choice)
    return whole.ends_before(part)
