"""Rows with the same complaint are told together, by their ranges."""

from __future__ import annotations

from apps.ui.sheets.alike import alike_in

WRONG = "There is no unit “mln”."


def test_rows_with_one_complaint_are_told_as_ranges() -> None:
    rows = [2, 3, 4, 9, 11, 12]

    [alike] = alike_in((row, "unit", WRONG) for row in rows)

    assert (alike.column, alike.wrong, alike.ranges) == ("unit", WRONG, "2–4, 9, 11–12")


def test_the_most_frequent_complaint_comes_first_and_lone_ones_do_not_come() -> None:
    complaints = [(2, "key", "a"), (3, "unit", "b"), (4, "unit", "b"), (4, "note", "b")]
    complaints += [(row, "key", "c") for row in range(5, 9)]

    found = alike_in(complaints)

    assert [(one.wrong, one.ranges) for one in found] == [("c", "5–8"), ("b", "3–4")]
