"""Draws spans, figures and periods for the property tests of this room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from apps.domain.refusals import Refusal
from apps.domain.spans import Span

figures = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
small_figures = st.integers(-4, 4).map(Decimal)
amounts = st.decimals(min_value=0, max_value=10**12, places=4)


@st.composite
def spans(draw: st.DrawFn, ends: st.SearchStrategy[Decimal] = figures) -> Span:
    low, high = sorted((draw(ends), draw(ends)))
    no_low, no_high = draw(st.booleans()), draw(st.booleans())
    closed = low == high
    return Span(
        None if no_low else low,
        None if no_high else high,
        closed or draw(st.booleans()),
        closed or draw(st.booleans()),
    )


# Small ends make spans touch and share ends often; wide ones test the figures.
any_spans = st.one_of(spans(small_figures), spans())


@st.composite
def members(draw: st.DrawFn, span: Span) -> Decimal:
    """A figure of the span: a closed end, or one between the ends."""
    low = span.low if span.low is not None else (span.high or Decimal(0)) - 1000
    high = span.high if span.high is not None else max(low, Decimal(0)) + 1000
    parts = draw(st.integers(0, 100))
    value = low + (high - low) * parts / 100
    if not span.contains(value):
        value = low + (high - low) / 2
    assert span.contains(value)
    return value


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    day = draw(st.dates(date(1, 1, 1), date(9999, 12, 31)))
    shown = draw(st.sampled_from([4, 7, 10]))
    return day.isoformat()[:shown] + draw(st.sampled_from(["", "", "", "?", "~", "%"]))


@st.composite
def edtf_periods(draw: st.DrawFn) -> str:
    first, second = draw(edtf_dates()), draw(edtf_dates())
    left, right = sorted((first, second))
    decade = draw(st.integers(1, 999))
    return draw(
        st.sampled_from(
            [
                left,
                *(f"{left}/{right}", f"{left}/..", f"{left}/", f"../{left}", f"/{left}"),
                *(f"{decade:03}X", f"{decade % 99 + 1:02}XX"),
            ]
        )
    )


def is_refused(read: object, text: str) -> bool:
    assert callable(read)
    try:
        read(text)
    except Refusal:
        return True
    return False
