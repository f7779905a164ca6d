"""A stretch of days in words."""

from __future__ import annotations

import pytest

from apps.domain.periods import Period
from apps.domain.stretches import days_in_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2016", "2016"),
        ("2001-03", "March 2001"),
        ("2001-03-01", "1 March 2001"),
        ("2007/2008", "2007–2008"),
        ("../2016", "until 31 December 2016"),
        ("2001-02-28/2001-03-02", str(Period.read("2001-02-28/2001-03-02"))),
    ],
)
def test_days_are_told_in_the_fewest_words(period: str, words: str) -> None:
    assert days_in_words(Period.read(period).span) == words
