"""Every figure in the tables of the corpus must be one cell under the heads it has in print."""

from __future__ import annotations

import pytest

from apps.domain.layout import Block, Cell, block_at, shown, shown_span
from tests.corpus.five_texts import NEEDS_THE_TEXTS, SOURCES, content_of, layout_of, rows

pytestmark = NEEDS_THE_TEXTS

PANEL_MARK = " / "  # the first pass writes rows of panels as "2012–2016 / Russia"


def tables_of(source: str) -> dict[str, Block]:
    return {block.label: block for block in layout_of(source) if block.table is not None}


def values(source: str, label: str) -> dict[tuple[str, ...], str]:
    """Return the values of a table by row path and column path in one."""
    content, table = content_of(source), tables_of(source)[label].table
    assert table is not None
    return {
        (*cell.row_path, *cell.column_path): content[cell.start : cell.end]
        for cell in table.cells
        if cell.role == "value"
    }


def test_eight_tables_have_these_sizes() -> None:
    sizes = {
        (source, label): (block.table.rows, block.table.columns, len(values(source, label)))
        for source in SOURCES
        for label, block in tables_of(source).items()
        if block.table is not None
    }

    assert sizes == {
        ("zareba-2022", "Table 1"): (5, 4, 12),
        ("zareba-2022", "Table 2"): (5, 5, 16),
        ("zareba-2022", "Table 3"): (9, 3, 16),
        ("zareba-2022", "Table 4"): (5, 4, 12),
        ("zareba-2022", "Table 5"): (25, 3, 38),
        ("zareba-2022", "Table 6"): (6, 8, 20),
        ("nghiem-2025", "Table 1"): (12, 4, 22),
        ("nghiem-2025", "Table 2"): (11, 4, 30),
    }


@pytest.mark.parametrize("label", ["Table 1", "Table 4"])
def test_heads_that_were_printed_in_one_field_have_their_own_columns(label: str) -> None:
    block = tables_of("zareba-2022")[label]

    head = shown(content_of("zareba-2022"), block).split("\n")[0]

    assert head == "Years\tRank\tMln USD\t%"


def test_values_stand_under_their_printed_heads() -> None:
    assert values("zareba-2022", "Table 1")["2017–2021", "Mln USD"] == "25,293"
    assert values("zareba-2022", "Table 2")["2012–2016", "2nd (%)"] == "Vietnam (10.4)"
    assert values("zareba-2022", "Table 3")["Total", "Mln USD"] == "10,674"
    assert values("zareba-2022", "Table 4")["2017–2021", "Rank"] == "20."
    assert values("zareba-2022", "Table 6")["2014", "Mln USD"] == "1,056"
    assert values("nghiem-2025", "Table 1")["2021", "Value, Million USD"] == "<20 (est.)"
    assert values("nghiem-2025", "Table 2")["T-90S Tanks", "Quantity"] == "64"


def test_panels_of_table_5_are_told_apart() -> None:
    found = values("zareba-2022", "Table 5")

    assert {
        period: found[period, "Russia", "mln USD"] for period in sorted({key[0] for key in found})
    } == {
        "2002–2006": "530",
        "2007–2011": "1,342",
        "2012–2016": "3,564",
        "2017–2021": "1,016",
    }
    assert found["2017–2021", "South Korea", "%"] == "6.6"


def cell_at(source: str, start: int, end: int) -> Cell | None:
    """Return the value cell that holds a place."""
    for block in layout_of(source):
        for cell in block.table.cells if block.table else ():
            if cell.role == "value" and cell.start <= start and end <= cell.end:
                return cell
    return None


def test_every_figure_of_the_first_pass_is_one_value_cell() -> None:
    figures = [row for row in rows("numeric_claims") if row["locus"] == "table"]

    missed = [
        row["id"]
        for row in figures
        if (cell := cell_at(row["source"], row["number_start"], row["number_end"])) is None
        or (cell.start, cell.end) != (row["start"], row["end"])
    ]

    assert len(figures) == 173
    assert missed == []


def test_every_figure_of_the_first_pass_has_the_heads_it_was_read_under() -> None:
    for row in rows("numeric_claims"):
        if row["locus"] != "table":
            continue
        cell = cell_at(row["source"], row["start"], row["end"])
        assert cell is not None
        assert cell.row_path == tuple(row["row"].split(PANEL_MARK)), row["id"]
        assert cell.column_path == (row["column"],), row["id"]


def test_every_figure_of_the_first_pass_is_shown_in_one_block() -> None:
    for row in rows("numeric_claims"):
        content, blocks = content_of(row["source"]), layout_of(row["source"])
        start, end = row.get("number_start", row["start"]), row.get("number_end", row["end"])
        at = block_at(blocks, start)
        assert at is not None
        assert at == block_at(blocks, end - 1), row["id"]

        first, last = shown_span(blocks[at], start, end)

        words = shown(content, blocks[at])[first:last]
        assert words.split() == content[start:end].split(), row["id"]


def test_captions_and_origins_know_their_tables() -> None:
    ties = [
        (block.kind, block.label, None if block.of is None else blocks[block.of].label)
        for blocks in (layout_of("nghiem-2025"), layout_of("zareba-2022"))
        for block in blocks
        if block.kind in ("caption", "origin")
    ]

    labels = ["Table 1", "Table 2", *(f"Table {number}" for number in range(1, 7))]
    assert [tie for tie in ties if tie[0] == "caption"] == [
        *(("caption", label, label) for label in labels),
        ("caption", "Chart 1", None),
    ]
    assert [table for kind, _, table in ties if kind == "origin"] == [
        "Table 1",
        "Table 2",
        "Table 2",
        *labels[2:],
        None,
    ]
