"""CSV files and workbooks: what goes out comes in again, and broken ones say what is wrong."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from apps.domain.refusals import Refusal
from apps.ui.sheets import workbooks
from apps.ui.sheets.csv_files import read_csv, write_csv
from apps.ui.sheets.sheet import MOST_ROWS, Sheet, SheetRow, refuse_weight
from apps.ui.sheets.workbook_writing import write_workbook
from apps.ui.sheets.workbooks import read_workbook

HEADS = ("slug", "note", "start")
# No file format keeps a NUL; XML turns \r into \n and knows no other control characters.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"))


def a_sheet(*rows: tuple[str, str, str]) -> Sheet:
    cells = [dict(zip(HEADS, row, strict=True)) for row in rows]
    numbered = [SheetRow(number, row) for number, row in enumerate(cells, start=2)]
    return Sheet(HEADS, numbered, frozenset({"start"}))


def a_workbook(*rows: tuple[Any, ...], formats: dict[str, str] | None = None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for place, number_format in (formats or {}).items():
        book.active[place].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def refusal_of(reader: Callable[[bytes], Sheet], raw: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        reader(raw)
    return str(refused.value)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_csv_gives_back_what_it_was_given(notes: list[str]) -> None:
    sheet = a_sheet(*((f"s{place}", note, "1") for place, note in enumerate(notes)))

    assert read_csv(write_csv(sheet)).rows == sheet.rows


@settings(deadline=None, max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=2))
def test_a_workbook_gives_back_what_it_was_given(notes: list[str]) -> None:
    sheet = a_sheet(*((f"s{place}", note, "1") for place, note in enumerate(notes)))

    assert read_workbook(write_workbook(sheet)).rows == sheet.rows


def test_the_same_rows_give_the_same_bytes() -> None:
    sheet = a_sheet(("a", "=1+1", "12"), ("b", "Đổi mới\nŁódź", "13"))

    assert write_csv(sheet) == write_csv(sheet)
    assert write_workbook(sheet) == write_workbook(sheet)


def test_a_formula_is_neither_written_nor_lost() -> None:
    sheet = a_sheet(("a", "=1+1", "12"))

    assert b"a,'=1+1,12" in write_csv(sheet)
    assert read_csv(write_csv(sheet)).rows[0].cells["note"] == "=1+1"


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    sheet = read_csv(b'slug,note\n"a","two\nlines"\n\n,\nb,x\n')

    assert [(row.number, row.cells["slug"]) for row in sheet.rows] == [(2, "a"), (5, "b")]


def test_a_byte_order_mark_is_no_part_of_the_first_head() -> None:
    assert read_csv(b"\xef\xbb\xbfslug\na\n").heads == ("slug",)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\n\n", "The file holds no heads. Put the names of the columns in row 1."),
        (b"slug,note\n", "The file has heads but no rows. Add a row for each entry."),
        (b"slug,slug\na,b\n", "The column “slug” stands there twice. Delete one of them."),
        (b"slug,,note\na,b,c\n", "Column 2 has no head. Name it in row 1, or delete it."),
        (
            b"slug;note\na;b\n",
            "The columns are separated by semicolons. Save the file as CSV with commas, "
            "or as XLSX.",
        ),
        (
            b"slug,note\na\n",
            "Some rows cannot be read: \nRow 2 has 1 cells, but there are 2 heads. "
            "Put cells that contain commas, quotes or line breaks into double quotes.",
        ),
        (
            "slug\nŁódź\n".encode("cp1250"),
            "The file is not UTF-8: line 2 holds the byte 0xA3 at byte 5. "
            "Save it as “CSV UTF-8”, or as XLSX.",
        ),
        (
            "slug\na\n".encode("utf-16"),
            "The file is in UTF-16, not in UTF-8. Save it as “CSV UTF-8”, or as XLSX.",
        ),
        (b"slug\n\0\n", "The file is no text: byte 5 is NUL. Save it as “CSV UTF-8”, or as XLSX."),
        (a_workbook(("slug",)), "This is no CSV but a workbook. Choose the format xlsx."),
    ],
)
def test_a_broken_csv_says_what_is_wrong_and_what_to_do(raw: bytes, says: str) -> None:
    assert refusal_of(read_csv, raw) == says


def test_an_unclosed_quote_names_its_row() -> None:
    assert refusal_of(read_csv, b'slug,note\na,"b\n').startswith("Row 2 is no CSV (")


def test_too_many_rows_are_refused() -> None:
    raw = b"slug\n" + b"a\n" * (MOST_ROWS + 1)

    assert refusal_of(read_csv, raw).startswith("The file has 20,001 rows; 20,000 may come at once")


def test_size_alone_decides_before_anything_is_read() -> None:
    with pytest.raises(Refusal, match=r"“a.csv” has 100.0 MB; a table may have 10."):
        refuse_weight(100 * 2**20, "a.csv")
    with pytest.raises(Refusal, match=r"“a.csv” is empty\."):
        refuse_weight(0, "a.csv")


def test_a_workbook_is_read_as_it_is_shown() -> None:
    raw = a_workbook(
        ("slug", "note", "start"),
        ("a", 9.5, 1204),
        ("b", 9.5, True),
        formats={"B3": "0.00"},
    )

    cells = [dict(row.cells) for row in read_workbook(raw).rows]

    assert cells == [
        {"slug": "a", "note": "9.5", "start": "1204"},
        {"slug": "b", "note": "9.50", "start": "yes"},
    ]


@pytest.mark.parametrize(
    ("cell", "number_format", "says"),
    [
        (datetime.date(2014, 11, 1), "yyyy-mm", "Cell B2 holds a date of the spreadsheet"),
        ("=1+1", "General", "Cell B2 holds a formula."),
        ("#REF!", "General", "Cell B2 holds an error."),
        (1056, "#,##0", "Cell B2 shows 1056 in the format #,##0."),
    ],
)
def test_a_cell_that_is_not_what_it_shows_is_named(
    cell: Any, number_format: str, says: str
) -> None:
    raw = a_workbook(("slug", "note"), ("a", cell), formats={"B2": number_format})

    assert says in refusal_of(read_workbook, raw)


def a_zip(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "raw",
    [b"slug,note\na,b\n", b"PK\x03\x04 and no more", a_zip("word.xml", b"<a/>"), b""],
    ids=["csv", "broken zip", "other zip", "empty"],
)
def test_what_is_no_workbook_is_refused_as_such(raw: bytes) -> None:
    assert refusal_of(read_workbook, raw) == (
        "This is no XLSX workbook. Save the table as XLSX, or choose csv."
    )


def test_a_workbook_that_would_fill_the_memory_is_refused_unopened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 2**20)
    raw = a_zip("xl/worksheets/sheet1.xml", b"\0" * (2 * 2**20))

    assert refusal_of(read_workbook, raw) == (
        "The workbook unpacks to 2 MB; 1 are allowed. Copy the table alone into a new workbook."
    )


def test_a_control_character_goes_into_csv_only() -> None:
    sheet = a_sheet(("a", "vertical\x0btab", "1"))

    with pytest.raises(Refusal, match="Row 2, column “note”: a workbook cannot hold"):
        write_workbook(sheet)
    assert read_csv(write_csv(sheet)).rows == sheet.rows
