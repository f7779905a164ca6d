"""Blocks as HTML: nothing added to the text, everything escaped."""

from __future__ import annotations

from apps.reading.marks import Face, Mark
from apps.reading.typesetting import runs_in_short, set_block, set_runs
from tests.reading.shown import a_block, text_of

CLAIM = ("claim",)


def test_the_text_of_a_block_is_what_is_shown_and_nothing_else() -> None:
    content = "Orders fell by 18.6 points, to 26 <& below>."
    marks = [
        Mark(15, 19, ("claim", "contradicted"), "#claim-1", "p-1"),
        Mark(0, 19, ("entity",), "m-7-3", "p-2"),
    ]
    block = a_block(content=content)

    html = set_block(block, set_runs(content, block.runs, marks), "p")

    assert text_of(html, "b-7") == content


def test_script_in_a_text_is_shown_as_text() -> None:
    content = "<script>alert('x')</script>"

    html = set_runs(content, [[0, len(content), ""]], [Mark(0, 8, CLAIM, "#claim-1", "p-1")])

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_mark_names_its_passage_and_opens_its_card() -> None:
    html = set_runs("72 million", [[0, 10, ""]], [Mark(0, 2, CLAIM, "#claim-5", "p-9")])

    assert html == '<a class="mark claim" id="p-9" href="#claim-5">72</a> million'


def test_passages_that_begin_together_can_both_be_linked_to() -> None:
    marks = [
        Mark(0, 4, CLAIM, "#claim-1", "p-1", 2),
        Mark(0, 8, ("entity",), "m-1", "p-2", 1),
    ]

    html = set_runs("2009 Declaration", [[0, 16, ""]], marks)

    assert html.startswith(
        '<span id="p-1"></span><a class="mark entity claim" id="p-2" href="#claim-1">2009</a>'
    )


def test_a_blank_between_two_names_inside_a_longer_one_is_no_link() -> None:
    marks = [
        Mark(0, 9, ("entity",), "#m-1", "p-1"),
        Mark(0, 4, ("entity",), "#m-2", "p-2"),
        Mark(5, 9, ("entity",), "#m-3", "p-3"),
    ]

    html = set_runs("Cold Wars", [[0, 9, ""]], marks)

    assert '</a><span class="mark entity"> </span><a ' in html


def test_what_a_mark_means_is_said_without_words_in_the_text() -> None:
    mark = Mark(0, 2, ("claim", "contradicted"), "#claim-1", "p-1")

    html = set_runs("72", [[0, 2, ""]], [mark])

    assert 'aria-describedby="is-contradicted"' in html


def test_a_block_in_another_language_says_so() -> None:
    block = a_block("heading", content="Rola współpracy", lang="pl")

    html = set_block(block, set_runs("Rola współpracy", block.runs, []), "h3")

    assert html == '<h3 id="b-7" data-runs="0-15" lang="pl">Rola współpracy</h3>'


def test_runs_are_written_in_short_for_scripts() -> None:
    assert runs_in_short([[12, 80, " "], [81, 140, ""], [142, 150, " "]]) == "12-80+81-140,142-150"


def test_arabic_and_hebrew_run_from_the_right() -> None:
    block = a_block(content="הטחנה", lang="he")

    html = set_block(block, set_runs("הטחנה", block.runs, []), "p")

    assert html == '<p id="b-7" data-runs="0-5" lang="he" dir="rtl">הטחנה</p>'


def test_a_stanza_keeps_its_lines() -> None:
    block = a_block(content="a b", runs=[[0, 1, "\n"], [2, 3, ""]])

    html = set_block(block, set_runs("a b", block.runs, []), "p")

    assert html == '<p id="b-7" data-runs="0-1+2-3" class="lines">a\nb</p>'


def test_titles_are_set_in_italics_within_a_mark_too() -> None:
    faces = [Face(8, 15, "italic", "")]
    mark = Mark(0, 15, CLAIM, "#claim-1", "p-1")

    html = set_runs("It told Reuters.", [[0, 16, ""]], [mark], faces)

    assert html == (
        '<a class="mark claim" id="p-1" href="#claim-1">It told </a>'
        '<a class="mark claim" href="#claim-1"><i>Reuters</i></a>.'
    )


def test_an_address_is_a_link_and_a_mark_on_it_is_stronger() -> None:
    face = Face(0, 8, "address", "https://a.org/?x=1&y=2")

    alone = set_runs("a.org/xy", [[0, 8, ""]], [], [face])
    marked = set_runs("a.org/xy", [[0, 8, ""]], [Mark(0, 8, CLAIM, "#claim-1", "p-1")], [face])

    assert alone == (
        '<a class="address" rel="nofollow noopener" href="https://a.org/?x=1&amp;y=2">a.org/xy</a>'
    )
    assert marked == '<a class="mark claim" id="p-1" href="#claim-1">a.org/xy</a>'


def test_the_call_of_a_note_is_raised_and_leads_to_it() -> None:
    mark = Mark(0, 7, CLAIM, "#claim-1", "p-1")

    html = set_runs("2010.12", [[0, 7, ""]], [mark], [Face(5, 7, "note_call", 44)])

    assert html == (
        '<a class="mark claim" id="p-1" href="#claim-1">2010.</a>'
        '<sup><a class="call" role="doc-noteref" id="call-5" href="#b-44">12</a></sup>'
    )


def test_a_blank_between_two_marks_in_a_citation_is_no_link() -> None:
    marks = [Mark(0, 5, ("entity",), "#m-1", "p-1"), Mark(6, 10, CLAIM, "#claim-2", "p-2")]

    html = set_runs("Marsh 2013", [[0, 10, ""]], marks, [Face(0, 10, "citation", 7)])

    assert "</a> <a" in html
    assert 'class="citation"' not in html
