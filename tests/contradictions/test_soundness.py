"""What is true, however it is printed, is never flagged; what is wrong is, where print allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.contradictions.detection import find
from apps.domain.spans import Span
from tests.world import World

Cell = tuple[str, str, int]
SUBJECTS = {
    "karovia": ["karovia"],
    "tresia": ["tresia"],
    "marches": ["karovia", "tresia"],
    "world": ["karovia", "tresia", "ostrava-isles"],
}
SUPPLIERS = {
    "norland": ["norland"],
    "sudland": ["sudland"],
    "league": ["norland", "sudland"],
    "westland": ["westland"],
    "ALL": ["norland", "sudland", "westland", "whoever else"],
}
YEARS = range(2012, 2016)
PERIODS = {
    "2012": [2012],
    "2013": [2013],
    "2014": [2014],
    "2015": [2015],
    "2012/2013": [2012, 2013],
    "2013/2014": [2013, 2014],
    "2014/2015": [2014, 2015],
    "2012/2015": list(YEARS),
    "2012-01/2015-12": list(YEARS),
}
CELLS = [
    (subject, supplier, year)
    for subject in SUBJECTS["world"]
    for supplier in SUPPLIERS["ALL"]
    for year in YEARS
]
SLACK = settings(
    max_examples=16,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Truth:
    """What every country really imported from each supplier in each year, in million USD."""

    cells: Mapping[Cell, Decimal]

    def imports(self, subject: str, supplier: str, period: str) -> Decimal:
        return sum(
            (
                self.cells[place, seller, year]
                for place in SUBJECTS[subject]
                for seller in SUPPLIERS[supplier]
                for year in PERIODS[period]
            ),
            start=Decimal(0),
        )


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    amounts = st.decimals(min_value=0, max_value=900, places=3)
    drawn = draw(st.lists(amounts, min_size=len(CELLS), max_size=len(CELLS)))
    return Truth(dict(zip(CELLS, drawn, strict=True)))


def cut(value: Decimal, places: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding)


@st.composite
def prints(draw: st.DrawFn, value: Decimal) -> dict[str, str]:
    """One of the many ways in which a source may truly print an amount in million USD."""
    places = draw(st.integers(0, 2))
    plain, less = cut(value, places), cut(value, places, ROUND_FLOOR)
    more = cut(value, places, ROUND_CEILING)
    unit = Decimal(1).scaleb(-places)
    wordings = [
        f"{plain}",
        f"{plain} estimated",
        f"about {more + 7}",
        f"nearly {more + unit}",
        f"under {more + unit}",
        f"at most {more}",
        f"at least {less}",
        f"{less}..{more + unit}",
        f"{plain} or {plain * 1000 + 1}",
    ]
    if less >= unit:
        wordings.append(f"over {less - unit}")
    reading = draw(st.sampled_from(wordings))
    if draw(st.booleans()):
        return {"reading": reading, "unit": "USD mln"}
    return {"reading": f"{cut(value / 1000, places + 1)}", "unit": "USD bln"}


@st.composite
def true_imports(draw: st.DrawFn, truth: Truth) -> dict[str, Any]:
    subject = draw(st.sampled_from([*SUBJECTS, "karovia", "karovia"]))
    supplier = draw(st.sampled_from(list(SUPPLIERS)))
    period = draw(st.sampled_from(list(PERIODS)))
    printed = draw(prints(truth.imports(subject, supplier, period)))
    return {"subject": subject, "roles": {"supplier": supplier}, "period": period, **printed}


@st.composite
def true_shares(draw: st.DrawFn, truth: Truth) -> dict[str, Any]:
    supplier = draw(st.sampled_from(list(SUPPLIERS)))
    period = draw(st.sampled_from(list(PERIODS)))
    whole = truth.imports("karovia", "ALL", period)
    value = truth.imports("karovia", supplier, period) * 100 / whole if whole else Decimal(0)
    return {
        "measure": "supplier-share",
        "roles": {"supplier": supplier},
        "period": period,
        "reading": f"{cut(value, draw(st.integers(0, 2)))}",
        "unit": "%",
        "basis": "tiv",
    }


@SLACK
@given(data=st.data())
def test_nothing_true_is_ever_flagged(world: World, data: st.DataObject) -> None:
    truth = data.draw(truths())
    kinds = st.one_of(true_imports(truth), true_imports(truth), true_shares(truth))
    printed = data.draw(st.lists(kinds, min_size=5, max_size=25))

    with transaction.atomic():
        world.record(*(world.draft(fields.pop("reading"), **fields) for fields in printed))

        assert [finding.says for finding in find()] == []
        transaction.set_rollback(True)


@SLACK
@given(data=st.data())
def test_one_error_is_found_wherever_the_printed_digits_allow(
    world: World, data: st.DataObject
) -> None:
    #   the error is printed for the years 2012 to 2015, from all; beside it stands one of
    #   the same again · all four years · one supplier · all suppliers as a share
    truth = data.draw(truths())
    wrong = data.draw(st.decimals(min_value=0, max_value=5000, places=1))
    witness = data.draw(st.sampled_from(["again", "years", "supplier"]))
    slots = {"again": [("ALL", "2012-01/2015-12")], "years": [("ALL", str(y)) for y in YEARS]}
    places = slots.get(witness, [("norland", "2012/2015")])
    amounts = [cut(truth.imports("karovia", *place), 1) for place in places]

    with transaction.atomic():
        error = world.draft(f"{wrong}", roles={"supplier": "ALL"}, period="2012/2015")
        world.record(
            error,
            *(
                world.draft(f"{amount}", roles={"supplier": supplier}, period=period)
                for amount, (supplier, period) in zip(amounts, places, strict=True)
            ),
        )

        reach = Decimal("0.05") * len(places)
        printed = Span(wrong - Decimal("0.05"), wrong + Decimal("0.05"))
        others = Span(sum(amounts) - reach, sum(amounts) + reach)
        is_wrong = (
            printed.ends_before(others) if witness == "supplier" else not printed.meets(others)
        )
        blamed = [part.statement.key for finding in find() for part in finding.parts]
        assert (error.key in blamed) == is_wrong
        transaction.set_rollback(True)
