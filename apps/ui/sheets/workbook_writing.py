"""Sheets as XLSX workbooks; the same rows give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import IllegalCharacterError

from apps.domain.refusals import Refusal, quoted
from apps.ui.sheets.cells import shielded
from apps.ui.sheets.sheet import Sheet, SheetRow

AS_TEXT = "@"
WIDTH = 18
NO_DATE = (1980, 1, 1, 0, 0, 0)
WRITTEN_AT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
DAY_ONE = rb"\g<1>2000-01-01T00:00:00Z"


def write_workbook(sheet: Sheet) -> bytes:
    """The bytes of a workbook; cells are text but for whole numbers in their columns."""
    book = Workbook(write_only=True)
    worksheet = book.create_sheet("Variorum")
    worksheet.freeze_panes = "A2"
    for place, head in enumerate(sheet.heads, start=1):
        column = worksheet.column_dimensions[get_column_letter(place)]
        column.width = WIDTH
        if head not in sheet.numbers:
            column.number_format = AS_TEXT  # else a spreadsheet makes a date of 2014-11
    grid = [[_head(worksheet, head) for head in sheet.heads]]
    # All cells before the first is written: a worksheet broken off leaves its file open.
    grid += [[_cell(worksheet, row, head, sheet) for head in sheet.heads] for row in sheet.rows]
    for cells in grid:
        worksheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def _head(worksheet: Any, head: str) -> Any:
    cell = WriteOnlyCell(worksheet, value=head)
    cell.font = Font(bold=True)
    return cell


def _cell(worksheet: Any, row: SheetRow, head: str, sheet: Sheet) -> Any:
    text = row.cells[head]
    if not text:
        return None
    if head in sheet.numbers:
        return int(text)
    if "\r" in text:
        raise _unwritable(row.number, head)  # XML would turn it into a line end
    try:
        cell = WriteOnlyCell(worksheet, value=shielded(text))
    except IllegalCharacterError as error:
        raise _unwritable(row.number, head) from error
    cell.number_format = AS_TEXT
    return cell


def _unwritable(number: int, head: str) -> Refusal:
    return Refusal(
        f"Row {number}, column {quoted(head)}: a workbook cannot hold a control character.",
        remedy="Export as csv.",
    )


def _without_times(raw: bytes) -> bytes:
    """The same archive as if it had been written on no day in particular."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = WRITTEN_AT.sub(DAY_ONE, content)
            name = zipfile.ZipInfo(entry.filename, NO_DATE)
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
