"""Emphasis, addresses and calls of notes must be set on exactly the characters that carry them."""

from __future__ import annotations

import pytest

from apps.domain.layout import Face, read_layout

NOTES = "\n\n1. First.\n2. Second.\n3. Third.\n"


def styles_of(text: str, *faces: Face) -> list[tuple[str, str, str | int]]:
    """Return (face, wording, where it leads) of the styles of these faces, in order."""
    return [
        (style.face, text[style.start : style.end], style.to)
        for block in read_layout(text)
        for style in block.styles
        if style.face in faces
    ]


def calls_in(text: str) -> list[str]:
    return [wording for _, wording, _ in styles_of(text, "note_call")]


def test_words_between_marks_are_set_off() -> None:
    text = "He read *The Mill* and __cried__, ***twice***."

    assert styles_of(text, "italic", "bold") == [
        ("italic", "The Mill", ""),
        ("bold", "cried", ""),
        ("bold", "twice", ""),
        ("italic", "twice", ""),
    ]


def test_a_heading_all_in_bold_is_only_a_heading() -> None:
    body = "The mill stood by the stream. " * 9

    assert styles_of(f"**THE MILL**\n\n{body}", "bold") == []


@pytest.mark.parametrize(
    ("text", "address", "leads_to"),
    [
        ("See <https://mill.org/a_b>.", "https://mill.org/a_b", "https://mill.org/a_b"),
        ("(at www.mill.org).", "www.mill.org", "https://www.mill.org"),
        ("DOI: 10.1234/mill.56.", "10.1234/mill.56", "https://doi.org/10.1234/mill.56"),
        ("E-mail: ann@mill.org.", "ann@mill.org", "mailto:ann@mill.org"),
        ("https://a.org/Mill_(wheel)", "https://a.org/Mill_(wheel)", "https://a.org/Mill_(wheel)"),
    ],
)
def test_an_address_leads_where_it_says(text: str, address: str, leads_to: str) -> None:
    assert styles_of(text, "address") == [("address", address, leads_to)]


def test_an_address_cut_by_a_line_end_leads_to_the_whole() -> None:
    text = (
        "The book is kept at https://mill.org/library/\nbooks/wheel.html since the year 1902 or so."
    )

    assert styles_of(text, "address")[0][2] == "https://mill.org/library/books/wheel.html"


@pytest.mark.parametrize("word", ["javascript:alert(1)", "data:text/html,x", "ftp://mill.org"])
def test_other_schemes_are_no_addresses(word: str) -> None:
    assert styles_of(f"See {word} there.", "address") == []


def test_a_number_glued_to_a_stop_calls_its_note() -> None:
    text = f"The mill closed.1 It opened again.2 “It was sold.”3 Nobody knew.{NOTES}"
    first_note = next(at for at, block in enumerate(read_layout(text)) if block.kind == "footnote")

    assert styles_of(text, "note_call") == [
        ("note_call", str(number), first_note + number - 1) for number in (1, 2, 3)
    ]


def test_a_number_behind_a_year_calls_the_next_note_and_decimals_call_none() -> None:
    text = f"It made 4.1 tons.1 It closed.2 That was in 2010.3 Then it made 5.2 tons.{NOTES}"

    assert calls_in(text) == ["1", "2", "3"]


def test_a_number_glued_to_a_word_calls_the_next_note() -> None:
    text = f"In the region1 the SU-302 flew over the mill.2 It closed.3 So it was.{NOTES}"

    assert calls_in(text) == ["1", "2", "3"]


def test_a_number_without_a_note_is_a_figure() -> None:
    assert calls_in("The mill closed.1 It opened again.2 It was sold.3 Nobody knew.") == []


def test_a_bracketed_number_calls_an_entry_of_the_references() -> None:
    text = "The mill closed [2].\n\nReferences\n\n1. Ann Bee. Mills.\n2. Cy Dee. Wheels.\n"

    assert [wording for _, wording, _ in styles_of(text, "note_call")] == ["[2]"]


def test_each_chapter_calls_its_own_notes() -> None:
    chapter = "The mill closed.[^1] It was sold.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n\n"
    blocks = read_layout(chapter + chapter)

    called = [style.to for block in blocks for style in block.styles if style.face == "note_call"]

    assert called == [at for at, block in enumerate(blocks) if block.kind == "footnote"]


def test_a_called_note_knows_the_way_back_and_another_none() -> None:
    text = f"The mill closed.1 It opened again.2 Nobody knew.{NOTES}"

    ways = [
        (block.label, [style.to for style in block.styles])
        for block in read_layout(text)
        if block.kind == "footnote"
    ]

    assert ways == [("1", [text.index("1")]), ("2", [text.index("2")]), ("3", [])]
