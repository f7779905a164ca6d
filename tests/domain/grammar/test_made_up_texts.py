"""How well the grammar reads texts of many genres, measured against marks set by hand."""

from __future__ import annotations

import pytest

from apps.domain.grammar import Kind, suggest
from tests.domain.grammar.made_up import TABLE, TEXTS
from tests.domain.grammar.made_up_articles import ARTICLES
from tests.domain.grammar.made_up_articles import TABLE as REGIONS
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


@pytest.mark.parametrize("kind", ["mention", "quantity", "date"])
def test_articles_are_read_as_well_as_short_texts(kind: Kind) -> None:
    score = scores([*ARTICLES.values(), REGIONS])[kind]

    assert score.precision >= 0.95, score
    assert score.recall >= 0.95, score
    assert score.normal_form >= 0.95, score


def test_figures_of_articles_speak_of_the_time_that_a_reader_gives_them() -> None:
    score = scores([*ARTICLES.values(), REGIONS])["quantity"]

    assert score.timed == 170
    assert score.right_period >= 0.88, score


def test_the_works_that_notes_cite_have_no_dates_of_their_own() -> None:
    score = scores([ARTICLES["notes"]])

    assert (score["date"].proposed, score["quantity"].proposed) == (0, 0)


def test_a_name_that_is_also_a_word_is_known_by_where_it_stands_alone() -> None:
    text = "Turkey meanwhile bought rockets. Sellers met in Turkey, Greece and Malta."

    found = [text[one.start : one.end] for one in suggest(text) if one.kind == "mention"]

    assert found == ["Turkey", "Turkey", "Greece", "Malta"]
