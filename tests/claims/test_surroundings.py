"""What stands around a value in running text, and what of it tells what is counted."""

from __future__ import annotations

import pytest

from apps.claims.surroundings import Surroundings
from apps.domain.grammar import Suggestion
from apps.entities.naming_words import models_in
from apps.sources.models import Text


@pytest.mark.parametrize(
    ("after", "counted"),
    [
        (" fighter aircraft from Norland", " fighter aircraft"),
        (", 687 tanks and 21 ships", ""),
        (" of the trade with Karovia", " of the trade"),
        (" T-90 tanks", " T-90 tanks"),
    ],
)
def test_the_nouns_behind_a_figure_tell_what_it_counts(after: str, counted: str) -> None:
    value = Suggestion(0, 3, "quantity", reading="316", unit="count")

    around = Surroundings(Text(), 0, "It received ", "316", after, f"It received 316{after}", value)

    assert around.counted == counted


def test_a_date_counts_nothing() -> None:
    value = Suggestion(0, 4, "date", period="2014")

    around = Surroundings(Text(), 0, "In ", "2014", " two ships came", "", value)

    assert around.counted == ""


def test_machines_are_known_by_letters_and_number_together() -> None:
    assert models_in("6 Su-27 planes, T-90S tanks and Mi 8") == {"su27", "t90s", "mi8"}
    assert models_in("on 27 May 1993, vol. 3") == {"may1993"}
