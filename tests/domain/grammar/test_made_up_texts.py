"""How well the grammar reads texts of many genres, measured against marks set by hand."""

from __future__ import annotations

import pytest

from apps.domain.grammar import Kind
from tests.domain.grammar.made_up import TABLE, TEXTS
from tests.domain.grammar.scoring import scores, together


@pytest.mark.parametrize("kind", ["mention", "quantity", "date"])
def test_nine_in_ten_proposals_are_right_and_as_many_are_found(kind: Kind) -> None:
    score = scores([*TEXTS.values(), TABLE])[kind]

    assert score.precision >= 0.95, score
    assert score.recall >= 0.95, score
    assert score.normal_form >= 0.90, score


@pytest.mark.parametrize("genre", TEXTS)
def test_no_genre_falls_behind(genre: str) -> None:
    score = together(scores([TEXTS[genre]]).values())

    assert score.precision >= 0.85, score
    assert score.recall >= 0.85, score


def test_the_cells_of_a_table_take_unit_and_period_from_caption_and_heads() -> None:
    score = scores([TABLE])["quantity"]

    assert (score.precision, score.recall, score.normal_form) == (1.0, 1.0, 1.0)
