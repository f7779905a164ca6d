"""Lines must join as they were written, and a hyphen may only go if the line end brought it in."""

from __future__ import annotations

import pytest

from apps.domain.layout.lines import split_lines
from apps.domain.layout.seams import Seam, seam
from apps.domain.layout.words import words_of

NO_WORDS = words_of([])


def joined(before: str, after: str, *, elsewhere: str = "") -> str:
    how = seam(before, after, words_of(split_lines(elsewhere)))
    return before[: len(before) - how.cut] + how.glue + after


def test_two_words_are_joined_by_one_blank() -> None:
    assert seam("the mill", "stands", NO_WORDS) == Seam(0, " ")


def test_a_word_that_stands_elsewhere_in_one_piece_loses_its_hyphen() -> None:
    assert joined("in Mill-", "land's name", elsewhere="Millland is far.") == "in Millland's name"


def test_a_word_that_stands_elsewhere_with_its_hyphen_keeps_it() -> None:
    assert joined("a river-", "bank", elsewhere="the river-bank") == "a river-bank"


def test_the_hyphenated_form_wins_where_both_stand_elsewhere() -> None:
    assert joined("co-", "op", elsewhere="the co-op and the coop") == "co-op"


def test_halves_that_are_no_words_of_the_text_are_one_word() -> None:
    assert joined("the coop-", "eration", elsewhere="They work.") == "the cooperation"


def test_the_halves_of_a_cut_word_are_no_evidence_for_each_other() -> None:
    lines = "the coop-\neration of the coop-\neration"

    assert joined("the coop-", "eration", elsewhere=lines) == "the cooperation"


def test_two_whole_words_keep_the_hyphen_between_them() -> None:
    text = "The valley is deep; the mill is wide."

    assert joined("valley-", "wide", elsewhere=text) == "valley-wide"


def test_an_ending_that_makes_compounds_keeps_the_hyphen() -> None:
    assert joined("region-", "wide talks", elsewhere="the region") == "region-wide talks"


def test_a_half_that_makes_compounds_elsewhere_makes_one_here() -> None:
    text = "a two-year plan for the party"

    assert joined("a two-", "party plan", elsewhere=text) == "a two-party plan"


def test_a_small_word_in_front_is_the_first_half_of_one_word() -> None:
    assert joined("with-", "out", elsewhere="with flour and out of bread") == "without"


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        ("twelve SU-", "30MKK jets", "twelve SU-30MKK jets"),
        ("the Asia-", "Pacific", "the Asia-Pacific"),
        ("the US-", "led", "the US-led"),
        ("Sino-", "Vietnamese", "Sino-Vietnamese"),
        ("INTRODUC-", "TION", "INTRODUCTION"),
        ("short-", "and long-term", "short- and long-term"),
        ("giants—", "Japan", "giants—Japan"),
        ("the mill —", "said he", "the mill — said he"),
        ("2005–", "06", "2005–06"),
        ("flour/", "bran", "flour/bran"),
        ("a hyphen -", "and more", "a hyphen - and more"),
        ("soft\u00ad", "ly", "softly"),
        ("磨坊", "的故事", "磨坊的故事"),
        ("磨坊", "mill", "磨坊 mill"),
        ("(https://mill.org/flour)", "bran/loaf", "(https://mill.org/flour) bran/loaf"),
    ],
)
def test_dashes_figures_capitals_and_scripts_decide_without_the_text(
    before: str, after: str, result: str
) -> None:
    assert joined(before, after) == result


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        ("<https://mill.org/flour-and-bra>", "n-bread/loaf.html", "n-bread/loaf.html"),
        ("https://mill.org/flour", "bran/loaf", "bran/loaf"),
        ("https://mill.org/loaf.", "html (seen in May)", "html (seen in May)"),
    ],
)
def test_an_address_cut_by_a_line_end_goes_on_without_a_blank(
    before: str, after: str, result: str
) -> None:
    assert joined(before, after) == before + result


@pytest.mark.parametrize("after", ["and/or", "12/03/2014", "https://hill.org/", "Bee wrote it."])
def test_what_follows_a_whole_address_is_set_apart_from_it(after: str) -> None:
    assert joined("https://mill.org/flour", after) == f"https://mill.org/flour {after}"
