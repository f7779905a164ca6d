"""Agreement of two people, against the examples that Krippendorff printed (2011)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from apps.domain.agreement import alpha, share_agreed

MEG_AND_OWEN = list(zip("0100000010", "1110010000", strict=True))
BEN_AND_GERRY = list(zip("aabbdcccedda", "babbbcccedd" + "d", strict=True))


@pytest.mark.parametrize(
    ("answers", "printed"), [(MEG_AND_OWEN, "0.095"), (BEN_AND_GERRY, "0.692")]
)
def test_alpha_is_as_printed(answers: list[tuple[str, str]], printed: str) -> None:
    found = alpha(answers)

    assert found is not None
    assert f"{float(found):.3f}" == printed


def test_what_all_agree_on_is_full_agreement() -> None:
    answers = [("a", "a"), ("b", "b")]

    assert alpha(answers) == Fraction(1)
    assert share_agreed(answers) == Fraction(1)


def test_the_share_counts_what_both_said() -> None:
    assert share_agreed(MEG_AND_OWEN) == Fraction(6, 10)


def test_where_nothing_was_asked_or_only_one_thing_said_there_is_no_figure() -> None:
    assert [share_agreed([]), alpha([]), alpha([("a", "a")])] == [None, None, None]
