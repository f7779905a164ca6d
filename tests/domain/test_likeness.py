"""How much two stretches of words have in common."""

from __future__ import annotations

import pytest

from apps.domain.likeness import alike, covered, stems, told, weights

EVEN = dict[str, float]()


@pytest.mark.parametrize(
    ("one", "other"),
    [("signed", "signing"), ("ordered", "orders"), ("delivered", "delivery"), ("Phú", "phu")],
)
def test_words_that_differ_in_their_ending_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_what_joins_words_tells_nothing_and_years_do() -> None:
    assert stems("which had been in the 2014") == {"2014"}


def test_a_name_is_covered_as_far_as_its_words_stand_there() -> None:
    assert covered(stems("treaty of Lindau"), stems("met at Lindau"), EVEN) == 0.5
    assert covered(stems("of the"), stems("met at Lindau"), EVEN) == 0


def test_a_long_name_tells_more_than_a_short_one() -> None:
    words = stems("the treaty of Lindau that Norland signed in 1994")

    assert told(stems("treaty of Lindau signed 1994"), words, EVEN) > told(
        stems("Norland"), words, EVEN
    )


def test_rare_words_make_stretches_more_alike_than_common_ones() -> None:
    bags = [stems(words) for words in ("tanks ordered", "tanks delivered", "tanks paid")]
    worth = weights(bags)

    assert alike(bags[0], stems("boats ordered"), worth) > alike(
        bags[0], stems("tanks lost"), worth
    )
    assert alike(bags[0], stems(""), worth) == 0
