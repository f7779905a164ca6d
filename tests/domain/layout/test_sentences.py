"""Whether a sentence is over decides what is joined, so its end must be known in every dress."""

from __future__ import annotations

import pytest

from apps.domain.layout.sentences import abbreviated, dangling, finished, starts_low, word_count


@pytest.mark.parametrize(
    "text",
    [
        "It turned.",
        "Did it turn?",
        "“It turned.”",
        "(It turned.)",
        "of the hills (de facto).1",
        "of the hills.”12",
        "It was *The Mill.*",
        "three things:",
        "它停了。",
        "هل توقفت؟",
        "see https://mill.org/" + "a" * 200,
        "see <https://mill.org/a_b>",
        "E-mail: bee@mill.org",
    ],
)
def test_a_text_is_over(text: str) -> None:
    assert finished(text)


@pytest.mark.parametrize(
    "text", ["It turned and", "the mill (see Table 1)", "in the year 2001", ""]
)
def test_a_text_is_not_over(text: str) -> None:
    assert not finished(text)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("and so on", True),
        ("“engaged” mills", True),
        ("(and so on)", True),
        ("The mill", False),
        ("2001 was", False),
        ("(a) the mill", False),
        ("https://mill.org", False),
        ("磨坊", False),
        ("", False),
    ],
)
def test_only_a_small_first_letter_cannot_begin_a_sentence(text: str, low: bool) -> None:
    assert starts_low(text) is low


def test_some_last_words_ask_for_another() -> None:
    assert dangling("the wheel of the")
    assert dangling("Although")
    assert not dangling("the old mill")
    assert not dangling("")


def test_the_point_of_an_abbreviation_is_no_full_stop() -> None:
    assert abbreviated("a firm from the U.S.")
    assert abbreviated("flour, bran, etc.")
    assert not abbreviated("It turned.")


def test_words_are_counted_and_two_chinese_characters_make_one() -> None:
    assert word_count("The mill – 12 t.") == 4
    assert word_count("磨坊的故") == 3
