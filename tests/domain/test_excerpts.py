"""Excerpts: at most forty words each, apart from each other, a tenth of the work in all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from apps.domain.excerpts import APART, MOST_WORDS, ONE_IN, Place, excerpts

# Words of one letter more than their blank: word 7 stands at 14 and ends at 15.
LONG = 1000


def work(words: int = LONG) -> str:
    return " ".join("w" * words)


def word(number: int, words: int = 1) -> Place:
    """Where some words stand, from this one on."""
    return 2 * number, 2 * (number + words) - 1


def test_an_excerpt_has_forty_words_the_passage_in_their_middle() -> None:
    shown = excerpts(work(), [word(500, 2)])

    assert shown == {word(500, 2): word(481, 40)}


def test_at_the_beginning_the_words_stand_behind_the_passage() -> None:
    shown = excerpts(work(), [word(0)])

    assert shown == {word(0): word(0, 40)}


def test_passages_in_one_excerpt_share_it() -> None:
    shown = excerpts(work(), [word(500), word(505)])

    assert shown[word(505)] == shown[word(500)]


def test_forty_words_stay_hidden_between_two_excerpts() -> None:
    # The first shows words 481 to 520; the second would like 541 to 580.
    shown = excerpts(work(), [word(500), word(565)])

    assert shown[word(500)] == word(481, 40)
    assert shown[word(565)][0] == word(481 + MOST_WORDS + APART)[0]


def test_a_passage_beside_an_excerpt_gets_none() -> None:
    shown = excerpts(work(), [word(500), word(530)])

    assert word(530) not in shown


def test_a_tenth_of_the_work_is_shown_and_no_more() -> None:
    passages = [word(number) for number in range(0, LONG, 100)]

    shown = excerpts(work(), passages)

    assert list(shown) == passages[:2]


def test_an_excerpt_stays_as_it_is_when_passages_are_added() -> None:
    before = excerpts(work(), [word(500)])

    after = excerpts(work(), [word(500), word(480), word(700), word(520)])

    assert after[word(500)] == before[word(500)]


def test_a_passage_of_more_than_forty_words_is_not_shown() -> None:
    assert excerpts(work(), [word(500, 41)]) == {}


def test_a_work_of_a_few_words_has_no_excerpts() -> None:
    assert excerpts(work(100), [word(50)]) == {}


places = st.tuples(st.integers(0, LONG - 1), st.integers(1, 60)).map(
    lambda drawn: word(drawn[0], min(drawn[1], LONG - drawn[0]))
)


@given(st.lists(places, max_size=60))
def test_however_many_are_asked_for_the_work_cannot_be_put_together(passages: list[Place]) -> None:
    shown = sorted(set(excerpts(work(), passages).values()))

    lengths = [(end - start + 1) // 2 for start, end in shown]
    hidden = [(after[0] - before[1] - 1) // 2 for before, after in pairwise(shown)]
    assert sum(lengths) * ONE_IN <= LONG
    assert max(lengths, default=0) <= MOST_WORDS
    assert min(hidden, default=APART) >= APART
