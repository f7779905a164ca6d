"""How a claim is said in words, the same on every page, in exports and in record editions."""

from __future__ import annotations

import re
from decimal import Decimal

from apps.claims.models import Claim, ClaimRole, Measure
from apps.claims.terms import read_figure
from apps.domain.periods import Period
from apps.domain.quantities import Quantity
from apps.domain.spans import Span
from apps.domain.units import show_span, unit

UNNAMED = "an unspecified"
NOTHING = Decimal(0)
LINE_END_HYPHEN = re.compile(r"(?<=\w)-\n(?=[a-z])")


def topic(claim: Claim) -> str:
    """The question that the claim answers: “arms imports of Vietnam from Russia, 2021”."""
    question = claim.measure.phrase
    for slot, name in {"subject": claim.subject.label, **role_names(claim)}.items():
        question = question.replace("{" + slot + "}", name)
    return f"{question}, {Period.read(claim.period)}" if claim.period else question


def role_names(claim: Claim) -> dict[str, str]:
    """What fills each role slot, as it is read aloud."""
    labels = {role["slot"]: role for role in claim.measure.roles}
    names = {}
    for filled in claim.filled_roles.all():
        role = labels.get(filled.slot, {})
        if filled.entity is not None:
            names[filled.slot] = filled.entity.label
        elif filled.scope == ClaimRole.Scope.ALL:
            names[filled.slot] = role.get("all_label") or f"all {filled.slot}s"
        else:
            names[filled.slot] = f"{UNNAMED} {filled.slot}"
    return names


def on_one_line(printed: str) -> str:
    """The print without its line breaks, line-end hyphens and escapes."""
    joined = LINE_END_HYPHEN.sub("", printed.replace("\\$", "$"))
    return " ".join(joined.replace("-\n", "-").split())


def printed_with_unit(claim: Claim) -> str:
    """The printed value on one line, with its unit where the print itself leaves it out."""
    printed = on_one_line(claim.printed)
    if not claim.unit or any(character.isalpha() for character in printed):
        return printed
    if claim.unit in ("date", "entity", "text", "count", "rank"):
        return printed
    if claim.unit == "%":
        return printed if printed.endswith("%") else f"{printed} %"
    return f"{printed} {unit(claim.unit).label}"


def corrected_in_words(claim: Claim, verdict: int) -> str:
    """How a verdict reads it: “printed 900, corrected to 105 million USD by verdict 7”."""
    measured = unit(claim.corrected_unit).label if claim.corrected_unit else ""
    reading = f"{claim.corrected_reading} {measured}".strip()
    return f"printed {on_one_line(claim.printed)}, corrected to {reading} by verdict {verdict}"


def quantity_as_read(claim: Claim) -> Quantity | None:
    """The claim's quantity in its own unit, for figures; None for dates and names."""
    return read_figure(claim.reading, claim.measure)


def value_in_words(claim: Claim) -> str:
    """What the claim is understood to say: “71.5 to 72.5 million USD”, “25 November 2014”."""
    if claim.measure.kind == Measure.Kind.DATE:
        return str(Period.read(claim.reading))
    if claim.measure.kind == Measure.Kind.ENTITY and claim.value_entity is not None:
        return claim.value_entity.label
    quantity = quantity_as_read(claim)
    if quantity is None:
        return claim.reading
    words = span_in_words(understood(quantity), claim.unit)
    if not quantity.hedged:
        return words
    if understood(quantity) == quantity.plausible:
        return f"plausibly {words}"
    return f"{words} (plausibly {quantity.plausible})"


def understood(quantity: Quantity) -> Span:
    """The hard span; the plausible one where the print rules nothing out."""
    rules_nothing_out = quantity.hard.high is None and quantity.hard.low in (None, NOTHING)
    return quantity.plausible if quantity.hedged and rules_nothing_out else quantity.hard


def span_in_words(span: Span, unit_slug: str) -> str:
    """A span with its unit; bare for counts."""
    return show_span(span, unit(unit_slug))


def derivation(claim: Claim) -> str:
    """How the range comes from the print, in plain words."""
    quantity = quantity_as_read(claim)
    if quantity is not None:
        return quantity.derivation
    return "read as a date" if claim.measure.kind == Measure.Kind.DATE else "read as a name"
