"""Figures as they are set."""

from __future__ import annotations

import pytest

from tests.contradictions.printing import found, printed, quotes

pytestmark = pytest.mark.django_db
RULE = "figure-formatting"


@pytest.mark.parametrize(
    ("words", "printed_so"),
    [
        ("They sent 1 332 tractors and 1,357 guns.", ["1 332", "1,357"]),
        ("They sent two frigates of the 116,61E project.", ["116,61E"]),
        ("They sent six boats (10,412 project).", ["10,412"]),
        ("They sent 2O14 guns.", ["2O14"]),
    ],
)
def test_flags_what_is_set_unlike_the_rest(words: str, printed_so: list[str]) -> None:
    printed(words)

    [case] = found(RULE)

    assert (case.severity, quotes(case)) == ("note", printed_so)


@pytest.mark.parametrize(
    "words",
    [
        "They sent 1,332 tractors and 1,357 guns.",
        "They sent 1 332 tractors.\n\nThen they sent 1,357 guns.",
        "In 2012 332 tractors came, and 1,357 guns.",
        "See Table 5 100 times, and 1,357 guns.",
        "They sent Su-30 100 times, and 1,357 guns, in 1964-1 965.",
        "They sent 10,5 tonnes, 16.5 E and 100E.",
        "They weighed 1,200 project plans (10,412 project days in all).",
        "They sent the S-300PMU1 and the 1241RE.",
    ],
)
def test_quiet_when_figures_are_set_alike_or_are_names(words: str) -> None:
    printed(words)

    assert found(RULE) == []
