"""What a reader does not see must be named, so that nobody has to fear for a word."""

from __future__ import annotations

from apps.domain.layout import read_layout, removed


def reasons(text: str) -> list[tuple[str, str]]:
    """Return what was removed and why, but for blanks between blocks."""
    found = [(text[start:end], reason) for start, end, reason in removed(text, read_layout(text))]
    return [(words, reason) for words, reason in found if reason != "blank"]


def test_wraps_and_hyphens_are_named() -> None:
    text = "The mill of the old gen-\ntleman by the stream ran all the year\nand was loud.\n"

    assert reasons(text) == [("-", "hyphen"), ("\n", "wrap"), ("\n", "wrap")]


def test_notation_is_named() -> None:
    text = r"A *mill* of \$ 5, see <http://mill.org/>."

    assert reasons(text) == [
        ("*", "emphasis mark"),
        ("*", "emphasis mark"),
        ("\\", "escape"),
        ("<", "angle bracket"),
        (">", "angle bracket"),
    ]


def test_what_opens_a_block_is_named() -> None:
    text = (
        "# Mill\n\nGoods:\n\n- flour\n- bran\n\n1. bread\n2. beer\n\n* * *\n\n## Dam\n\nIt held.\n"
    )

    assert reasons(text) == [
        ("#", "heading mark"),
        ("-", "bullet"),
        ("-", "bullet"),
        ("1.", "number"),
        ("2.", "number"),
        ("* * *", "rule"),
        ("##", "heading mark"),
    ]


def test_tabs_and_repeated_heads_are_named() -> None:
    text = "Years\tYears Rank\t\n2001\t2.\t95\n"

    assert reasons(text) == [
        ("\t", "cell break"),
        ("Years", "repeated head"),
        (" ", "cell break"),
        ("\t\n", "cell break"),
        ("\t", "cell break"),
        ("\t", "cell break"),
    ]


def test_page_numbers_and_running_heads_are_named_whole() -> None:
    page = "The Mill\n\nThe miller was old, and the wheel was older still than the man.\n\f"

    assert set(reasons(page * 4)) == {("The Mill", "page furniture")}


def test_a_text_without_words_is_all_blank() -> None:
    assert removed(" \n\t\n", read_layout(" \n\t\n")) == [(0, 4, "blank")]
