"""A line end may be a wrap, a paragraph's end or a heading's: the way a text is set decides."""

from __future__ import annotations

from tests.domain.layout.drawing import blocks_of


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The wheel of the old mill had turned for so many years that nobody\n"
        "could remember a day without its sound, which was slow and even and\n"
        "could be heard in the valley.\n"
    )

    (paragraph,) = blocks_of(text)

    assert paragraph == f"paragraph: {' '.join(text.split())}"


def test_a_line_that_ends_early_after_a_full_stop_ends_its_paragraph() -> None:
    text = (
        "The wheel of the old mill had turned for so many years that nobody\n"
        "could remember a day without it.\n"
        "The stream that drove it came from the hills, where in spring the\n"
        "snow melted, and it ran past the church and the bridge.\n"
    )

    starts = [block[11:20] for block in blocks_of(text)]

    assert starts == ["The wheel", "The strea"]


def test_a_line_set_in_begins_a_paragraph() -> None:
    text = (
        "The wheel of the old mill had turned for so many years that few in\n"
        "the whole valley could remember any day or night without its sound.\n"
        "   The stream that drove it came from the hills, where in spring the\n"
        "snow melted, and it ran past the church and the bridge.\n"
    )

    starts = [block[11:20] for block in blocks_of(text)]

    assert starts == ["The wheel", "The strea"]


def test_a_blank_at_its_end_shows_that_a_line_goes_on() -> None:
    body = "".join(
        f"The mill had turned for {year} years and it would go on \n" for year in range(9)
    )
    text = f"The Mill on the \nSmall Hill\n{body}for ever.\nThe stream too.\n"

    title, paragraph, last = blocks_of(text)

    assert title == "heading 1: The Mill on the Small Hill"
    assert paragraph.endswith("go on for ever.")
    assert last == "paragraph: The stream too."


def test_a_heading_right_above_its_paragraph_is_set_apart() -> None:
    text = (
        "It was a fine spring, and the mill stood by the stream as it had done\n"
        "in all the years before.\n"
        "\n"
        "The Miller and\n"
        "His Wheel\n"
        "The miller was an old man who had never left the valley, and who knew\n"
        "each stone and each tree in it by the name his father had given it.\n"
    )

    assert blocks_of(text)[1] == "heading 2: The Miller and His Wheel"
    assert blocks_of(text)[2].startswith("paragraph: The miller was an old man")


def test_lines_longer_than_any_page_are_paragraphs_of_their_own() -> None:
    first = "The mill stood by the stream. " * 9
    second = "The miller was an old man. " * 9

    assert blocks_of(f"{first}\n{second}\n") == [
        f"paragraph: {first.rstrip()}",
        f"paragraph: {second.rstrip()}",
    ]


def test_a_long_line_cut_in_mid_sentence_goes_on_in_small_letters() -> None:
    first = "The mill stood by the stream. " * 9 + "It was cut by some"
    second = "program in the middle of a sentence. " + "Nobody knew why it did so. " * 9

    (paragraph,) = blocks_of(f"{first}\n{second}\n")

    assert "cut by some program" in paragraph


def test_two_short_lines_stay_apart() -> None:
    assert blocks_of("The wheel goes round\nThe stream runs by\n") == [
        "paragraph: The wheel goes round",
        "paragraph: The stream runs by",
    ]


def test_a_stanza_keeps_its_lines() -> None:
    stanza = "The wheel goes round\nand round and round,\nthe stream runs by\nwithout a sound,"

    assert blocks_of(f"THE WHEEL\n\n{stanza}\n\nthe miller sleeps\n")[1:] == [
        f"paragraph: {stanza}",
        "paragraph: the miller sleeps",
    ]


def test_long_lines_of_verse_are_no_wrapped_prose() -> None:
    stanza = (
        "The wheel that turned when I was but a child\n"
        "Is turning still beneath the falling water;\n"
        "The stream that runs between the alders wild\n"
        "Still sings its evening song to every daughter."
    )

    assert blocks_of(f"{stanza}\n\n{stanza}\n\n{stanza}\n")[-1] == f"paragraph: {stanza}"


def test_a_stanza_between_wrapped_prose_keeps_its_lines() -> None:
    prose = (
        "It was a fine spring, and the mill stood by the stream as it had done\n"
        "in all the years before, and the wheel sang in the evening, and those\n"
        "who passed by heard it."
    )
    song = "The wheel goes round and round and round,\nthe wheel,\nthe stream runs on and on"

    assert blocks_of(f"{prose}\n\n{song}\n\n{prose}\n")[1] == f"paragraph: {song}"


def test_marks_before_quoted_lines_are_not_shown() -> None:
    assert blocks_of("He wrote:\n\n> The mill is\n> for sale.\n>\n> Ann\n") == [
        "paragraph: He wrote:",
        "paragraph: The mill is",
        "paragraph: for sale.",
        "paragraph: Ann",
    ]


def test_bold_type_that_is_closed_on_the_next_line_is_one_title() -> None:
    body = "The mill stood by the stream. " * 9

    assert blocks_of(f"**THE MILL ON\nTHE HILL**\n\n{body}")[0] == "heading 1: THE MILL ON THE HILL"


def test_lines_between_marked_headings_join_as_marked_text_does() -> None:
    text = "# Mill\n\nOne line.\nAnother.\n\n## Wheel\n\nRound.\n"

    assert blocks_of(text) == [
        "heading 1: Mill",
        "paragraph: One line. Another.",
        "heading 2: Wheel",
        "paragraph: Round.",
    ]


def test_every_kind_of_line_end_is_one() -> None:
    lines = ["The miller rose early in the morning, as he did on every day of the", "year."]

    shown = {tuple(blocks_of(end.join(lines))) for end in ("\n", "\r\n", "\r", "\x85", "\u2028")}

    assert shown == {(f"paragraph: {' '.join(lines)}",)}


def test_a_byte_order_mark_and_blanks_at_the_edges_are_not_shown() -> None:
    assert blocks_of("\ufeff  A mill.\u200b \n") == ["paragraph: A mill."]


def test_chinese_lines_join_without_blanks() -> None:
    text = (
        "从前有一座磨坊，磨坊里住着一位老人，他每天都在磨坊里工\n"
        "作，直到太阳下山，然后他就回家了，第二天再来，年年如此，\n"
        "从不停歇。\n"
    )

    assert blocks_of(text) == [f"paragraph: {text.replace(chr(10), '')}"]
