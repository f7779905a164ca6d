"""What the claims on one fact leave possible together, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from apps.claims.models import Claim, Fact, Measure
from apps.claims.wording import value_in_words
from apps.domain.dates import day_in_words
from apps.domain.spans import Span
from apps.domain.units import show_span, unit


def in_common(fact: Fact, claims: Sequence[Claim]) -> str:
    """What the claims that count leave possible together, in words; nothing where they differ."""
    counted = [claim for claim in claims if claim.pk in fact.claim_ids]
    if not counted or fact.disagrees or not fact.measure.is_functional:
        return ""
    if fact.measure.kind in (Measure.Kind.ENTITY, Measure.Kind.TEXT):
        return value_in_words(counted[0])
    if fact.agreed is None:
        return ""
    span = Span(fact.agreed.lower, fact.agreed.upper, fact.agreed.lower_inc, fact.agreed.upper_inc)
    if span == Span.anything():
        return ""
    if fact.measure.kind == Measure.Kind.DATE:
        return _days_in_words(span)
    measured_in = unit(counted[0].unit)
    return show_span(measured_in.from_base(span), measured_in)


def _days_in_words(span: Span) -> str:
    """Days from the first to the last; the end of a span of days is the day after."""
    first = day_in_words(date.fromordinal(int(span.low))) if span.low is not None else ""
    last = day_in_words(date.fromordinal(int(span.high) - 1)) if span.high is not None else ""
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}"
