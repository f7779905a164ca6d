"""A caption and an origin must find the table they speak of, above it or below it."""

from __future__ import annotations

from apps.domain.layout import read_layout

TABLE = "Mill\ttons\nHill\t12\nStream\t7\n\n"
PROSE = "The mill stood by the stream all year.\n\n"


def ties(text: str) -> list[tuple[str, str, int | None]]:
    return [(block.kind, block.label, block.of) for block in read_layout(text)]


def test_a_caption_above_or_below_belongs_to_the_table_beside_it() -> None:
    above = f"Table 1. Flour\n\n{TABLE}Source: the book.\n"
    below = f"{TABLE}Table 1. Flour\n\nSource: the book.\n"

    assert ties(above) == [
        ("caption", "Table 1", 1),
        ("table", "Table 1", None),
        ("origin", "", 1),
    ]
    assert ties(below) == [
        ("table", "Table 1", None),
        ("caption", "Table 1", 0),
        ("origin", "", 0),
    ]


def test_tables_in_a_row_take_one_caption_each() -> None:
    text = f"{TABLE}Table 1. Flour\n\n{TABLE}Table 2. Bran\n"

    assert [(label, of) for _, label, of in ties(text)] == [
        ("Table 1", None),
        ("Table 1", 0),
        ("Table 2", None),
        ("Table 2", 2),
    ]


def test_a_chart_has_a_caption_and_an_origin_but_no_table() -> None:
    text = (
        f"{TABLE}Table 1. Flour\n\nSource: the book.\n\nChart 1. Bran Source: the book.\n\n{PROSE}"
    )

    assert ties(text)[2:5] == [
        ("origin", "", 0),
        ("caption", "Chart 1", None),
        ("origin", "", None),
    ]


def test_notes_follow_the_source_they_stand_under() -> None:
    text = f"Table 1. Flour\n\n{TABLE}Sources: two books.\n\nNote: tons may vary.\n"

    assert [of for kind, _, of in ties(text) if kind == "origin"] == [1, 1]


def test_a_note_in_running_text_is_a_paragraph() -> None:
    assert ties(f"{PROSE}Note: tons may vary.\n\n{PROSE}")[1] == ("paragraph", "", None)


def test_a_long_paragraph_that_begins_like_a_caption_is_none() -> None:
    text = "Table 1. " + "It has many rows and no one ever read them. " * 9

    assert ties(text)[0][0] == "paragraph"
