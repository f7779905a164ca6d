"""Notation goes, and nothing but notation: a figure with a stray sign would be another figure."""

from __future__ import annotations

import pytest

from tests.domain.layout.drawing import blocks_of


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        (r"worth \$ 300 or US\$2", "worth $ 300 or US$2"),
        (r"two \\ strokes and \*one star\*", r"two \ strokes and *one star*"),
        (r"C:\mill", r"C:\mill"),
        ("by *the* stream, **every** day, ***always***", "by the stream, every day, always"),
        ("(*the mill*) and *Review*(50)", "(the mill) and Review(50)"),
        ("5*3 and 2 * 4 * 6", "5*3 and 2 * 4 * 6"),
        ("one *star alone", "one *star alone"),
        ("a snake_case_name", "a snake_case_name"),
        ("in _The Mill_ and __loud__, 2_000", "in The Mill and loud, 2_000"),
        ("https://mill.org/_loaf_/x", "https://mill.org/_loaf_/x"),
        ("see <https://mill.org/a_b?c=d#e>.", "see https://mill.org/a_b?c=d#e."),
        ("<20 (est.) and a<b>c", "<20 (est.) and a<b>c"),
        ("https://mill.org/loaf-77. html (seen)", "https://mill.org/loaf-77.html (seen)"),
        ("It was flour. html is no bread.", "It was flour. html is no bread."),
        ("a\u00a0mill  with\t wheels", "a\u00a0mill with\twheels"),
        ("soft\u00adly", "softly"),
    ],
)
def test_a_reader_sees_the_words_without_notation(text: str, visible: str) -> None:
    assert blocks_of(text) == [f"paragraph: {visible}"]


def test_emphasis_may_run_over_a_line_end() -> None:
    text = (
        "The story of the mill was first told in a book named *The Mill on\n"
        "the Hill*, which few people in the valley have ever read to its end.\n"
    )

    assert "named The Mill on the Hill, which" in blocks_of(text)[0]


def test_a_word_behind_emphasis_at_a_line_end_keeps_its_blank() -> None:
    text = (
        "The story of the mill was first told in a book named *The Mill*\n"
        "and few people in the valley have ever read that book to its end.\n"
    )

    assert "named The Mill and few" in blocks_of(text)[0]
