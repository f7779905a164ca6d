"""Headings make the outline of the reader, so a heading missed or made up misleads everyone."""

from __future__ import annotations

import pytest

from apps.domain.layout import read_layout, shown
from tests.domain.layout.drawing import blocks_of

PROSE = "The mill stood by the stream, and its wheel turned on every day of the year.\n\n"


def outline(text: str) -> list[tuple[int, str]]:
    return [
        (block.level, shown(text, block)) for block in read_layout(text) if block.kind == "heading"
    ]


def test_the_longest_line_of_a_front_is_the_title_and_people_are_not() -> None:
    text = (
        "HILL REVIEW 2001\n\nAnn Maria Bee\n\nThe Mill on the Hill and Its Wheel\n\n"
        "Institute of Mills, Hill University\n\nbee@hill.edu\n\nAbstract\n\n" + PROSE
    )

    assert outline(text) == [(1, "The Mill on the Hill and Its Wheel"), (2, "Abstract")]
    assert "paragraph: Ann Maria Bee" in blocks_of(text)


def test_bold_type_in_a_front_is_the_title_even_if_it_is_short() -> None:
    text = f"**THE MILL**\n\nDoctor Ann Maria Bee of Hilltown in the Valley\n\nABSTRACT\n\n{PROSE}"

    assert outline(text) == [(1, "THE MILL"), (2, "ABSTRACT")]


def test_a_translated_title_stands_below_the_title() -> None:
    text = (
        f"The Mill and Its Wheel\n\nAbstract. {PROSE}"
        "Анна Би\n\nМельница на холме и её колесо\n\nАннотация. Мельница стояла у реки.\n\n"
    )

    assert outline(text) == [(1, "The Mill and Its Wheel"), (2, "Мельница на холме и её колесо")]


def test_a_text_that_begins_with_prose_has_no_title() -> None:
    assert outline(f"Abstract. {PROSE}{PROSE}") == []


def test_customary_names_numbers_and_capitals_mark_sections() -> None:
    text = "\n\n".join(
        f"{heading}\n\n{PROSE.strip()}"
        for heading in ("Introduction", "2. The wheel", "2.1 Its wood", "THE STREAM", "Chapter IV")
    )

    assert outline(text) == [
        (2, "Introduction"),
        (2, "2. The wheel"),
        (3, "2.1 Its wood"),
        (2, "THE STREAM"),
        (2, "Chapter IV"),
    ]


def test_a_short_line_between_finished_prose_and_prose_is_a_heading() -> None:
    assert outline(f"{PROSE}The Miller and His Sons\n\n{PROSE}") == [(2, "The Miller and His Sons")]


@pytest.mark.parametrize(
    "line",
    [
        "He left.",
        "Keywords: mill, stream, wheel",
        "http://mill.org/about the mill",
        "and then he left",
        "Received: May 12, 2001",
        "- a point of his",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    assert outline(f"{PROSE}{line}\n\n{PROSE}") == []


def test_a_short_line_at_the_end_heads_nothing() -> None:
    assert outline(f"{PROSE}Translated by Carl Dee\n") == []


def test_many_short_lines_in_a_row_are_no_headings() -> None:
    lines = "Flour of the mill\n\nBran of the mill\n\nBread of the town\n\nBeer of the town\n\n"

    assert outline(f"{PROSE}{lines}{PROSE}") == []


def test_where_headings_carry_marks_no_other_line_is_one() -> None:
    text = f"# The Mill\n\n{PROSE}A short line\n\n{PROSE}## The Wheel\n\n{PROSE}"

    assert outline(text) == [(1, "The Mill"), (2, "The Wheel")]


def test_a_heading_right_below_another_lies_deeper_and_so_do_its_sisters() -> None:
    text = (
        f"{PROSE}The mill in the first years\n\nThe wheel of wood\n\n{PROSE}"
        f"The wheel of iron\n\n{PROSE}The mill in later years\n\nThe dam\n\n{PROSE}"
    )

    assert outline(text) == [
        (2, "The mill in the first years"),
        (3, "The wheel of wood"),
        (3, "The wheel of iron"),
        (2, "The mill in later years"),
        (3, "The dam"),
    ]


def test_unmarked_headings_lie_below_numbered_ones() -> None:
    text = f"1. Results\n\nThe wheel of wood\n\n{PROSE}The dam\n\n{PROSE}2. Discussion\n\n{PROSE}"

    assert outline(text) == [
        (2, "1. Results"),
        (3, "The wheel of wood"),
        (3, "The dam"),
        (2, "2. Discussion"),
    ]


def test_a_full_stop_does_not_hide_a_heading_whose_words_the_next_one_takes_up() -> None:
    text = f"{PROSE}The old mill and the new dam.\n\nThe old mill\n\n{PROSE}"

    assert outline(text) == [(2, "The old mill and the new dam."), (3, "The old mill")]


def test_a_short_sentence_above_a_heading_stays_a_sentence() -> None:
    assert outline(f"{PROSE}He never came back.\n\nThe Miller's Sons\n\n{PROSE}") == [
        (2, "The Miller's Sons")
    ]


def test_a_short_numbered_line_is_a_heading_even_with_a_full_stop() -> None:
    text = f"{PROSE}0. The Wheel.\n\n{PROSE}1. The Dam.\n\n{PROSE}"

    assert outline(text) == [(2, "0. The Wheel."), (2, "1. The Dam.")]


def test_only_a_full_stop_hides_a_heading() -> None:
    assert outline(f"{PROSE}Keywords: the old mill;\n\nThe old mill\n\n{PROSE}") == [
        (2, "The old mill")
    ]


def test_a_name_of_three_words_is_no_title() -> None:
    assert outline(f"Ann Maria Bee\n\nThe wheel\n\nAbstract. {PROSE}") == [(1, "The wheel")]


def test_short_lines_among_references_are_references() -> None:
    text = f"References\n\nBee, The Mill\n\nDee, C. (2001). The Wheel. {PROSE}"

    assert outline(text) == [(2, "References")]


TAIL = "The summit of that year showed how the towns had changed. " * 3
ARTICLE = f"The Mill on the Hill\nBy Ann Bee, Hilltown\n\nAbstract\n\n{PROSE * 9}"


def test_what_stands_above_a_title_with_its_byline_is_another_work() -> None:
    text = f"Conclusion\n\n{TAIL}\n\n{ARTICLE}"

    outside = [block.outside for block in read_layout(text)]

    assert outside == [True, True] + [False] * (len(outside) - 2)
    assert outline(text)[:2] == [(2, "Conclusion"), (1, "The Mill on the Hill")]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        f"Hill Review, May\n\n{ARTICLE}",
        f"{TAIL}\n\n{ARTICLE}{ARTICLE}",
        f"{TAIL * 9}\n\nThe Mill\nBy Ann Bee\n\n{PROSE}",
    ],
    ids=["nothing above", "no prose above", "two works", "more above than below"],
)
def test_without_the_tail_of_a_work_above_nothing_is_outside(text: str) -> None:
    assert not any(block.outside for block in read_layout(text))


def test_a_rule_below_a_line_makes_it_a_heading() -> None:
    body = "The mill stood by the stream for two hundred years and nobody asked why."
    text = f"Mill\n====\n\n{body}\n\nWheel\n-----\n{body}\n\nRace\n~~~~\n\n{body}\n"

    assert [line for line in blocks_of(text) if line.startswith("heading")] == [
        "heading 1: Mill",
        "heading 2: Wheel",
        "heading 3: Race",
    ]


def test_a_rule_below_a_paragraph_only_parts_it_from_the_next() -> None:
    assert blocks_of("The mill stood still.\n-----\nNobody knew why.\n") == [
        "paragraph: The mill stood still.",
        "paragraph: Nobody knew why.",
    ]
