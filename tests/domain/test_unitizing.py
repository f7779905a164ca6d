"""Agreement on where, against the examples that Krippendorff printed (1995, 2004)."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.domain.unitizing import Stretch, disagreement, unitizing_alpha

# Content Analysis (2004), page 254: a text of 300 characters that begins at the 150th.
BOUNDS = (150, 450)
ONE = {"c": [(225, 295), (370, 400)], "k": [(180, 240), (300, 350)]}
OTHER = {"c": [(220, 300), (355, 375), (400, 420)], "k": [(180, 240), (300, 350)]}


def test_the_printed_example_comes_out() -> None:
    found = unitizing_alpha(BOUNDS, ONE, OTHER)

    assert found is not None
    assert f"{float(found):.3f}" == "0.859"


@pytest.mark.parametrize(
    ("category", "observed", "expected"), [("c", "0.0144", "0.0532"), ("k", "0.0000", "0.0490")]
)
def test_each_category_differs_as_printed(category: str, observed: str, expected: str) -> None:
    found = disagreement(BOUNDS, ONE[category], OTHER[category])

    assert f"{float(found.observed):.4f}" == observed
    assert f"{float(found.expected):.4f}" == expected


# On the reliability of unitizing contiguous data (1995), page 57: texts of 24 characters.
TWO_OF_1995 = {
    "0.03125": ("..aaaaaaaa....aaaaaa....", "....aaaa.......aa......."),
    "2.26736": ("aaaaaaaaaaaaaaaaaa......", "aabcdefffg.............."),
    "0.02778": ("..aaaaaa..aa..aaaa..aa..", "aa..aaaa..aaaa..aa..aa.."),
    "0.38715": ("aabbbbbbbbccccddddddeeee", "aaaabbbbcccccccddeeeeeee"),
}


def drawn(line: str) -> list[Stretch]:
    """Units are runs of one letter."""
    edges = [at for at in range(len(line) + 1) if line[at - 1 : at] != line[at : at + 1]]
    edges = sorted({0, *edges, len(line)})
    return [(a, b) for a, b in pairwise(edges) if line[a] != "."]


@pytest.mark.parametrize("printed", list(TWO_OF_1995))
def test_four_more_differ_as_printed(printed: str) -> None:
    one, other = TWO_OF_1995[printed]

    found = disagreement((0, 24), drawn(one), drawn(other))

    assert f"{float(found.observed):.5f}" == printed


def test_where_nobody_marked_anything_there_is_no_figure() -> None:
    assert unitizing_alpha((0, 100), {}, {}) is None


def test_what_only_one_marked_is_no_better_than_chance() -> None:
    found = unitizing_alpha((0, 100), {"norland": [(10, 20)]}, {})

    assert found is not None
    assert found < Fraction(1, 20)


stretches = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 10)), max_size=6).map(
    lambda drawn: [(start, start + size) for start, size in drawn]
)


@given(stretches, stretches)
def test_it_matters_to_nobody_who_is_first(one: list[Stretch], other: list[Stretch]) -> None:
    assert unitizing_alpha((0, 100), {"a": one}, {"a": other}) == unitizing_alpha(
        (0, 100), {"a": other}, {"a": one}
    )


@given(stretches)
def test_the_same_marks_are_full_agreement(marked: list[Stretch]) -> None:
    assert unitizing_alpha((0, 100), {"a": marked}, {"a": marked}) in (None, Fraction(1))
