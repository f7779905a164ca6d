"""Sentences that a page break or a table cut in two must be whole again, and no others."""

from __future__ import annotations

import pytest

from tests.domain.layout.drawing import blocks_of

LONG = "The mill stood by the stream, and the miller was an old man who"


def test_a_sentence_cut_by_a_blank_line_goes_on_in_small_letters() -> None:
    assert blocks_of(f"{LONG}\n\nnever left it.\n") == [f"paragraph: {LONG} never left it."]


def test_a_quotation_may_open_before_the_small_letter() -> None:
    assert blocks_of(f"{LONG}\n\n“never” left it.\n") == [f"paragraph: {LONG} “never” left it."]


def test_a_word_cut_by_a_page_end_is_whole_again() -> None:
    text = "The mill stood by the stream, and the miller was an old gen-\n\ntleman.\n"

    (paragraph,) = blocks_of(text)

    assert paragraph.endswith("an old gentleman.")


@pytest.mark.parametrize("last", ["of the", "to", "Although", "which was one of"])
def test_a_last_word_that_asks_for_another_joins_even_a_name(last: str) -> None:
    text = f"The mill stood by the stream and turned all day. {last}\n\nMillers came by.\n"

    assert len(blocks_of(text)) == 1


def test_prose_that_stops_at_a_letter_goes_on_with_a_word_that_is_always_a_name() -> None:
    known = "It was there that old Bee met him, and young Bee too, when the wheel stood still."
    open_end = (
        "The mill stood by the stream. In those years the house belonged to a family from the "
        "hills, and everyone in the valley, rich or poor, knew the name of old miller"
    )

    shown = blocks_of(f"{known}\n\n{open_end}\n\nBee and his wife Ann.\n")

    assert shown[1].endswith("miller Bee and his wife Ann.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LONG} left.", "never again."),
        (f"{LONG} did three things:", "first, he left."),
        (f"{LONG} left, as was written in the book of the valley,", "Within a year he was back."),
        ("## The wheel of the mill that stood by the hill", "and turned all day."),
        ("The Wheel", "turned on all day long, and no one in the valley could stop it."),
        ("(a) The mill stood by the stream, and the miller", "(b) was an old man."),
    ],
)
def test_what_is_over_or_short_or_listed_stays_apart(first: str, second: str) -> None:
    assert len(blocks_of(f"{first}\n\n{second}\n")) == 2


def test_an_abbreviation_at_the_page_end_does_not_end_the_sentence() -> None:
    text = "The mill was sold to a firm from the U.S.\n\nand never turned again.\n"

    assert len(blocks_of(text)) == 1


def test_a_table_in_the_middle_of_a_sentence_stands_behind_its_paragraph() -> None:
    text = (
        f"{LONG}\n\nTable 1. Flour of the mill\n\nYear\tTons\n2001\t95\n2002\t97\n\n"
        "Source: the book.\n\nNote: no bran.\n\nnever left it.\n"
    )

    assert blocks_of(text) == [
        f"paragraph: {LONG} never left it.",
        "caption: Table 1. Flour of the mill",
        "table: Year\tTons\n2001\t95\n2002\t97",
        "origin: Source: the book.",
        "origin: Note: no bran.",
    ]


def test_a_page_number_between_two_halves_goes() -> None:
    middle = "never left the valley or the house in which he had been born and"

    assert blocks_of(f"{LONG}\n\n12\n\n{middle}\n\n13\n\ndied.\n") == [
        f"paragraph: {LONG} {middle} died."
    ]


def test_numbers_that_cut_no_sentence_are_chapters_and_stay() -> None:
    mill = "The mill stood by the stream that ran past the church."
    wheel = "The wheel turned on every day of the year, and so it was."

    shown = blocks_of(f"{mill}\n\n1\n\n{wheel}\n\n2\n\n{mill}\n")

    assert [block.rpartition(": ")[2] for block in shown] == [mill, "1", wheel, "2", mill]


def test_a_running_head_beside_form_feeds_goes_but_the_first_stays() -> None:
    page = "The Mill\n\nThe miller was old, and the wheel was older still than the man.\n\f"

    assert sum(block.endswith(": The Mill") for block in blocks_of(page * 4)) == 1


def test_a_source_line_repeated_under_every_table_stays() -> None:
    table = "Year\tTons\n2001\t95\n2002\t97\n\nSource: the book.\n\n"

    shown = blocks_of(f"{table}The mill stood.\n\n" * 4)

    assert shown.count("origin: Source: the book.") == 4


def test_an_entry_cut_before_its_address_takes_it_without_the_bullet() -> None:
    text = (
        "References\n\n- Bee, A. (2010). *The Mill*. Available at:\n\n- http://mill.org/x_1.html\n"
    )

    assert blocks_of(text)[1:] == [
        "reference: Bee, A. (2010). The Mill. Available at: http://mill.org/x_1.html"
    ]
