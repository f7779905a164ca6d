"""Which explanations a finding leaves open, in one order, and what speaks for each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from apps.contradictions.findings import Finding
from apps.domain.statements import Statement

ROUNDING = "rounding"
# What is within a digit needs nothing else. Slips that a figure shows by itself come next, then
# what the figures may be of, then people.
ORDER = (
    ROUNDING,
    "unit-slip",
    "decimal-separator",
    "other-supplier",
    "other-whole",
    "scope",
    "order-or-delivery",
    "other-step",
    "basis",
    "vintage",
    "translation",
    "loose-wording",
    "foretold",
    "other-work",
    "misprint",
    "transcription",
)
WORK = re.compile(r"^([^\W\d_]{3,}) [12]\d{3}\b")
HUNDRED, THOUSAND, MILLION = Decimal(100), Decimal(1000), Decimal(1_000_000)
MOST_PARTS = 12  # of which each is held against each


def explanations_of(finding: Finding) -> dict[str, str]:
    """For each explanation, by its code, what speaks for it, if anything does; likeliest first."""
    found = dict.fromkeys(finding.explanations, "")
    if finding.parts:
        found.setdefault("transcription", "")
    for code, words in _evidence(finding):
        if not found.get(code):
            found[code] = words
    order = {code: place for place, code in enumerate(ORDER)}
    ranked = sorted(
        found,
        key=lambda code: (
            code != ROUNDING and not found[code],
            order.get(code, len(order)),
            code,
        ),
    )
    return {code: found[code] for code in ranked}


def _evidence(finding: Finding) -> Iterator[tuple[str, str]]:
    """What the claims leave open, and what two that clash show when held side by side."""
    claims = [part.statement for part in finding.parts[:MOST_PARTS]]
    clashing = [conflict for conflict in finding.conflicts if len(conflict) == 2]
    if loose := next((claim for claim in claims if claim.is_loose), None):
        yield "scope", f"the question is left open: {loose.topic}"
    yield from _copied(finding)
    for one, other in combinations(claims, 2):
        if frozenset({one.key, other.key}) not in clashing:
            continue
        if one.unit == other.unit and (how := _slip(one.reading, other.reading)):
            yield "misprint", f"{one.printed} and {other.printed} {how}"
        is_slip = "decimal-separator" in finding.explanations
        if not is_slip and (less := _a_thousand_less(one, other)):
            yield "unit-slip", f"{less.printed} would do if it were a thousand times as much"
        if one.is_of_one_origin_with(other):
            yield "vintage", "both go back to one origin, whose figures are revised at times"
        for quoting, quoted in ((one, other), (other, one)):
            if _names(quoting, quoted):
                yield (
                    "misprint",
                    f"{quoting.label} cites {quoted.label} for it, and has it otherwise",
                )


def _copied(finding: Finding) -> Iterator[tuple[str, str]]:
    """A figure of all that stands beside as that of one speaks for itself."""
    for part in finding.parts:
        if part.name == "whole" and "other-supplier" in finding.explanations:
            whole = part.statement
            yield "other-supplier", f"{whole.label} has it for the {whole.topic}"


def _a_thousand_less(one: Statement, other: Statement) -> Statement | None:
    """Of two amounts in millions or more the one that is a hundred to a thousand times less."""
    less, more = (one, other) if one.hard.ends_before(other.hard) else (other, one)
    most, least = less.hard.high, more.hard.low
    if less.unit.family != more.unit.family or less.unit.factor < MILLION or less.dated:
        return None
    if most is None or least is None or most <= 0 or not HUNDRED <= least / most <= THOUSAND:
        return None
    return less


def _slip(one: str, other: str) -> str:
    """How two figures are alike but for one digit, or for two that changed places."""
    if len(one) != len(other) or len(one) < 2 or not one[:1].isdigit():
        return ""
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not all(a.isdigit() and b.isdigit() for a, b in apart):
        return ""
    if len(apart) == 1:
        return "differ in one digit"
    if len(apart) == 2 and apart[0] == apart[1][::-1]:
        return "differ in two digits that changed places"
    return ""


def _names(quoting: Statement, quoted: Statement) -> bool:
    """Whether the one names the author of the other as its origin."""
    author = WORK.match(quoted.label)
    return (
        author is not None
        and quoting.source != quoted.source
        and _plain(author[1]) in _plain(quoting.cites).replace(",", " ").split()
    )


def _plain(words: str) -> str:
    """Without accents and case: Zaręba is Zareba."""
    parted = unicodedata.normalize("NFKD", words)
    return "".join(char for char in parted if not unicodedata.combining(char)).lower()
