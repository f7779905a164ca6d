"""A reading must give the span of its print: never narrower, and nothing that is not printed."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apps.domain.quantities import Quantity
from apps.domain.refusals import Refusal
from apps.domain.spans import Span
from apps.domain.units import unit
from tests.domain.drawing import amounts, figures

D = Decimal
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN)


def half_open(low: str, high: str) -> Span:
    return Span(D(low), D(high), high_closed=False)


@pytest.mark.parametrize(
    ("reading", "hard", "plausible", "ulp"),
    [
        ("1056", Span(D("1055.5"), D("1056.5")), None, "1"),
        ("9.53", Span(D("9.525"), D("9.535")), None, "0.01"),
        ("9.50", Span(D("9.495"), D("9.505")), None, "0.01"),
        ("0", Span(D(0), D("0.5")), None, "1"),
        ("1.5..2", Span(D("1.45"), D("2.5")), None, "1"),
        ("780..1210", Span(D("779.5"), D("1210.5")), None, "1"),
        ("over 60", Span.over(D(60)), None, "1"),
        ("at least 6", Span.at_least(D(6)), None, "1"),
        ("under 20", half_open("0", "20"), None, "1"),
        ("at most 3", Span(D(0), D(3)), None, "1"),
        ("nearly 200", half_open("0", "200"), half_open("180", "200"), "1"),
        ("about 10", Span.at_least(D(0)), Span(D(9), D(11)), "1"),
        ("about 10 estimated", Span.at_least(D(0)), Span(D(9), D(11)), "1"),
        ("under 20 estimated", half_open("0", "20"), Span(D(0), D(22)), "1"),
        ("over 60 estimated", Span.over(D(60)), Span.at_least(D(54)), "1"),
        ("1.5 estimated", Span(D("1.45"), D("1.55")), Span(D("1.305"), D("1.705")), "0.1"),
    ],
)
def test_a_reading_gives_the_span_of_its_print(
    reading: str, hard: Span, plausible: Span | None, ulp: str
) -> None:
    quantity = Quantity.read(reading)

    assert quantity.hard == hard
    assert quantity.plausible == (plausible or hard)
    assert quantity.ulp == D(ulp)
    assert quantity.reading == reading
    assert quantity.hedged == ("about" in reading or "estimated" in reading)


@pytest.mark.parametrize(
    ("reading", "hard", "plausible"),
    [
        ("-7.6", Span(D("-7.65"), D("-7.55")), Span(D("-7.65"), D("-7.55"))),
        ("under 20", Span.below(D(20)), Span.below(D(20))),
        ("nearly -10", Span.below(D(-10)), half_open("-11", "-10")),
        ("about -10", Span.anything(), Span(D(-11), D(-9))),
        ("at most 0", Span.at_most(D(0)), Span.at_most(D(0))),
        ("-2..-1.5", Span(D("-2.5"), D("-1.45")), Span(D("-2.5"), D("-1.45"))),
    ],
)
def test_a_measure_that_may_be_negative_has_no_floor(
    reading: str, hard: Span, plausible: Span
) -> None:
    quantity = Quantity.read(reading, non_negative=False)

    assert quantity.hard == hard
    assert quantity.plausible == plausible


def test_a_count_is_exact_unless_it_has_decimals() -> None:
    assert Quantity.read("64", exact=True).hard == Span.exactly(D(64))
    assert Quantity.read("2..6", exact=True).hard == Span(D(2), D(6))
    assert Quantity.read("1.5", exact=True).hard == Span(D("1.45"), D("1.55"))
    assert Quantity.read("64", exact=True).ulp == 1


def test_alternatives_keep_both_readings_of_one_print() -> None:
    quantity = Quantity.read("1056 or 1.056").in_base(unit("USD bln"))

    assert quantity.hard == Span(D("1055.5E9"), D("1056.5E9"))
    assert quantity.alternatives == (Span(D("1.0555E9"), D("1.0565E9")),)
    assert quantity.allows(Quantity.read("1056").in_base(unit("USD mln")).hard)
    assert not quantity.allows(Quantity.read("735").in_base(unit("USD mln")).hard)


def test_the_base_unit_scales_spans_and_ulp_alike() -> None:
    quantity = Quantity.read("about 8.3").in_base(unit("USD bln"))

    assert quantity.plausible == Span(D("7.47E9"), D("9.13E9"))
    assert quantity.ulp == D("1E8")
    assert quantity.reading == "about 8.3"
    assert quantity.in_base(unit("count")) is quantity


@pytest.mark.parametrize(
    ("reading", "exact", "derivation"),
    [
        ("1056", False, "last digit ± half a unit"),
        ("64", True, "a count, exact as printed"),
        ("1.5..2", False, "a range, each end: last digit ± half a unit"),
        ("2..6", True, "a range, exact as printed"),
        ("over 60", False, "“over” is an open lower end"),
        (
            "under 20 estimated",
            False,
            "“under” is an open upper end of a non-negative measure; an estimate allows 22 at most",
        ),
        ("about 10", False, "“about” rules nothing out, plausibly a tenth more or less"),
        ("5 estimated", False, "last digit ± half a unit; an estimate allows 4.05 to 6.05"),
        ("over 60 estimated", False, "“over” is an open lower end; an estimate allows 54 at least"),
        ("1056 or 1.056", False, "last digit ± half a unit; or last digit ± half a unit"),
    ],
)
def test_the_derivation_says_where_the_span_comes_from(
    reading: str, exact: bool, derivation: str
) -> None:
    assert Quantity.read(reading, exact=exact).derivation == derivation


def test_the_derivation_names_the_scale_of_the_unit() -> None:
    derivation = Quantity.read("1056").in_base(unit("USD mln")).derivation

    assert derivation == "last digit ± half a unit; times 1,000,000 for million USD"


@pytest.mark.parametrize(
    ("reading", "message", "remedy"),
    [
        ("", "The reading is empty.", "Write it like 1056"),
        ("  ", "The reading is empty.", "Write it like 1056"),
        ("1,056", "“1,056” has a comma.", "Use no thousands marks"),
        ("1 056", "“1 056” has a gap in its digits.", "Write 1056"),
        ("1\u00a0056", "“1\\xa0056” has a gap in its digits.", "Write 1056"),
        ("1E3", "“1E3” has an exponent.", "Write all digits"),
        ("NaN", "“NaN” is not a number.", "Give a figure"),
        ("Infinity", "“Infinity” is not a number.", "Give a figure"),
        ("<20", "“<20” has a sign in place of a word.", "Use over"),
        ("more than 60", "“more than 60” has an unknown word.", "Use over"),
        ("1.5-2", "“1.5-2” has a dash.", "Write a range as 1.5..2."),
        ("1.5–2", "“1.5–2” has a dash.", "Write a range as 1.5..2."),
        ("5..2", "“5..2” is a reversed range.", "Write 2..5."),
        ("5..5.0", "“5..5.0” is a range from a figure to itself.", "Write 5."),
        ("٣٥", "“٣٥” has letters or digits of another script.", "Write the digits 0 to 9."),
        ("007", "“007” has a zero in front.", "Leave the zero out"),
        ("10 mln", "“10 mln” has a word after the figure.", "Give the unit apart"),
        (" 10", "“ 10” has blanks that do not belong.", "Keep one blank"),
        ("10\n", "“10\\n” has blanks that do not belong.", "Keep one blank"),
        ("-5", "“-5” is negative, and this figure cannot be.", "Leave “-” out."),
        ("under 0", "“under 0” leaves no figure at all.", "Write 0, or at most 0."),
        ("nearly 0", "“nearly 0” leaves no figure at all.", "Write 0, or at most 0."),
        ("5 or 5", "“5 or 5” offers the same reading twice.", "Give it once."),
        ("5 or ", "“5 or ” is not a reading of a figure.", "Write it like 1056"),
        (".5", "“.5” is not a reading of a figure.", "Write it like 1056"),
        ("5.", "“5.” is not a reading of a figure.", "Write it like 1056"),
        ("about 5..6", "“about 5..6” is not a reading of a figure.", "Write it like 1056"),
        ("9" * 31, f"“{'9' * 31}” has more than 30 digits.", "Write it like 1056"),
        ("9" * 200, f"“{'9' * 59}…” is too long for a figure.", "Write it like 1056"),
    ],
)
def test_what_is_not_a_reading_is_refused_with_the_way_out(
    reading: str, message: str, remedy: str
) -> None:
    with pytest.raises(Refusal) as refused:
        Quantity.read(reading)

    assert refused.value.message == message
    assert refused.value.remedy.startswith(remedy)


def test_minus_nothing_is_refused() -> None:
    with pytest.raises(Refusal, match=r"“-0\.0” is negative"):
        Quantity.read("-0.0", non_negative=False)


@given(st.text(alphabet="0123456789.-, eE<~٣" + "overabutndslm", max_size=20) | st.text())
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        quantity = Quantity.read(text)
    except Refusal as refusal:
        told = refusal
        assert told.message and told.remedy
        assert str(told).isprintable()
    else:
        assert quantity.hard.low is not None and quantity.hard.low >= 0


@given(figures | amounts, st.integers(0, 3), st.sampled_from(ROUNDINGS))
@example(D("2.5"), 0, ROUND_HALF_EVEN)
@example(D("3.5"), 0, ROUND_HALF_UP)
@example(D("0.4"), 0, ROUND_HALF_UP)
def test_a_rounded_print_never_rules_out_the_true_figure(
    true: Decimal, digits: int, rounding: str
) -> None:
    # Zeros of a figure rounded to thousands look like digits: nothing in the print tells them.
    ulp = D(1).scaleb(-digits)
    printed = true.quantize(ulp, rounding=rounding, context=Context(prec=60))
    reading = f"{printed:f}".removeprefix("-") if printed == 0 else f"{printed:f}"

    quantity = Quantity.read(reading, non_negative=False)

    assert quantity.hard.contains(true)
    assert quantity.ulp == ulp


@given(amounts, st.sampled_from(["mln", "bln", "trn"]), st.integers(0, 4))
def test_a_print_in_millions_or_billions_never_rules_out_the_true_amount(
    true: Decimal, scale: str, digits: int
) -> None:
    measured_in = unit(f"USD {scale}")
    printed = (true / measured_in.factor).quantize(D(1).scaleb(-digits), ROUND_HALF_EVEN)

    quantity = Quantity.read(f"{printed:f}").in_base(measured_in)

    assert quantity.hard.contains(true)


@given(
    st.sampled_from(["", "over ", "at least ", "under ", "at most ", "nearly ", "about "]),
    st.decimals(min_value=D("0.1"), max_value=10**9, places=1),
    st.sampled_from(["", " estimated"]),
)
def test_an_estimate_softens_only_what_is_plausible(word: str, value: Decimal, suffix: str) -> None:
    plain, quantity = Quantity.read(f"{word}{value}"), Quantity.read(f"{word}{value}{suffix}")

    assert quantity.hard == plain.hard
    assert quantity.plausible.contains(plain.plausible)
    assert quantity.plausible.low is not None and quantity.plausible.low >= 0
