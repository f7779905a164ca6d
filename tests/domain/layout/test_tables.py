"""Every figure of a table must come out under its own heads, however the table was printed."""

from __future__ import annotations

import pytest

from tests.domain.layout.drawing import blocks_of, table_of, values_of


def test_a_value_carries_the_heads_of_its_row_and_column() -> None:
    text = "Mill\tflour\tbran\nHill\t9\t4\nStream\t1,056\t<20 (est.)\n"

    assert values_of(text) == {
        (("Hill",), ("flour",)): "9",
        (("Hill",), ("bran",)): "4",
        (("Stream",), ("flour",)): "1,056",
        (("Stream",), ("bran",)): "<20 (est.)",
    }


def test_columns_that_hold_nothing_fall_away_at_the_end() -> None:
    assert table_of("Mill\tflour\t\t\nHill\t9\t\t\n").columns == 2


def test_a_head_that_slipped_into_the_field_before_is_given_back_to_its_column() -> None:
    text = "Years Rank\t\tTons\t%\t\n2001–2005\t2.\t95\t18.6\t\n"

    assert values_of(text) == {
        (("2001–2005",), ("Rank",)): "2.",
        (("2001–2005",), ("Tons",)): "95",
        (("2001–2005",), ("%",)): "18.6",
    }


def test_a_head_printed_twice_counts_once_and_known_heads_stay_whole() -> None:
    text = "A\tMln tons\nHill\t3\n\nText.\n\nYears\tYears Rank Mln tons\t\t%\n2001\t2.\t95\t1\n"

    heads = blocks_of(text)[-1].split("\n")[0]

    assert heads == "table: Years\tRank\tMln tons\t%"


def test_a_head_that_begins_like_its_neighbour_is_no_repetition() -> None:
    text = "Mill\tValue\tValue added\nHill\t1\t2\n"

    assert values_of(text)[("Hill",), ("Value added",)] == "2"


def test_pairs_side_by_side_have_their_own_rows() -> None:
    text = "Year\tTons\tYear\tTons\n2001\t95\t2003\t22\n2002\t58\t2004\t294\n"

    assert values_of(text)[("2004",), ("Tons",)] == "294"
    assert values_of(text)[("2002",), ("Tons",)] == "58"


def test_pairs_whose_heads_are_printed_once_repeat_them() -> None:
    text = "Year\tTons\t\t\t\t\n2001\t95\t2003\t22\t2005\t7\n2002\t58\t2004\t294\t\t\n"

    assert values_of(text)[("2005",), ("Tons",)] == "7"
    assert values_of(text)[("2004",), ("Tons",)] == "294"


#   Mill │ 2001–2005        Mill │ 2011–2015
#   Mill │ %   │ tons       Mill │ %   │ tons
#   Hill │ 60  │ 12         Hill │ 40  │ 8
#        │ 2006–2010
#   Hill │ 50  │ 10
PANELS = (
    "Mill\t2001–2005\t\t\nMill\t%\ttons\t\nHill\t60\t12\t\n\t2006–2010\t\t\nHill\t50\t10\t\n"
    "\n"
    "Mlil\t2011–2015\t\t\nMill\t%\ttons\t\nHill\t40\t8\t\n"
)


def test_a_panel_names_the_rows_below_it() -> None:
    assert values_of(PANELS) == {
        (("2001–2005", "Hill"), ("%",)): "60",
        (("2001–2005", "Hill"), ("tons",)): "12",
        (("2006–2010", "Hill"), ("%",)): "50",
        (("2006–2010", "Hill"), ("tons",)): "10",
        (("2011–2015", "Hill"), ("%",)): "40",
        (("2011–2015", "Hill"), ("tons",)): "8",
    }


def test_a_panel_stands_over_all_columns_with_values() -> None:
    panels = [cell for cell in table_of(PANELS).cells if cell.span > 1]

    assert [(cell.row, cell.column, cell.span) for cell in panels] == [
        (0, 1, 2),
        (3, 1, 2),
        (5, 1, 2),
    ]


def test_two_rows_of_heads_apply_from_the_top_down() -> None:
    text = (
        "Mill\t2001\t\t2002\t\n\tflour\tbran\tflour\tbran\nHill\t1\t2\t3\t4\nStream\t5\t6\t7\t8\n"
    )

    assert values_of(text)[("Hill",), ("2002", "bran")] == "4"


def test_rows_that_hold_one_name_only_are_sections() -> None:
    text = "Mill\tflour\tbran\nNorth\t\t\nHill\t1\t2\nSouth\t\t\nStream\t3\t4\n"

    assert values_of(text)[("North", "Hill"), ("bran",)] == "2"
    assert values_of(text)[("South", "Stream"), ("flour",)] == "3"


def test_a_row_without_a_name_belongs_to_the_name_above() -> None:
    text = "Mill\tgoods\ttons\nHill\tflour\t12\n\tbran\t14\n"

    cells = [cell.row_path for cell in table_of(text).cells if cell.role == "value"]

    assert cells == [("Hill",)] * 4


def test_years_may_be_heads() -> None:
    text = "Mill\t2001\t2002\nHill\t12\t\nStream\t\t7\n"

    assert values_of(text) == {
        (("Hill",), ("2001",)): "12",
        (("Stream",), ("2002",)): "7",
    }


def test_rows_without_heads_are_values_all_the_same() -> None:
    assert values_of("Hill\t12\nStream\t7\n") == {(("Hill",), ()): "12", (("Stream",), ()): "7"}


def test_a_table_cut_by_a_page_end_goes_on_without_heads() -> None:
    text = "Mill\ttons\nHill\t12\nStream\t7\n\nBridge\t3\nChurch\t4\n"

    assert values_of(text)[("Church",), ("tons",)] == "4"


@pytest.mark.parametrize(
    "text",
    [
        "\tThe first paragraph is set in.\n\tThe second one too.\n",
        "•\tflour\n•\tbran\n",
        "1.\tflour\n2.\tbran\n",
        "One line\twith a tab.\n",
    ],
)
def test_a_tab_that_only_sets_in_makes_no_table(text: str) -> None:
    assert not any(block.startswith("table") for block in blocks_of(text))


def test_a_table_may_be_drawn_with_upright_bars() -> None:
    text = "| Mill | Tons |\n|------|-----:|\n| Hill |   95 |\n| Dale |      |\n| Dell | 1,056 |\n"

    assert values_of(text) == {
        (("Hill",), ("Tons",)): "95",
        (("Dell",), ("Tons",)): "1,056",
    }
    assert [cell.role for cell in table_of(text).cells].count("empty") == 1


def test_the_outer_bars_may_be_missing() -> None:
    text = "Mill | Tons\n-----|-----\nHill | 95\n"

    assert values_of(text) == {(("Hill",), ("Tons",)): "95"}


def test_one_line_with_a_bar_is_no_table() -> None:
    assert blocks_of("The Mill | A history\n") == ["paragraph: The Mill | A history"]
