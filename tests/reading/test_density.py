"""The bar of marks."""

from __future__ import annotations

from apps.reading.density import density


def test_bars_stand_where_the_marks_are() -> None:
    picture = density(1_000, marks=[(5, 3), (8, 1), (990, 1)], contradicted=[990, 991])

    assert [(bar.x, bar.height) for bar in picture.bars] == [("0%", 18), ("99%", 5)]
    assert picture.contradicted == ("99%",)
    assert picture.words == (
        "Where the marks are in this text; they are densest 0 % of the way through. "
        "In one place contradicts another claim."
    )


def test_an_unmarked_text_says_so() -> None:
    assert density(0, marks=[], contradicted=[]).words == "Nothing is marked in this text."
