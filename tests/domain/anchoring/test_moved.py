"""Passages go where their words went, and nowhere else by themselves."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.domain.anchoring import Movement, Outcome, compared, moved
from tests.edits import deleted, figures_changed, put_together, reflowed

STORY = """The mill by the river was sold in 1987 for 1,200 crowns to the miller's widow.

Her brother Anselm kept the books and wrote down every sack of rye that came in by the
northern gate, and nobody else was let near them.

In 1993 the flood took the wheel away. The repair cost 450 crowns, more than half of what
the mill earned in a year, and the widow paid it from the sale of two fields at Hartmoor.

A railway was promised by the district office, but the line went past the village at a
distance of nine miles, so that the carts went on as they had done before.
"""


def at(words: str, content: str = STORY) -> tuple[int, int]:
    start = content.index(words)
    return start, start + len(words)


def go(words: str, new: str, old: str = STORY) -> Movement:
    span = at(words, old)
    return moved(compared(old, new), [span])[span]


def words_at(movement: Movement, content: str) -> str:
    assert movement.place is not None
    return content[slice(*movement.place)]


def test_what_stands_before_shifts_a_passage() -> None:
    new = "A preface by another hand.\n\n" + STORY

    movement = go("1,200 crowns", new)

    assert movement == Movement(
        Outcome.MOVED,
        at("1,200 crowns", new),
        at("1,200 crowns", new)[0],
        Decimal("1.000"),
        has_other_figures=False,
    )


def test_a_corrected_letter_moves_by_itself() -> None:
    new = STORY.replace("Hartmoor", "Hartmoar")

    movement = go("Hartmoor", new)

    assert (movement.outcome, movement.score) == (Outcome.MOVED, Decimal("0.938"))
    assert words_at(movement, new) == "Hartmoar"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1987", "1978"),
        ("1,200 crowns", "1.200 crowns"),
        ("450 crowns", "4500 crowns"),
        ("450 crowns", "<450 crowns"),
    ],
)
def test_a_changed_figure_is_only_proposed(before: str, after: str) -> None:
    movement = go(before, STORY.replace(before, after))

    assert (movement.outcome, movement.has_other_figures) == (Outcome.PROPOSED, True)


def test_a_figure_that_grows_beyond_its_passage_is_only_proposed() -> None:
    new = STORY.replace("1987", "19875")

    movement = go("87", new)

    assert (movement.outcome, movement.has_other_figures) == (Outcome.PROPOSED, True)


def test_a_million_that_becomes_a_billion_is_only_proposed() -> None:
    old = STORY.replace("450 crowns", "450 million crowns of the old coinage")

    movement = go("450 million crowns of the old coinage", old.replace("million", "billion"), old)

    assert (movement.outcome, movement.has_other_figures) == (Outcome.PROPOSED, True)


def test_a_word_in_place_of_another_is_only_proposed() -> None:
    movement = go("Hartmoor", STORY.replace("Hartmoor", "Hartfoot"))

    assert movement.outcome == Outcome.PROPOSED


def test_a_deleted_passage_is_an_orphan_that_knows_about_where_it_stood() -> None:
    new = STORY.replace(" at Hartmoor", "")

    movement = go("Hartmoor", new)

    assert movement == Movement(
        Outcome.ORPHANED,
        None,
        new.index("two fields") + 10,
        Decimal("0.000"),
        has_other_figures=False,
    )


def test_one_of_two_like_neighbours_that_went_leaves_the_other_to_people() -> None:
    old = STORY.replace("Anselm", "Anselm and Anselm")

    first = go("Anselm", STORY, old)

    assert (first.outcome, words_at(first, STORY)) == (Outcome.PROPOSED, "Anselm")


def test_a_paragraph_that_moved_takes_its_passages_along() -> None:
    paragraphs = STORY.split("\n\n")
    new = "\n\n".join([paragraphs[2], paragraphs[0], paragraphs[3], paragraphs[1]])

    movement = go("1,200 crowns", new)

    assert (movement.outcome, movement.place) == (Outcome.MOVED, at("1,200 crowns", new))


def test_a_word_that_is_hyphenated_elsewhere_is_the_same_word() -> None:
    new = STORY.replace("miller's", "mill-\ner's").replace("Hartmoor", "Hart-\nmoor")

    movement = go("Hartmoor", new)

    assert (movement.outcome, words_at(movement, new)) == (Outcome.MOVED, "Hart-\nmoor")


@pytest.mark.parametrize(("old", "new"), [("", "something"), ("something", ""), ("", "")])
def test_nothing_to_compare_is_no_trouble(old: str, new: str) -> None:
    assert moved(compared(old, new), []) == {}


def test_a_passage_of_blanks_is_an_orphan() -> None:
    movement = moved(compared("one\n\ntwo", "one two"), [(3, 5)])[3, 5]

    assert (movement.outcome, movement.place) == (Outcome.ORPHANED, None)


spans = st.tuples(st.integers(0, len(STORY) - 1), st.integers(1, 40)).map(
    lambda drawn: (drawn[0], min(len(STORY), drawn[0] + drawn[1]))
)
worded = spans.filter(lambda span: any(c.isalnum() for c in STORY[slice(*span)]))


@settings(deadline=None)
@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 299), st.integers(1, 30))))
def test_a_text_that_stays_keeps_every_passage(content: str, drawn: list[tuple[int, int]]) -> None:
    wanted = {(start, start + length) for start, length in drawn if start + length <= len(content)}

    movements = moved(compared(content, content), wanted)

    for (start, end), movement in movements.items():
        if content[start:end].strip() == content[start:end] and content[start:end].isalnum():
            assert (movement.outcome, movement.place) == (Outcome.MOVED, (start, end))


@settings(deadline=None)
@given(worded, st.text(alphabet="xyzq \n", min_size=1, max_size=60), st.integers(0, len(STORY)))
def test_an_insertion_before_shifts_and_one_behind_does_not(
    span: tuple[int, int], words: str, place: int
) -> None:
    edited = put_together(
        STORY, [(0, place, None), (place, place, words), (place, len(STORY), None)]
    )

    movement = moved(compared(STORY, edited.content), [span])[span]

    if movement.outcome == Outcome.MOVED and not span[0] < place < span[1]:
        trimmed = (span[0], span[0] + len(STORY[slice(*span)].rstrip(" \n-")))
        assert movement.place is not None
        assert edited.content[slice(*movement.place)] in STORY[slice(*trimmed)] + words
    if abs(place - span[0]) > 40 and abs(place - span[1]) > 40:
        assert movement.outcome == Outcome.MOVED


@settings(deadline=None)
@given(worded)
def test_a_deletion_never_gives_a_place_by_itself(span: tuple[int, int]) -> None:
    edited = deleted(STORY, [span])

    movement = moved(compared(STORY, edited.content), [span])[span]

    assert movement.outcome != Outcome.MOVED


@settings(deadline=None)
@given(worded, st.integers())
def test_digits_never_change_in_silence(span: tuple[int, int], seed: int) -> None:
    if not any(c.isdigit() for c in STORY[slice(*span)]):
        return
    edited = figures_changed(STORY, [span], random.Random(seed))

    movement = moved(compared(STORY, edited.content), [span])[span]

    assert movement.outcome != Outcome.MOVED


@settings(deadline=None)
@given(worded, st.integers())
def test_other_lines_are_the_same_text(span: tuple[int, int], seed: int) -> None:
    edited = reflowed(STORY, random.Random(seed))

    movement = moved(compared(STORY, edited.content), [span])[span]

    if movement.outcome == Outcome.MOVED:
        words = edited.content[slice(*movement.place or (0, 0))]
        assert "".join(words.replace("-", "").split()) == "".join(
            STORY[slice(*span)].replace("-", "").split()
        )
