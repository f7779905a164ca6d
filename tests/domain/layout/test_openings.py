"""A line's first characters open a list item, a caption or a byline, or do so only by chance."""

from __future__ import annotations

import pytest

from apps.domain.layout.lines import split_lines
from apps.domain.layout.openings import (
    RULE,
    Opening,
    inner_origin,
    opening_of,
    openings_of,
    successors,
)
from tests.domain.layout.drawing import blocks_of


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("## The wheel", Opening("hash", 3, "##")),
        ("- flour", Opening("bullet", 2)),
        ("•\tbran", Opening("bullet", 2)),
        ("12. The book.", Opening("number", 4, "12.", 12)),
        ("(3) bread", Opening("number", 4, "(3)", 3)),
        ("[4] Bee, A.", Opening("number", 4, "[4]", 4)),
        ("b) bran", Opening("number", 3, "b)", 2)),
        ("[^5]: The note.", Opening("number", 6, "[^5]", 5)),
        ("Table 6. Flour", Opening("caption", 0, "Table 6")),
        ("Рис. 2. Мельница", Opening("caption", 0, "Рис. 2")),
        ("Sources: the book", Opening("origin")),
        ("By Ann Bee and Carl Dee, Hilltown", Opening("byline")),
    ],
)
def test_a_mark_is_known_by_its_form(line: str, opening: Opening) -> None:
    assert opening_of(line) == opening


@pytest.mark.parametrize(
    "line",
    [
        "-5 degrees",
        "*flour* and bran",
        "1994. That year",
        "3.5 tons",
        "Table 6 shows the flour.",
        "By the stream stood a mill.",
        "#1 of the series",
        "Sources of flour",
    ],
)
def test_words_that_only_look_like_a_mark_open_nothing(line: str) -> None:
    assert opening_of(line) == Opening()


@pytest.mark.parametrize("line", ["* * *", "-----", "=====", "⁂", "_ _ _"])
def test_a_line_of_signs_is_a_rule(line: str) -> None:
    assert RULE.match(line)


def test_a_number_inside_a_chunk_counts_only_beside_its_neighbour() -> None:
    alone = split_lines("He lived in house\n12. It was old.\n")
    listed = split_lines("He had:\n1. flour\n2. bran\n")

    assert [opening.mark for opening in openings_of(alone)] == ["", ""]
    assert [opening.mark for opening in openings_of(listed)] == ["", "number", "number"]


def test_numbers_of_two_styles_do_not_follow_each_other() -> None:
    assert successors(opening_of("1. a"), opening_of("2. b"))
    assert successors(opening_of("b) flour"), opening_of("c) bran"))
    assert not successors(opening_of("1. a"), opening_of("(2) b"))
    assert not successors(opening_of("a) flour"), opening_of("2) bran"))


def test_an_origin_inside_a_caption_line_is_found() -> None:
    line = "Chart 1. Flour Source: the book"

    assert line[inner_origin(line) :] == "Source: the book"
    assert inner_origin("Chart 1. Flour") is None


def test_a_dash_that_begins_a_wrapped_line_opens_no_item() -> None:
    text = (
        "The mill stood by the stream that ran from the hills in the Mill Valley\n"
        "- Hill Valley region, as the people there called it in those old years.\n"
    )

    assert len(blocks_of(text)) == 1


def test_items_that_follow_each_other_need_no_full_stop() -> None:
    text = "He sold:\n- flour\n- bran that he kept\n  in the loft\n- bread\n"

    assert blocks_of(text) == [
        "paragraph: He sold:",
        "list_item: flour",
        "list_item: bran that he kept in the loft",
        "list_item: bread",
    ]
