"""What is told of figures over time, of ranks, balances, orders and lengths: sound and complete."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from apps.domain.periods import Period
from apps.domain.spans import Span
from apps.domain.statements import Statement
from tests.contradictions.stating import counted, dated, judged, named, says

FIRST = 2010
FEW = settings(max_examples=60, deadline=None)
HALF = Decimal("0.5")

amounts = st.decimals(min_value=1, max_value=900, places=3)
courses = st.lists(amounts, min_size=3, max_size=7)


@st.composite
def prints(draw: st.DrawFn, value: Decimal) -> str:
    """One of the ways in which a source may truly print an amount."""
    places = draw(st.integers(0, 2))
    unit = Decimal(1).scaleb(-places)
    plain, less, more = (
        value.quantize(unit, rounding) for rounding in (ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING)
    )
    wordings = [f"{plain}", f"{plain}", f"about {more + 5}", f"under {more + unit}"]
    wordings += [f"at least {less}", f"{less}..{more + unit}"]
    return draw(st.sampled_from(wordings))


def years(course: Sequence[Decimal], data: st.DataObject) -> tuple[Statement, ...]:
    """Each year's figure, in some true print."""
    return tuple(
        says(data.draw(prints(value)), period=str(FIRST + at)) for at, value in enumerate(course)
    )


def about_all(course: Sequence[Decimal]) -> str:
    return f"{FIRST}/{FIRST + len(course) - 1}"


@FEW
@given(data=st.data())
def test_no_true_word_on_a_course_is_flagged(data: st.DataObject) -> None:
    course = data.draw(courses)
    values = years(course, data)
    peak, trough = (FIRST + course.index(end) for end in (max(course), min(course)))
    way, change = ("rise", course[-1] - course[0])
    if change < 0:
        way, change = "fall", -change
    direction = "rising" if way == "rise" else "falling"
    if list(course) == sorted(course, reverse=way == "fall"):
        direction = f"{direction}-steadily"

    trend = named(direction, tells="direction", answer_in_words=direction.replace("-", " "),
                  fact="trend", period=Period.read(about_all(course)))  # fmt: skip
    stated = {
        "peak-not-highest": [
            dated(str(peak), fact="peak", tells="highest"),
            dated(str(trough), fact="trough", tells="lowest"),
        ],
        "trend-not-borne-out": [trend],
        "stated-change": [
            says(data.draw(prints(change)), tells=way, fact=way, period=about_all(course))
        ],
    }

    for code, told in stated.items():
        assert judged(code, stated=tuple(told), values=values) == []


@FEW
@given(course=courses, wrong=st.integers(0, 6))
def test_a_year_that_is_not_the_highest_is_found(course: list[Decimal], wrong: int) -> None:
    values = tuple(says(str(value), period=str(FIRST + at)) for at, value in enumerate(course))
    named_year = course[wrong % len(course)]
    peak = dated(str(FIRST + wrong % len(course)), fact="peak", tells="highest")

    found = judged("peak-not-highest", stated=(peak,), values=values)

    # Thousandths are printed: what is larger by one of them is larger for certain.
    assert len(found) == sum(value > named_year + Decimal("0.001") for value in course)


@FEW
@given(data=st.data())
def test_a_balance_is_flagged_where_no_reading_of_its_figures_makes_it_up(
    data: st.DataObject,
) -> None:
    parts = data.draw(st.lists(amounts, min_size=2, max_size=4))
    true = data.draw(prints(sum(parts, start=Decimal(0))))
    wrong = data.draw(st.decimals(min_value=1, max_value=4000, places=1))
    told = tuple(
        says(str(part.quantize(Decimal("0.1"))), fact=f"part {at}", period="")
        for at, part in enumerate(parts)
    )
    reach = Decimal("0.05") * len(parts)
    together = sum((Decimal(part.reading) for part in told), start=Decimal(0))
    makes_up = Span(together - reach, together + reach)
    printed = Span(wrong - Decimal("0.05"), wrong + Decimal("0.05"))

    for whole, is_wrong in ((true, False), (f"{wrong}", not printed.meets(makes_up))):
        found = judged("stated-balance", whole=(says(whole, fact="before", period=""),), parts=told)

        assert bool(found) == is_wrong


@FEW
@given(data=st.data())
def test_ranks_are_flagged_where_the_figures_stand_the_other_way(data: st.DataObject) -> None:
    more, less = sorted((data.draw(amounts), data.draw(amounts)), reverse=True)
    first, second = (data.draw(prints(value)) for value in (more, less))
    rank = {"kind": "rank", "unit": "rank"}

    def found(upper: str, lower: str) -> int:
        return len(
            judged(
                "rank-against-values",
                upper_rank=(counted("2", fact="rank 1", **rank),),
                upper_value=(says(upper, fact="value 1"),),
                lower_rank=(counted("3", fact="rank 2", **rank),),
                lower_value=(says(lower, fact="value 2"),),
            )
        )

    assert found(first, second) == 0
    assert found(f"{less}", f"{more}") == (more > less + Decimal("0.001"))


@FEW
@given(ordered=st.integers(1, 40), delivered=st.integers(1, 40))
def test_more_boats_than_were_ordered_are_found_and_no_fewer(ordered: int, delivered: int) -> None:
    for order, came, is_wrong in (
        (f"{ordered}", f"{delivered}", delivered > ordered),
        (f"at least {ordered}", f"{delivered}", False),
        (f"over {ordered}", f"about {delivered}", False),
        (f"{ordered}", f"at least {delivered}", delivered > ordered),
    ):
        found = judged(
            "more-delivered-than-ordered",
            ordered=(counted(order, fact="ordered"),),
            delivered=(counted(came, fact="delivered"),),
        )

        assert bool(found) == is_wrong


@FEW
@given(
    begin=st.dates(date(1950, 1, 1), date(2000, 1, 1)),
    days=st.integers(400, 20_000),
    precision=st.sampled_from((4, 7, 10)),
    until=st.sampled_from((4, 7, 10)),
    wrong=st.integers(3, 30),
)
def test_a_length_is_flagged_where_no_way_of_counting_gives_it(
    begin: date, days: int, precision: int, until: int, wrong: int
) -> None:
    end = begin + timedelta(days=days)
    whole_years = end.year - begin.year - ((end.month, end.day) < (begin.month, begin.day))

    def found(reading: str) -> int:
        return len(
            judged(
                "length-against-dates",
                lengths=(says(reading, unit="years", fact="length", period=""),),
                begins=(dated(f"{begin}"[:precision], fact="begin"),),
                ends=(dated(f"{end}"[:until], fact="end"),),
            )
        )

    for true in (whole_years, end.year - begin.year, whole_years + 1):
        assert found(f"{true}") == 0
    assert found(f"about {whole_years}") == 0
    assert found(f"{whole_years + wrong + 2}") == 1


HOLDERS = "abcdefgh"


@FEW
@given(data=st.data())
def test_an_office_is_held_by_one_at_a_time_however_terms_and_days_are_printed(
    data: st.DataObject,
) -> None:
    days = st.dates(date(1950, 1, 1), date(2020, 12, 31))
    turns = sorted(data.draw(st.sets(days, min_size=3, max_size=8)))
    terms = list(pairwise(turns))
    precisions = st.sampled_from((4, 7, 10))

    def held(holder: int, period: str) -> Statement:
        return named(HOLDERS[holder], fact=f"chair {period}", period=Period.read(period))

    def of_term(holder: int) -> Statement:
        first, last = (f"{day}"[: data.draw(precisions)] for day in terms[holder])
        return held(holder, f"{first}/{last}")

    def on_a_day(holder: int) -> Statement:
        first, last = terms[holder]
        day = data.draw(st.dates(first, last - timedelta(days=1)))
        return held(holder, f"{day}"[: data.draw(precisions)])

    who = st.integers(0, len(terms) - 1)
    one, other = of_term(data.draw(who)), data.draw(who)
    within = data.draw(st.dates(*terms[other]))
    slip = held(other - 1 if other else len(terms), f"{within}"[: data.draw(precisions)])
    is_plain = terms[other][0].year < within.year < terms[other][1].year

    for told in (of_term(other), on_a_day(other)):
        assert judged("held-by-two", term=(one,), moment=(told,)) == []
    assert len(judged("held-by-two", term=(of_term(other),), moment=(slip,))) == is_plain
