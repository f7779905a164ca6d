"""Periods must mean exactly their days, and refuse every text outside the closed EDTF subset."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.domain.periods import Period, gap_in_words, steps_apart, tiles
from apps.domain.refusals import Refusal
from apps.domain.spans import Span
from tests.domain.drawing import edtf_periods, is_refused

read = Period.read
periods = edtf_periods().filter(lambda text: not is_refused(read, text)).map(read)
years = st.integers(1990, 2020)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "words"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year", "2014"),
        ("2002-05", date(2002, 5, 1), date(2002, 5, 31), "month", "May 2002"),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29), "month", "February 2012"),
        ("2014-11-25", date(2014, 11, 25), date(2014, 11, 25), "day", "25 November 2014"),
        ("2009~", date(2009, 1, 1), date(2009, 12, 31), "year", "about 2009"),
        ("2014?", date(2014, 1, 1), date(2014, 12, 31), "year", "perhaps 2014"),
        ("2014-05%", date(2014, 5, 1), date(2014, 5, 31), "month", "perhaps about May 2014"),
        ("2017/2021", date(2017, 1, 1), date(2021, 12, 31), "interval", "2017–2021"),
        ("1979-02/1979-03", date(1979, 2, 1), date(1979, 3, 31), "interval", "February–March 1979"),
        ("2014-03-03/2014-03-05", date(2014, 3, 3), date(2014, 3, 5), "interval", "3–5 March 2014"),
        ("2014-11/2015", date(2014, 11, 1), date(2015, 12, 31), "interval", "November 2014 – 2015"),
        ("2009~/2011", date(2009, 1, 1), date(2011, 12, 31), "interval", "about 2009 – 2011"),
        ("2023/..", date(2023, 1, 1), None, "interval", "since 2023"),
        ("../2010", None, date(2010, 12, 31), "interval", "until 2010"),
        ("2005/", date(2005, 1, 1), None, "interval", "from 2005, end unknown"),
        ("/2005", None, date(2005, 12, 31), "interval", "until 2005, start unknown"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade", "2010s"),
        ("20XX", date(2000, 1, 1), date(2099, 12, 31), "century", "2000–2099"),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), "year", "9999"),
    ],
)
def test_a_period_is_read_to_its_first_and_last_day(
    text: str, start: date | None, end: date | None, precision: str, words: str
) -> None:
    period = read(text)

    assert (period.start, period.end) == (start, end)
    assert period.precision == precision
    assert str(period) == words
    assert period.edtf == text


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("", "The period is empty.", "Write a year"),
        ("2016/2012", "“2016/2012” is reversed.", "Write 2012/2016."),
        ("2014-13", "“2014-13”: there is no month 13.", "Write a year"),
        ("2012-16", "“2012-16”: there is no month 16.", "For the years write 2012/2016."),
        ("2014-00", "“2014-00”: there is no month 00.", "Write a year"),
        ("2014-02-30", "“2014-02-30”: there is no day 30 in February 2014.", "Give a day from 01"),
        ("2012-2016", "“2012-2016” is not a date that can be read.", "Write 2012/2016."),
        ("2012–2016", "“2012–2016” is not a date that can be read.", "Write 2012/2016."),
        ("2014-5", "“2014-5” is not a date that can be read.", "Write 2014-05."),
        ("2010s", "“2010s” is not a date that can be read.", "Write 201X."),
        ("0000", "“0000”: there is no year 0.", "Dates run from 0001 to 9999."),
        ("000X", "“000X” would include a year 0.", "Dates run from 0001 to 9999."),
        ("-0044", "“-0044” is not a date that can be read.", "Write a year"),
        ("Y12000", "“Y12000” is not a date that can be read.", "Write a year"),
        ("last year", "“last year” is not a date that can be read.", "Write a year"),
        ("2014 ", "“2014 ” is not a date that can be read.", "Write a year"),
        ("２０１４", "“２０１４” is not a date that can be read.", "Write a year"),
        ("2X14", "“2X14” is not a date that can be read.", "Write a year"),
        ("2014-21", "“2014-21”: there is no month 21.", "For the years write 2014/2021."),
        ("2014/2015/2016", "“2014/2015/2016” has more than two ends.", "Write one slash"),
        ("../..", "“../..” names no date.", "Write 2023/.."),
        ("/", "“/” names no date.", "Write 2023/.."),
        ("2014/11", "“2014/11”: “11” is not a date that can be read.", "Write a year"),
        ("201X/2025", "“201X/2025”: “201X” leaves the end", "Name the year, from 2010 to 2019."),
        ("2" * 500, f"“{'2' * 59}…” is too long for a period.", "Write a year"),
    ],
)
def test_what_is_not_a_period_is_refused_with_the_way_out(
    text: str, message: str, remedy: str
) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)

    assert refused.value.message.startswith(message)
    assert refused.value.remedy.startswith(remedy)


def test_a_period_lies_on_the_day_axis_up_to_the_day_after_its_last() -> None:
    assert read("2014-11-25").span == Span(Decimal(735562), Decimal(735563), high_closed=False)
    assert not read("2016").span.meets(read("2017").span)
    assert read("2016").span.gap(read("2017").span) == 0
    assert read("2023/..").span == Span.at_least(Decimal(date(2023, 1, 1).toordinal()))
    assert read("9999-12-31").span.width == 1


def test_open_and_unknown_ends_are_told_apart() -> None:
    assert read("2023/..").end_open and not read("2023/..").end_unknown
    assert read("2023/").end_unknown and not read("2023/").end_open
    assert read("../2010").start_open and read("/2010").start_unknown


def test_a_hedged_date_rules_nothing_out() -> None:
    about_2009, year = read("2009~"), Decimal(365)

    assert about_2009.hard == Span.anything()
    assert about_2009.plausible.meets(read("2010").span)
    assert not about_2009.plausible.meets(read("2011").span)
    assert about_2009.ulp_days == year
    assert read("2009").hard == read("2009").plausible == read("2009").span


def test_precision_inside_a_period_is_containment() -> None:
    assert read("2002").contains(read("2002-05"))
    assert read("2014-11-25").within(read("2014-11"))
    assert read("2023/..").contains(read("2024"))
    assert not read("2002-05").contains(read("2002"))
    assert read("2012/2016").overlaps(read("2016-12-31/2017"))
    assert not read("2012/2016").overlaps(read("2017"))


def test_an_unknown_end_is_not_known_to_contain_a_day() -> None:
    assert not read("2005/").contains(read("2006"))
    assert read("2005/").overlaps(read("2006"))
    assert read("2000/..").contains(read("2005/"))


@pytest.mark.parametrize(
    ("a", "b", "words", "steps"),
    [
        ("2016", "2017", "1 year", 1),
        ("2019", "2014", "5 years", 5),
        ("2014-11-20", "2014-11-25", "5 days", 5),
        ("2001-12", "2002-01", "1 month", 1),
        ("2012/2016", "2018/2020", "2 years", 2),
        ("2016-12-31", "2017", "at least 1 day", 1),
        ("2016", "2018-03-05", "at least 1 year", 2),
        ("2016-10-15", "2016-12", "at least 1 month", 2),
        ("2016-03-01", "2016-06/2017", "at least 3 months", 1),
        ("200X", "2012", "at least 2 years", 3),
        ("2014", "2014-11", "no gap", 0),
        ("2014/..", "2020", "no gap", 0),
    ],
)
def test_a_gap_between_dates_is_said_in_their_own_unit(
    a: str, b: str, words: str, steps: int
) -> None:
    assert gap_in_words(read(a), read(b)) == gap_in_words(read(b), read(a)) == words
    assert steps_apart(read(a), read(b)) == steps_apart(read(b), read(a)) == steps


@pytest.mark.parametrize(
    ("parts", "whole", "tiled"),
    [
        (["2012", "2013", "2014", "2015", "2016"], "2012/2016", True),
        (["2014", "2012", "2013"], "2012/2014", True),
        (["2014-01/2014-06", "2014-07/2014-12"], "2014", True),
        (["../2010", "2011/.."], "../2010", False),
        (["2010", "2011/.."], "2010/..", True),
        (["2012", "2014"], "2012/2014", False),
        (["2012", "2013"], "2012/2014", False),
        (["2012/2013", "2013", "2014"], "2012/2014", False),
        (["2012", "2013", "2014", "2014"], "2012/2014", False),
        (["2011", "2012"], "2012", False),
        (["2012~", "2013"], "2012/2013", False),
        (["2012/"], "2012/", False),
        (["2012"], "2012", True),
        (["9998", "9999"], "9998/9999", True),
        ([], "2012", False),
    ],
)
def test_tiles_are_disjoint_and_leave_no_day_out(parts: list[str], whole: str, tiled: bool) -> None:
    assert tiles(map(read, parts), read(whole)) is tiled


@given(years, st.lists(st.integers(1, 4), min_size=1, max_size=6), st.randoms())
def test_consecutive_stretches_of_years_tile_their_whole(
    first: int, lengths: list[int], chance: object
) -> None:
    parts, year = [], first
    for length in lengths:
        parts.append(read(f"{year}/{year + length - 1}" if length > 1 else f"{year}"))
        year += length
    whole = read(f"{first}/{year - 1}")

    chance.shuffle(parts)  # type: ignore[attr-defined]

    assert tiles(parts, whole)
    assert not tiles(parts[1:], whole)
    assert not tiles([*parts, parts[0]], whole)


@given(periods)
def test_a_period_written_out_reads_back_the_same(period: Period) -> None:
    again = read(period.edtf)

    assert again == period
    assert str(again) == str(period)


@given(periods, periods, periods)
def test_containing_is_reflexive_and_transitive(a: Period, b: Period, c: Period) -> None:
    assert a.contains(a)
    assert not (a.contains(b) and b.contains(c)) or a.contains(c)
    assert not (a.contains(b) and b.contains(a)) or a.span == b.span


@given(periods, periods)
def test_overlapping_is_symmetric_and_follows_from_containing(a: Period, b: Period) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert not a.contains(b) or a.overlaps(b)
    assert (steps_apart(a, b) == 0) == (gap_in_words(a, b) == "no gap") == a.overlaps(b)


@given(st.text() | st.text(alphabet="0123456789-/.?~%X", max_size=12))
def test_any_text_is_a_period_or_refused_and_nothing_else(text: str) -> None:
    try:
        period = read(text)
    except Refusal as refusal:
        told = refusal
        assert told.message and told.remedy
        assert str(told).isprintable()
    else:
        assert period.edtf == text
        assert str(period)
