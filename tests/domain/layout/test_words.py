"""The words of the text itself are the only dictionary the reader has."""

from __future__ import annotations

from apps.domain.layout.lines import split_lines
from apps.domain.layout.words import words_of


def test_words_count_in_small_letters() -> None:
    words = words_of(split_lines("The Mill turned.\nA mill\n"))

    assert words.plain == {"the", "mill", "turned", "a"}


def test_halves_of_a_word_cut_by_a_line_end_do_not_count() -> None:
    words = words_of(split_lines("an old gen-\n\ntleman came\n"))

    assert words.plain == {"an", "old", "came"}


def test_compounds_are_kept_with_their_first_halves() -> None:
    words = words_of(split_lines("a state-of-the-art Hill-Mill\n"))

    assert {"state-of", "hill-mill"} <= words.compounds
    assert {"state", "hill"} <= words.first_parts


def test_a_name_is_written_large_inside_a_sentence_and_never_small() -> None:
    words = words_of(split_lines("Once old Bee saw the Mill. Within a mill there was flour.\n"))

    assert words.names == {"Bee"}
