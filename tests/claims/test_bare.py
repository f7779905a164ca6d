"""A bare figure or date says no more than its span, so nobody parses it again."""

from __future__ import annotations

import pytest

from apps.claims.bare import read_beside
from apps.claims.models import Measure
from apps.claims.terms import read_value

FIGURE = Measure(kind=Measure.Kind.QUANTITY, unit_family="usd")
DATE = Measure(kind=Measure.Kind.DATE, unit_family="date")


@pytest.mark.parametrize(
    ("reading", "unit", "measure"),
    [
        ("1056", "USD mln", FIGURE),
        ("0.780", "USD bln", FIGURE),
        ("-7.6", "%", Measure(kind=Measure.Kind.QUANTITY, is_non_negative=False)),
        ("604..855", "USD mln", FIGURE),
        ("2014-05", "", DATE),
        ("2014-05-07", "", DATE),
    ],
)
def test_a_bare_reading_hedges_nothing_and_has_no_second(
    reading: str, unit: str, measure: Measure
) -> None:
    parsed = read_value(reading, unit, measure)

    assert read_beside(reading, unit, measure) is None
    assert parsed is not None
    assert (parsed.alternatives, parsed.hedged) == ((), False)


@pytest.mark.parametrize("reading", ["1056 or 1.056", "about 7", "under 20 estimated"])
def test_a_worded_reading_is_parsed(reading: str) -> None:
    parsed = read_beside(reading, "USD mln", FIGURE)

    assert parsed == read_value(reading, "USD mln", FIGURE)
    assert parsed is not None
    assert parsed.alternatives or parsed.hedged
