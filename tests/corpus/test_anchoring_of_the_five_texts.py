"""Real passages of the five texts survive edits, and none of them lands on wrong words."""

from __future__ import annotations

import random

import pytest

from tests.corpus.five_texts import NEEDS_THE_TEXTS, SOURCES, content_of
from tests.trials import Tally, passages_of, trial

pytestmark = NEEDS_THE_TEXTS


def tried(kind: str) -> Tally:
    """The trial of one kind over all five texts."""
    tally = Tally()
    for source in SOURCES:
        tally += trial(content_of(source), passages_of(source), kind, random.Random(7))
    return tally


@pytest.mark.parametrize("kind", ["passage deleted", "surroundings deleted"])
def test_at_most_one_deleted_passage_in_a_hundred_is_taken_elsewhere(kind: str) -> None:
    tally = tried(kind)

    assert tally.touched >= 250
    assert tally.false * 100 <= tally.touched
    assert tally.false_beside == 0


def test_corrected_digits_are_sent_to_review() -> None:
    tally = tried("digit corrected")

    assert tally.touched >= 150
    assert tally.reviewed * 100 >= tally.touched * 99
    assert tally.lost == 0


@pytest.mark.parametrize(
    ("kind", "most_lost_in_a_thousand"),
    [("1 % noise", 20), ("3 % noise", 70), ("paragraphs moved", 10), ("lines broken anew", 2)],
)
def test_nothing_lands_on_wrong_words_and_little_is_lost(
    kind: str, most_lost_in_a_thousand: int
) -> None:
    tally = tried(kind)

    assert tally.untouched >= 2_500
    assert tally.false_beside == 0
    assert tally.lost * 1_000 <= tally.untouched * most_lost_in_a_thousand
