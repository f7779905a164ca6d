"""Figures are the same figures on another line, and others with another mark."""

from __future__ import annotations

import pytest

from apps.domain.anchoring import figures_of


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("In 2014 and 2015", ("2014", "2015")),
        ("1,056 mln", ("1,056", "mln")),
        ("1,056\nmln", ("1,056", "mln")),
        ("US$2 bil-\nlion", ("$2", "billion")),
        ("2017-\n2021", ("2017-2021",)),
        ("SU-\n30MKK", ("-30",)),
        ("SU-30MKK", ("-30",)),
        ("<20 (est.)", ("<20",)),
        ("7.5% of 10", ("7.5%", "10")),
        ("nothing", ()),
    ],
)
def test_figures_are_read_with_their_marks(words: str, figures: tuple[str, ...]) -> None:
    assert figures_of(words) == figures


@pytest.mark.parametrize(
    ("words", "others"),
    [("1,056", "1.056"), ("10.5", "105"), ("-5", "5"), ("<20", "20"), ("3 mln", "3 bln")],
)
def test_another_mark_makes_another_figure(words: str, others: str) -> None:
    assert figures_of(words) != figures_of(others)
