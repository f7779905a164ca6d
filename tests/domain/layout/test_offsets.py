"""A highlight must sit on exactly the words that were read, whatever the layout took out."""

from __future__ import annotations

import pytest

from apps.domain.layout import (
    Block,
    block_at,
    content_offset,
    content_span,
    read_layout,
    shown,
    shown_offset,
    shown_span,
)

WRAPPED = (
    "The *mill* of the gen-\n"
    "tleman by the stream that ran all year\n"
    "was old and slow and big and loud.\n"
)


def only(text: str) -> Block:
    (block,) = read_layout(text)
    return block


def test_a_place_in_a_run_is_the_same_place_in_what_is_shown() -> None:
    block = only(WRAPPED)

    at = shown_offset(block, WRAPPED.index("mill"))

    assert shown(WRAPPED, block)[at : at + 4] == "mill"


def test_a_removed_place_becomes_the_next_shown_one() -> None:
    block = only(WRAPPED)

    at = shown_offset(block, WRAPPED.index("\ntleman"))

    assert shown(WRAPPED, block)[at:].startswith("tleman by")


def test_places_outside_a_block_become_its_ends() -> None:
    text = "One.\n\nTwo mills.\n\nThree.\n"
    two = read_layout(text)[1]

    assert shown_offset(two, 0) == 0
    assert shown_offset(two, len(text)) == len("Two mills.")


def test_every_shown_place_leads_back_to_itself() -> None:
    block = only(WRAPPED)

    places = range(len(shown(WRAPPED, block)) + 1)

    assert [shown_offset(block, content_offset(block, place)) for place in places] == list(places)


@pytest.mark.parametrize(
    "quote", ["mill", "gen-\ntleman", "all year", "year\nwas", "*mill*", "loud."]
)
def test_a_passage_is_shown_as_its_words(quote: str) -> None:
    block = only(WRAPPED)
    start = WRAPPED.index(quote)

    first, last = shown_span(block, start, start + len(quote))

    words = quote.replace("-\n", "").replace("\n", " ").strip("*")
    assert shown(WRAPPED, block)[first:last] == words


@pytest.mark.parametrize("words", ["mill", "gentleman", "year was", "of the"])
def test_words_that_are_shown_are_found_in_the_content(words: str) -> None:
    block = only(WRAPPED)
    at = shown(WRAPPED, block).index(words)

    start, end = content_span(block, at, at + len(words))

    quote = WRAPPED[start:end]
    assert quote.replace("-\n", "").replace("\n", " ") == words


def test_an_empty_selection_is_an_empty_passage() -> None:
    assert content_span(only(WRAPPED), 5, 5) == (6, 6)


def test_a_passage_behind_what_a_block_shows_is_empty_in_it() -> None:
    text = "One.\n\nTwo.\n"

    assert shown_span(read_layout(text)[0], 6, 10) == (4, 4)


def test_a_table_shows_its_cells_and_leads_back_to_them() -> None:
    text = "Mill\ttons\nHill\t1,056\t\n\t\nStream\t7\n"
    block = read_layout(text)[0]

    at = shown_offset(block, text.index("1,056"))

    assert shown(text, block)[at:].startswith("1,056")
    assert text[content_offset(block, at) :].startswith("1,056")


def test_a_character_belongs_to_the_block_that_shows_it() -> None:
    text = (
        "The mill stood by the stream, and the miller was an old man who\n\n"
        "Mill\ttons\nHill\t12\n\nnever left it.\n\n*Then* he died.\n"
    )
    blocks = read_layout(text)

    found = {word: block_at(blocks, text.index(word)) for word in ("old", "12", "never", "*Then")}

    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
    assert found == {"old": 0, "12": 1, "never": 0, "*Then": 2}
    assert block_at(blocks, len(text) - 1) is None
