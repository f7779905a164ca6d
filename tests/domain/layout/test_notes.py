"""Notes, lists and references look alike; what points at them and what heads them tells."""

from __future__ import annotations

from apps.domain.layout import read_layout, shown

PROSE = "The mill stood by the stream, and its wheel turned on every day of the year.\n\n"


def labelled(text: str) -> list[tuple[str, str, str]]:
    return [
        (block.kind, block.label, shown(text, block))
        for block in read_layout(text)
        if block.kind not in ("paragraph", "heading")
    ]


def test_numbers_that_stand_as_marks_in_the_text_are_footnotes() -> None:
    text = (
        "The mill stood still.1 Nobody asked “why.”2 Nobody.\n\n  1. The book, p. 3.\n  2. Ibid.\n"
    )

    assert labelled(text) == [("footnote", "1", "The book, p. 3."), ("footnote", "2", "Ibid.")]


def test_numbers_that_nothing_points_at_are_a_list() -> None:
    assert labelled(f"{PROSE}1. flour\n2. bran\n") == [
        ("list_item", "1.", "flour"),
        ("list_item", "2.", "bran"),
    ]


def test_a_list_may_have_blank_lines_between_its_items() -> None:
    assert labelled(f"{PROSE}(1) flour\n\n(2) bran\n\n(3) bread\n") == [
        ("list_item", "(1)", "flour"),
        ("list_item", "(2)", "bran"),
        ("list_item", "(3)", "bread"),
    ]


def test_numbers_under_notes_are_footnotes() -> None:
    assert labelled(f"{PROSE}Notes\n\n1. The book.\n2. Ibid.\n")[0] == (
        "footnote",
        "1",
        "The book.",
    )


def test_a_marked_note_is_a_footnote_even_alone() -> None:
    assert labelled(f"{PROSE}[^1]: The book.\n") == [("footnote", "1", "The book.")]


def test_a_lone_number_is_no_list() -> None:
    assert (
        labelled(f"{PROSE}1. The mill stood by the stream, and that was all of it.\n\n{PROSE}")
        == []
    )


def test_entries_below_references_are_references_with_or_without_bullets() -> None:
    text = (
        "Bibliography\n\nBee, A. 2001. *The Mill*.\n\n"
        "- Dee, C. 2002. The Dam.\n- Eff, D. 2003. Bran.\n"
    )

    assert labelled(text) == [
        ("reference", "", "Bee, A. 2001. The Mill."),
        ("reference", "", "Dee, C. 2002. The Dam."),
        ("reference", "", "Eff, D. 2003. Bran."),
    ]


def test_numbered_entries_keep_their_number_as_label() -> None:
    text = "References\n\n[1] Bee, A. 2001. The Mill.\n[2] de Dee, C. 2002. The Dam.\n"

    assert [(kind, label) for kind, label, _ in labelled(text)] == [
        ("reference", "1"),
        ("reference", "2"),
    ]


def test_a_date_line_ends_the_references() -> None:
    text = (
        "References\n\nBee, A. 2001. The Mill.\n\nReceived: May 07, 2001\n\nAccepted: 01.06.2001\n"
    )

    assert [shown for _, _, shown in labelled(text)] == ["Bee, A. 2001. The Mill."]


def test_the_next_heading_ends_the_references() -> None:
    text = f"References\n\nBee, A. 2001. The Mill.\n\nAPPENDIX\n\n{PROSE}"

    assert len(labelled(text)) == 1
