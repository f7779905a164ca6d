"""The sweep that cuts shown text at the edges of passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apps.reading.marks import Mark, Shown, Spread, segments

WORDS = st.text(alphabet="Việt Nam 1.056\t<&>“”Ж😀\n-", min_size=1, max_size=80)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[list[int | str]], list[Mark]]:
    """A content, runs into it that leave gaps, and marks that overlap in any way."""
    content = draw(WORDS)
    edges = sorted(draw(st.sets(st.integers(0, len(content)), max_size=8)))
    runs: list[list[int | str]] = [
        [start, end, draw(st.sampled_from(["", " "]))]
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    spans = st.tuples(st.integers(0, len(content)), st.integers(0, len(content)))
    marks = [
        Mark(min(span), max(span), ("claim",), f"c-{number}", f"p-{number}")
        for number, span in enumerate(draw(st.lists(spans, max_size=12)))
        if span[0] != span[1]
    ]
    return content, runs, marks


@given(marked_texts())
def test_stripping_the_marks_gives_the_shown_text_back(
    drawn: tuple[str, list[list[int | str]], list[Mark]],
) -> None:
    content, runs, marks = drawn
    shown = Shown(content, runs)

    stripped = "".join(segment.text for segment in segments(shown, marks))

    assert stripped == shown.text
    assert shown.text == "".join(content[int(a) : int(b)] + str(glue) for a, b, glue in runs)


@given(marked_texts())
def test_each_character_carries_exactly_the_marks_that_cover_it(
    drawn: tuple[str, list[list[int | str]], list[Mark]],
) -> None:
    content, runs, marks = drawn
    carried: list[set[str]] = []

    for segment in segments(Shown(content, runs), marks):
        carried += [{mark.anchor for mark in segment.marks}] * len(segment.text)

    at = 0
    for start, end, glue in runs:
        for offset in range(int(start), int(end)):
            covering = {mark.anchor for mark in marks if mark.start <= offset < mark.end}
            assert carried[at] == covering
            at += 1
        at += len(str(glue))


@given(marked_texts())
def test_each_shown_passage_begins_once(
    drawn: tuple[str, list[list[int | str]], list[Mark]],
) -> None:
    content, runs, marks = drawn
    cut = list(segments(Shown(content, runs), marks))

    begun = [anchor for segment in cut for anchor in segment.anchors]
    carried = {mark.anchor for segment in cut for mark in segment.marks}

    assert sorted(begun) == sorted(carried)


def test_a_mark_runs_on_over_a_healed_line_end() -> None:
    content = "the Rus-\nsian navy"
    shown = Shown(content, [[0, 7, ""], [9, 18, ""]])
    mark = Mark(4, 13, ("entity",), "m-1", "p-1")

    cut = [(segment.text, len(segment.marks)) for segment in segments(shown, [mark])]

    assert cut == [("the ", 0), ("Russian", 1), (" navy", 0)]


def test_overlapping_marks_share_a_segment() -> None:
    shown = Shown("24 new Su-30MK2 jets", [[0, 20, ""]])
    claim = Mark(0, 15, ("claim",), "#claim-1", "p-1")
    name = Mark(7, 20, ("entity",), "m-1", "p-2")

    cut = [
        (segment.text, [mark.anchor for mark in segment.marks])
        for segment in segments(shown, [name, claim])
    ]

    assert cut == [("24 new ", ["p-1"]), ("Su-30MK2", ["p-1", "p-2"]), (" jets", ["p-2"])]


def test_a_spread_finds_what_lies_on_a_stretch_and_what_runs_into_it() -> None:
    long = Mark(0, 50, (), "", "long")
    short = Mark(10, 12, (), "", "short")
    late = Mark(60, 70, (), "", "late")
    spread = Spread([late, short, long])

    found = [mark.anchor for mark in spread.on(11, 60)]

    assert found == ["long", "short"]
