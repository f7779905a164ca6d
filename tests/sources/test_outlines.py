"""The skeleton of a text: what it holds, and that the committed ones are those of the originals."""

from __future__ import annotations

import pytest

from apps.domain.layout import Block, Run, read_layout
from apps.domain.refusals import Refusal
from apps.sources.management.commands.write_outlines import outlines_of_originals
from apps.sources.outlines import Outline, outline_from, outlines_file, read, written
from tests.tiny import ARTICLE


def outline_of_article() -> Outline:
    return outline_from(ARTICLE, read_layout(ARTICLE))


def test_an_outline_holds_headings_and_tables_and_no_sentence() -> None:
    outline = outline_of_article()

    headings = [heading.text for heading in outline.headings]
    assert headings[-3:] == ["Introduction", "The trade in figures", "Conclusion"]
    [table] = outline.tables
    assert (table.label, table.origin) == ("Table 1", "Zenda Yearbook, Trade Database")
    assert table.caption == "Table 1. Boat imports of Ruritania from Zenda"
    assert [(c.text, c.row_path, c.column_path) for c in table.cells if c.role == "value"] == [
        ("700", ("2010",), ("Mln USD",)),
        ("500", ("2011",), ("Mln USD",)),
    ]
    assert "ministers" not in written({"a": outline})


def test_an_outline_is_read_as_it_was_written() -> None:
    outlines = {"b": outline_of_article(), "a": Outline()}

    assert read(written(outlines)) == outlines


def test_an_outline_is_written_one_heading_or_cell_a_line() -> None:
    lines = written({"a": outline_of_article()}).splitlines()

    assert sum('"text": "700"' in line for line in lines) == 1
    assert [line for line in lines if '"text": "Introduction"' in line] == [
        '{"start": 51, "level": 2, "lang": "en", "text": "Introduction"},'
    ]


def test_a_heading_as_long_as_a_sentence_is_cut() -> None:
    content = "One two three four five six seven eight nine ten eleven twelve, thirteen!"
    heading = Block("heading", 0, len(content), (Run(0, len(content)),), level=1)

    outline = outline_from(content, [heading])

    assert outline.headings[0].text == (
        "One two three four five six seven eight nine ten eleven twelve …"
    )


def test_what_belongs_to_another_work_is_left_out() -> None:
    heading = Block("heading", 0, 5, (Run(0, 5),), level=1, outside=True)

    assert outline_from("Else.", [heading]) == Outline()


def test_the_committed_outlines_are_those_of_the_originals() -> None:
    try:
        outlines = outlines_of_originals()
    except Refusal as refusal:
        pytest.skip(f"NOT CHECKED: {refusal}")

    committed = outlines_file().read_text("utf-8")

    assert committed == written(outlines), "Run manage.py write_outlines."
