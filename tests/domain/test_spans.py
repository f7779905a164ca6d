"""Spans must neither lose a possible figure nor let an impossible one pass."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.domain.refusals import Refusal
from apps.domain.spans import Span, span_sum
from tests.domain.drawing import any_spans, figures, members, spans

D = Decimal
ten_to_below_eleven = Span(D(10), D(11), high_closed=False)


def test_duplicates_100_and_900_do_not_meet() -> None:
    printed_100, printed_900 = Span(D("99.5"), D("100.5")), Span(D("899.5"), D("900.5"))

    assert not printed_100.meets(printed_900)
    assert printed_100.gap(printed_900) == D("799.0")


def test_ten_to_below_eleven_does_not_meet_exactly_eleven() -> None:
    eleven = Span.exactly(D(11))

    assert not ten_to_below_eleven.meets(eleven)
    assert not eleven.meets(ten_to_below_eleven)
    assert ten_to_below_eleven.gap(eleven) == 0


def test_touching_ends_meet_only_when_both_are_closed() -> None:
    to_five = {closed: Span(D(1), D(5), high_closed=closed) for closed in (True, False)}
    from_five = {closed: Span(D(5), D(9), low_closed=closed) for closed in (True, False)}

    meeting = {(a, b) for a in to_five for b in from_five if to_five[a].meets(from_five[b])}

    assert meeting == {(True, True)}


def test_over_a_figure_does_not_meet_that_figure() -> None:
    assert not Span.over(D(60)).meets(Span.exactly(D(60)))
    assert Span.over(D(60)).meets(Span.exactly(D("60.0001")))
    assert not Span.over(D(60)).meets(Span.at_most(D(60)))


@pytest.mark.parametrize(
    ("low", "high", "low_closed", "high_closed", "message"),
    [
        ("5", "2", True, True, "The span from 5 to 2 is reversed."),
        ("5", "5", True, False, "A span at 5 with an open end is empty."),
        ("5", "5", False, True, "A span at 5 with an open end is empty."),
        ("NaN", "5", True, True, "A span cannot end in NaN."),
        ("5", "Infinity", True, True, "A span cannot end in Infinity."),
    ],
)
def test_a_span_is_never_empty_or_reversed(
    low: str, high: str, low_closed: bool, high_closed: bool, message: str
) -> None:
    with pytest.raises(Refusal) as refused:
        Span(D(low), D(high), low_closed, high_closed)

    assert refused.value.message == message


def test_a_float_never_becomes_the_end_of_a_span() -> None:
    with pytest.raises(TypeError):
        Span(0.1, D(1))  # type: ignore[arg-type]


def test_an_absent_end_is_never_closed() -> None:
    assert Span(None, D(1), low_closed=True) == Span(None, D(1), low_closed=False)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(D("71.50"), D("72.5")), "71.5 to 72.5"),
        (Span.below(D(20)), "below 20"),
        (Span(D(0), D(20), high_closed=False), "0 to below 20"),
        (Span(D(60), D(70), low_closed=False), "over 60 to 70"),
        (Span.over(D(60)), "over 60"),
        (Span.at_least(D("1E+3")), "at least 1,000"),
        (Span.at_most(D("-1234567.80")), "at most -1,234,567.8"),
        (Span.exactly(D("6.00")), "exactly 6"),
        (Span.exactly(D("-0")), "exactly 0"),
        (Span.anything(), "anything"),
    ],
)
def test_a_span_reads_as_plain_words(span: Span, words: str) -> None:
    assert str(span) == words


def test_sums_and_differences_are_exact_beyond_28_digits() -> None:
    huge, tiny = Span.exactly(D(10) ** 25), Span.exactly(D("1E-25"))

    assert str(huge + tiny - huge) == "exactly 0.0000000000000000000000001"


def test_an_open_end_opens_the_end_of_the_sum() -> None:
    total = span_sum([Span(D(1), D(2)), ten_to_below_eleven, Span.exactly(D(5))])

    assert total == Span(D(16), D(18), high_closed=False)
    assert span_sum([]) == Span.exactly(D(0))


def test_a_share_of_a_whole_that_may_be_nothing_has_no_upper_end() -> None:
    part, whole = Span(D(2), D(4)), Span(D(0), D(8))

    assert part.divided_by(whole) == Span.at_least(D("0.25"))
    assert Span.exactly(D(0)).divided_by(whole) == Span.exactly(D(0))
    assert part.divided_by(Span.exactly(D(0))) == Span.at_least(D(0))
    assert part.divided_by(Span.at_least(D(8))) == Span(D(0), D("0.5"), low_closed=False)


def test_an_open_end_of_either_opens_the_end_of_the_share() -> None:
    closed, whole = Span(D(2), D(4)), Span(D(4), D(8))

    assert closed.divided_by(whole) == Span(D("0.25"), D(1))
    assert closed.divided_by(Span(D(4), D(8), False, True)) == Span(D("0.25"), D(1), True, False)
    assert closed.divided_by(Span(D(4), D(8), True, False)) == Span(D("0.25"), D(1), False, True)
    assert Span(D(2), D(4), False, False).divided_by(whole) == Span(D("0.25"), D(1), False, False)


def test_a_quotient_that_does_not_end_is_widened_outward() -> None:
    third = Span.exactly(D(1)).divided_by(Span.exactly(D(3)))

    assert third.low is not None and third.high is not None
    assert third.low < Fraction(1, 3) < third.high
    assert third.width == D("1E-50")


def test_shares_of_negative_figures_are_our_bug() -> None:
    with pytest.raises(ValueError, match="non-negative"):
        Span.anything().divided_by(Span.exactly(D(1)))


@given(any_spans, any_spans)
def test_meeting_is_symmetric_and_means_a_common_span(a: Span, b: Span) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.gap(b) == b.gap(a)
    common = a.intersection(b)
    assert (common is not None) == a.meets(b)
    assert common is None or (a.contains(common) and b.contains(common))


@given(any_spans, any_spans)
def test_the_gap_is_zero_exactly_when_spans_meet_or_touch(a: Span, b: Span) -> None:
    touch = (a.high is not None and a.high == b.low) or (b.high is not None and b.high == a.low)

    assert (a.gap(b) == 0) == (a.meets(b) or touch)


@given(any_spans, any_spans)
def test_the_hull_contains_both(a: Span, b: Span) -> None:
    hull = a.hull(b)

    assert hull.contains(a) and hull.contains(b)
    assert hull == b.hull(a)


@given(any_spans, any_spans, any_spans)
def test_containing_is_a_partial_order(a: Span, b: Span, c: Span) -> None:
    assert a.contains(a)
    assert not (a.contains(b) and b.contains(a)) or a == b
    assert not (a.contains(b) and b.contains(c)) or a.contains(c)


@given(any_spans, any_spans, figures)
def test_a_figure_in_both_spans_makes_them_meet(a: Span, b: Span, value: Decimal) -> None:
    assert not (a.contains(value) and b.contains(value)) or a.meets(b)


@given(st.data(), any_spans, any_spans)
def test_sums_and_differences_of_members_lie_in_the_result(
    data: st.DataObject, a: Span, b: Span
) -> None:
    x, y = data.draw(members(a)), data.draw(members(b))

    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert span_sum([a, b, a]).contains(x + y + x)


@given(st.data(), any_spans, st.decimals(-1000, 1000, places=2))
def test_scaling_keeps_every_member(data: st.DataObject, a: Span, factor: Decimal) -> None:
    x = data.draw(members(a))

    assert a.scaled(factor).contains(x * factor)
    assert factor <= 0 or a.scaled(factor).unscaled(factor).contains(a)


@given(st.data(), spans(st.decimals(0, 10**6, places=2)), spans(st.decimals(0, 999, places=2)))
def test_shares_of_members_lie_in_the_quotient(data: st.DataObject, a: Span, b: Span) -> None:
    positive = Span.at_least(D(0))
    part, whole = a.intersection(positive), b.intersection(positive)
    assert part is not None and whole is not None
    x, y = data.draw(members(part)), data.draw(members(whole))

    share = part.divided_by(whole)

    # Compared by multiplying back, since x / y itself may not come out.
    if y > 0:
        assert share.low is not None and share.low * y <= x
        assert share.high is None or share.high * y >= x
        assert share.low_closed or share.low * y < x
        assert share.high is None or share.high_closed or share.high * y > x
