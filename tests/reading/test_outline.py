"""The outline: levels, and what is counted in each line."""

from __future__ import annotations

from apps.reading.outline import Place, outline


def heading(start: int, level: int, words: str) -> Place:
    return Place(start, start + 5, f"b-{start}", words, level)


def test_tables_stand_below_their_heading_and_count_in_it() -> None:
    places = [
        heading(0, 1, "Trade"),
        Place(10, 30, "b-10", "Table 1", 0, is_table=True),
        heading(50, 1, "Ends"),
    ]

    trade, ends = outline(places, claims=[(12, 1), (20, 1), (40, 1), (60, 1)], disputes=[])

    assert (trade.words, trade.claims) == ("Trade", 3)
    assert [(line.words, line.claims) for line in trade.below] == [("Table 1", 2)]
    assert (ends.words, ends.claims, ends.below) == ("Ends", 1, [])


def test_a_contradiction_with_two_claims_in_a_section_counts_once() -> None:
    places = [heading(0, 1, "First"), heading(50, 1, "Second")]

    first, second = outline(places, claims=[], disputes=[(3, 8), (9, 8), (60, 8), (61, 9)])

    assert (first.open, second.open) == (1, 2)


def test_the_title_of_the_source_is_left_out() -> None:
    places = [heading(0, 1, "The title"), heading(10, 2, "One"), heading(20, 2, "Two")]

    lines = outline(places, claims=[], disputes=[])

    assert [line.words for line in lines] == ["One", "Two"]


def test_a_text_without_headings_has_no_outline() -> None:
    assert outline([], claims=[(4, 1)], disputes=[]) == []
