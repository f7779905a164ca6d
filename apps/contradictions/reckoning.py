"""A finding's arithmetic as it is stored with the contradiction and shown on its page.

All figures are strings in the unit that people read (million USD, not USD), so that nothing
is lost in JSON.
"""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from typing import Any

from apps.contradictions.explaining import explanations_of
from apps.contradictions.findings import Finding, span_shown
from apps.domain.spans import Span
from apps.domain.stretches import days_in_words
from apps.domain.units import Unit

MILLIONTH = Decimal("0.000001")
# Figures have at most 30 digits, and units add 12; the usual 28 would not do.
WIDE = Context(prec=100)


def reckoning_of(finding: Finding) -> dict[str, Any]:
    """Unit, lines of the sum, what the others imply for each claim, explanations with evidence."""
    explained = explanations_of(finding)
    units = {part.statement.key: part.statement.unit for part in finding.parts}
    return {
        "unit": finding.unit.slug,
        "unit_label": finding.unit.label,
        "lines": [
            {"label": line.label, "printed": line.printed, "name": line.name}
            | ends(line.span, finding.unit)
            for line in finding.lines
        ],
        "implied": [
            {"key": key, **_implied(span, units[key])}
            for key, span in finding.implied
            if units[key].family not in ("entity", "text") and span != Span.anything()
        ],
        "explanations": list(explained),
        "evidence": {code: words for code, words in explained.items() if words},
    }


def _implied(span: Span, unit: Unit) -> dict[str, Any]:
    if unit.family == "date":
        return {"words": days_in_words(span), **_days(span)}
    return {"words": span_shown(span, unit), **ends(span, unit)}


def _days(span: Span) -> dict[str, Any]:
    """The first and the last day."""
    low = span.low and date.fromordinal(int(span.low)).isoformat()
    high = span.high and date.fromordinal(int(span.high) - 1).isoformat()
    return {"low": low, "high": high, "low_closed": True, "high_closed": True}


def ends(span: Span, unit: Unit) -> dict[str, Any]:
    """The ends of a span, None where there is no end, and whether each is closed."""
    shown = unit.from_base(span)
    return {
        "low": _plain(shown.low),
        "high": _plain(shown.high),
        "low_closed": shown.low_closed,
        "high_closed": shown.high_closed,
    }


def _plain(value: Decimal | None) -> str | None:
    """At most six decimals: enough for the eye, and quotients would run on."""
    if value is None:
        return None
    rounded = value.quantize(MILLIONTH, context=WIDE)
    return f"{rounded.normalize(WIDE):f}"
