"""A stated change that the two ends do not give, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, says, share


def fell(reading: str, **fields: Any) -> Statement:
    fields = {"unit": "pp", "period": "2002/2021", "fact": "fall", "tells": "fall", **fields}
    return says(reading, topic="fall of the share", **fields)


def found(stated: Statement, *values: Statement) -> list[Finding]:
    return judged("stated-change", stated=(stated,), values=values)


def shared(reading: str, period: str) -> Statement:
    return share(reading, period=period, fact=f"supplier-share|{period}")


EARLY, LATE = shared("26.2", "2002/2006"), shared("18.6", "2017/2021")


def test_flags_nine_points_between_26_2_and_18_6() -> None:
    [finding] = found(fell("9.0"), EARLY, LATE)

    assert finding.gap_in_words == "at least 1.25 percentage points"
    assert finding.says == (
        "Almanac gives 9.0 for the fall of the share; from 26.2 (Almanac, 2002–2006) to 18.6 "
        "(Almanac, 2017–2021) it is 7.5 to 7.7 percentage points."
    )


def test_flags_a_growth_in_per_cent() -> None:
    rose = fell("50", unit="%", tells="rise", period="2014/2015", non_negative=False)

    [finding] = found(rose, says("100", period="2014"), says("128", period="2015"))

    assert finding.gap_in_words.startswith("at least 20.354")


@pytest.mark.parametrize(
    ("stated", "values"),
    [
        (fell("7.6"), (EARLY, LATE)),
        (fell("about 9"), (EARLY, LATE)),
        (fell("9.0"), (EARLY,)),
        (fell("9.0"), (EARLY, shared("18.6", "2021"))),
        (fell("9.0"), (EARLY, LATE, shared("30", "2002"), shared("21", "2021"))),
        (fell("9.0", period="2002/.."), (EARLY, LATE)),
    ],
)
def test_quiet_when_some_two_ends_give_the_change(
    stated: Statement, values: tuple[Statement, ...]
) -> None:
    #   26.2 − 18.6 = 7.6
    assert found(stated, *values) == []
