"""Units must scale exactly and refuse what they do not know."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from apps.domain.refusals import Refusal
from apps.domain.spans import Span
from apps.domain.units import UNITS, show, show_span, unit
from tests.domain.drawing import any_spans

D = Decimal


def test_the_closed_list_is_the_one_that_claims_use() -> None:
    assert list(UNITS) == [
        *("USD", "USD mln", "USD bln", "USD trn", "RUB mln", "%", "pp", "count", "rank"),
        *("years", "months", "days", "tonnes", "persons", "persons mln", "persons bln"),
        *("MW", "kW bln", "kWh bln", "date", "entity", "text", ""),
    ]


@pytest.mark.parametrize(
    ("unknown", "nearest"),
    [("USD mio", "USD mln"), ("million USD", "USD mln"), ("percent", "%"), ("tons", "tonnes")],
)
def test_an_unknown_unit_is_refused_with_the_nearest_known(unknown: str, nearest: str) -> None:
    with pytest.raises(Refusal) as refused:
        unit(unknown)

    assert refused.value.message == f"“{unknown}” is not a known unit."
    assert refused.value.remedy == f"Did you mean “{nearest}”?"


@pytest.mark.parametrize("nonsense", ["\x00", "x" * 100_000, "<script>", "долл."])
def test_nonsense_for_a_unit_gets_a_short_refusal(nonsense: str) -> None:
    with pytest.raises(Refusal) as refused:
        unit(nonsense)

    assert len(str(refused.value)) < 150
    assert str(refused.value).isprintable()


def test_1056_million_is_1_point_056_billion() -> None:
    in_millions = unit("USD mln").to_base(Span.exactly(D(1056)))

    assert in_millions == unit("USD bln").to_base(Span.exactly(D("1.056")))
    assert unit("USD trn").factor == 10**12


def test_24_months_are_exactly_2_years() -> None:
    two_years = unit("years").to_base(Span.exactly(D(2)))

    assert unit("months").to_base(Span.exactly(D(24))) == two_years


@pytest.mark.parametrize(
    ("value", "slug", "text"),
    [
        ("1056", "USD mln", "1,056 million USD"),
        ("8.30", "USD bln", "8.3 billion USD"),
        ("86.6", "%", "86.6 %"),
        ("-7.6", "pp", "-7.6 percentage points"),
        ("1", "pp", "1 percentage point"),
        ("64", "count", "64"),
        ("4", "rank", "rank 4"),
        ("1", "years", "1 year"),
        ("2", "years", "2 years"),
        ("735562", "date", "25 November 2014"),
        ("7", "", "7"),
    ],
)
def test_a_figure_is_shown_with_its_unit(value: str, slug: str, text: str) -> None:
    assert show(D(value), unit(slug)) == text


def test_a_span_is_shown_with_its_unit() -> None:
    assert show_span(Span(D("71.5"), D("72.5")), unit("USD mln")) == "71.5 to 72.5 million USD"
    assert show_span(Span.exactly(D(1)), unit("months")) == "exactly 1 month"
    assert show_span(Span.exactly(D(4)), unit("rank")) == "rank exactly 4"


def test_entities_have_no_figures() -> None:
    with pytest.raises(ValueError, match="has no figures"):
        show(D(1), unit("entity"))


@given(any_spans)
def test_every_unit_leads_to_its_base_and_back(span: Span) -> None:
    for known in UNITS.values():
        back = known.from_base(known.to_base(span))

        assert back == span
