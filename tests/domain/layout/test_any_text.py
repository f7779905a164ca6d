"""Whatever is loaded, no character may vanish, be shown twice or lead to a wrong place."""

from __future__ import annotations

from time import process_time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.domain.layout import (
    Block,
    Face,
    Kind,
    Reason,
    Run,
    content_offset,
    read_layout,
    removed,
    shown,
    shown_offset,
)

SCRAPS = (
    *"# |- |1. |2) |[^1]: |* * *|**|*|_|_mill_|\\*|\\|<https://mill.org/a>|<|> |http://mill.org/".split(
        "|"
    ),
    *"Table 1. Flour|Source: the book|By Ann Bee|Abstract|References|foo-|bar|Bee|2001|12|%".split(
        "|"
    ),
    *"\t|\t\t|\n|\n\n|\r\n|\f| |  |\ufeff|\u00ad|\u202b|\u2028|====|----|e\u0301|🌾".split("|"),
    *(
        "磨坊",
        "мельница",
        *("[^1]", "Mill.1 ", "[1]", "1. a\n2. b\n", "www.a.org", "a@b.org", "10.1234/a"),
        "מים",
        "The mill stood by the stream and was",
        "|",
        " | ",
        "|---|:-:|",
        "| a | 12 |",
    ),
)
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map("\n".join),
)


def shown_runs(block: Block) -> list[Run]:
    if block.table is None:
        return list(block.runs)
    return [Run(cell.start, cell.end) for cell in block.table.cells]


@settings(max_examples=400, deadline=None)
@given(texts)
def test_every_character_is_shown_once_or_named_as_removed(text: str) -> None:
    blocks = read_layout(text)

    seen = [0] * len(text)
    for start, end in [(run.start, run.end) for block in blocks for run in shown_runs(block)]:
        for at in range(start, end):
            seen[at] += 1
    for start, end, reason in removed(text, blocks):
        assert reason in get_args(Reason)
        for at in range(start, end):
            seen[at] += 1

    assert seen == [1] * len(text)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_shown_and_content_places_lead_back_to_each_other(text: str) -> None:
    for block in read_layout(text):
        for place in range(len(shown(text, block)) + 1):
            assert shown_offset(block, content_offset(block, place)) == place
        for run in shown_runs(block):
            for place in range(run.start, run.end):
                assert content_offset(block, shown_offset(block, place)) == place


@settings(max_examples=200, deadline=None)
@given(texts)
def test_blocks_are_whole_and_in_order(text: str) -> None:
    blocks = read_layout(text)

    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
    for block in blocks:
        assert block.kind in get_args(Kind)
        assert shown(text, block).strip()
        assert (block.kind == "table") == (block.table is not None)
        assert (block.kind == "heading") == (block.level > 0)
        assert block.of is None or blocks[block.of].kind == "table"


@settings(max_examples=200, deadline=None)
@given(texts)
def test_styles_lie_within_what_their_block_shows(text: str) -> None:
    blocks = read_layout(text)

    for block in blocks:
        for style in block.styles:
            assert style.face in get_args(Face)
            assert block.start <= style.start < style.end <= block.end
            assert (style.face in ("note_call", "way_back")) == isinstance(style.to, int)
            assert style.face != "note_call" or blocks[int(style.to)].label.isdecimal()


@settings(max_examples=200, deadline=None)
@given(texts)
def test_words_go_only_as_page_furniture_numbers_or_repeated_heads(text: str) -> None:
    for start, end, reason in removed(text, read_layout(text)):
        if reason not in ("page furniture", "number", "repeated head"):
            assert not any(char.isalnum() for char in text[start:end])


@pytest.mark.parametrize("text", ["", "\n", " \n\n\t\n", "\ufeff", "\f\f", "\u00ad"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert read_layout(text) == ()


@pytest.mark.parametrize(
    "scrap",
    ["a", "a ", "a\n", "a\n\n", "*a ", "\\", "\u00ad\n", "a-\n", "http://", "<http://a", "- a\n",
     "\t1", "a\t1\n", "a\tb\nc\t1\n\n", "1. a\n", "Mill\n\n", "MILL\n\n", "Abstract\n\n", "!"],
)  # fmt: skip
def test_no_repetition_makes_reading_slow(scrap: str) -> None:
    text = scrap * (20_000 // len(scrap))

    before = process_time()
    blocks = read_layout(text)
    removed(text, blocks)

    # Linear reading takes about a second; a careless pattern takes minutes.
    assert process_time() - before < 10
