"""Every offset in the layout comes from its line, so lines must know exactly where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apps.domain.layout.lines import chunks, split_lines


@given(st.text(st.sampled_from("ab \t\n\r\f\v\x85\u2028\ufeff\u200b磨"), max_size=40))
def test_lines_cover_the_text_and_know_their_words(text: str) -> None:
    lines = split_lines(text)

    assert "".join(text[line.outer_start : line.outer_end] for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert all(line.outer_start <= line.start <= line.outer_end for line in lines)


def test_a_line_knows_its_indent_and_whether_a_blank_follows_its_words() -> None:
    first, second = split_lines("  set in \nnot set in\n")

    assert (first.text, first.indent, first.flows) == ("set in", 2, True)
    assert (second.text, second.indent, second.flows) == ("not set in", 0, False)


def test_chinese_characters_are_two_places_wide() -> None:
    (line,) = split_lines("磨坊 ab")

    assert line.width == 7


def test_blank_lines_and_page_ends_part_chunks() -> None:
    lines = split_lines("a\nb\n\nc\f\nd\n")

    assert [[line.text for line in chunk] for chunk in chunks(lines)] == [["a", "b"], ["c"], ["d"]]
