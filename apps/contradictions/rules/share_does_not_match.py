"""
A share that its part and whole do not give.

Flags: a printed percentage outside of all that the printed part and whole allow.
Why: share, part and whole stand side by side; one of the three was mistyped.
Example: 100 of 4,118 is 2.43 per cent, where the table prints 2.8.
Quiet when: rounding of the three allows it (86.6, 60.5 or 0.65 per cent), a figure is negative,
or the part is the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from apps.contradictions.clashes import Choice, clashing
from apps.contradictions.findings import Finding, Line, Part, Severity, gap_at_least, lessened
from apps.contradictions.rulebook import Group, rule
from apps.domain.figures import plain_figure
from apps.domain.spans import Span
from apps.domain.statements import Statement, agreed
from apps.domain.units import unit

HUNDRED = Decimal(100)
ZERO = Decimal(0)
POINTS = unit("pp")
GAP_DIGITS = 2
NAMES = ("share", "part", "whole")

SCREEN = """
WITH shares AS MATERIALIZED (
  SELECT * FROM claims_fact
   WHERE numerator_id IS NOT NULL AND (id = ANY(coalesce(%(changed)s::bigint[], %(facts)s))
      OR numerator_id = ANY(%(changed)s::bigint[]) OR denominator_id = ANY(%(changed)s::bigint[]))
)
SELECT share.claim_ids AS share, part.claim_ids AS part, whole.claim_ids AS whole
  FROM shares share
  JOIN claims_measure share_measure ON share_measure.id = share.measure_id
   AND share_measure.is_functional
  JOIN claims_fact part ON part.id = share.numerator_id
  JOIN claims_fact whole ON whole.id = share.denominator_id
  JOIN claims_measure measure ON measure.id = whole.measure_id AND measure.is_functional
 WHERE lower(part.agreed) * 100 >= upper(share.agreed) * upper(whole.agreed)
    OR upper(part.agreed) * 100 <= lower(share.agreed) * lower(whole.agreed)
"""


@rule(code="share-does-not-match", severity=Severity.CERTAIN, screen=SCREEN)
def share_does_not_match(group: Group) -> Iterator[Finding]:
    """One finding a printed share."""
    if group["part"] == group["whole"]:
        return
    part, whole = agreed(group["part"]), agreed(group["whole"])
    reckoned = _reckoned(part, whole)
    printed = agreed(group["share"])
    if not printed.meets(reckoned):
        yield _finding(group, printed, reckoned).graded()


def _reckoned(part: Span, whole: Span) -> Span:
    """The share in per cent; anything where a figure may be negative."""
    if part.low is None or whole.low is None or part.low < ZERO or whole.low < ZERO:
        return Span.anything()
    return part.divided_by(whole).scaled(HUNDRED)


def _does_not_match(choice: Choice) -> bool:
    share, part, whole = (agreed((claim,)) for claim in choice)
    return not share.meets(_reckoned(part, whole))


def _finding(group: Group, printed: Span, reckoned: Span) -> Finding:
    conflicts = clashing(tuple(group[name] for name in NAMES), _does_not_match)
    share, part, whole = _named(group, conflicts)
    gap = printed.gap(reckoned)
    return Finding(
        rule="share-does-not-match",
        severity=Severity.CERTAIN,
        headline=(
            share.printed if _names_its_unit(share.printed) else f"{share.printed} %",
            f"{part.printed} of {whole.printed}",
        ),
        topic=share.topic,
        says=f"{share.label} prints {_in_per_cent(share.printed)} for the {share.topic}; "
        f"{part.printed} ({part.label}) of {whole.printed} ({whole.label}) is "
        f"{_rounded(reckoned)} per cent.",
        parts=tuple(Part(claim, name) for name in NAMES for claim in group[name]),
        unit=share.unit,
        gap=gap,
        gap_in_words=gap_at_least(lessened(gap, GAP_DIGITS), POINTS),
        ulp=share.ulp,
        lines=(
            Line("Share as reckoned", "", reckoned, "sum"),
            Line(share.label, share.printed, printed, "share"),
        ),
        implied=_implied(group, printed, reckoned),
        explanations=("misprint", "other-whole"),
        conflicts=conflicts,
    )


def _named(group: Group, conflicts: Sequence[frozenset[str]]) -> list[Statement]:
    """Share, part and whole that clash by themselves."""
    keys = conflicts[0] if conflicts else frozenset()
    return [
        next((claim for claim in group[name] if claim.key in keys), group[name][0])
        for name in NAMES
    ]


def _names_its_unit(printed: str) -> bool:
    return "%" in printed or "per cent" in printed or "percent" in printed


def _in_per_cent(printed: str) -> str:
    return printed if _names_its_unit(printed) else f"{printed} per cent"


def _rounded(span: Span) -> str:
    if span.middle is not None:
        return f"{span.middle:.3f}".rstrip("0").rstrip(".")
    return f"at least {plain_figure(lessened(span.low or ZERO, GAP_DIGITS + 2))}"


def _implied(group: Group, printed: Span, reckoned: Span) -> tuple[tuple[str, Span], ...]:
    part, whole = agreed(group["part"]), agreed(group["whole"])
    shares = [(claim.key, reckoned) for claim in group["share"]]
    if whole.low is None or whole.high is None or printed.low is None or printed.high is None:
        return tuple(shares)
    if printed.low <= ZERO:
        return tuple(shares)
    for_part = Span(whole.low * printed.low / HUNDRED, whole.high * printed.high / HUNDRED)
    for_whole = part.divided_by(printed).scaled(HUNDRED)
    parts = [(claim.key, for_part) for claim in group["part"]]
    wholes = [(claim.key, for_whole) for claim in group["whole"]]
    return (*shares, *parts, *wholes)
