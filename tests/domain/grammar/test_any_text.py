"""Whatever string comes: nothing is raised, and every suggestion lies on words of the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from apps.domain.grammar import KINDS, suggest
from apps.domain.periods import Period
from apps.domain.quantities import Quantity

PIECES = (
    "in 2014",
    "from 5 to 8 million",
    "over",
    "USD",
    "1,056",
    "bln",
    "early",
    "1990s",
    "–",
    "of",
    "Ministry",
    "Trần Đức",
    "В. Путин",
    "S-300",
    "\n",
    "\t",
    "(",
    "12%",
    "Rus-\nsia",
    "half a",
    "the same year",
    "May",
    "31 February 2011",
    ".",
    "2O14",
    "\\$",
    "e\u0301",
    "９",
    "½",
    "000",
)
texts = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@given(texts)
def test_suggestions_lie_within_the_text_and_hold_words(text: str) -> None:
    for one in suggest(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
        assert one.kind in KINDS


@given(texts)
def test_what_is_read_can_be_entered(text: str) -> None:
    for one in suggest(text):
        if one.period:
            assert Period.read(one.period).edtf == one.period
        if one.kind == "quantity":
            assert Quantity.read(one.reading, non_negative=False).reading == one.reading
            assert None in (one.low, one.high) or one.low <= one.high  # type: ignore[operator]


@given(texts)
def test_suggestions_come_in_reading_order_and_only_names_share_words(text: str) -> None:
    found = [one for one in suggest(text) if one.kind != "table"]

    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
