"""XLSX workbooks as sheets: the first worksheet, cells as they are shown."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from apps.domain.complaints import told
from apps.domain.refusals import Refusal
from apps.ui.sheets.cells import unshielded
from apps.ui.sheets.sheet import MEBIBYTE, MOST_COLUMNS, MOST_ROWS, Sheet, sheet_of

MOST_UNPACKED = 200 * MEBIBYTE
FIXED = re.compile(r"0(?:\.(0+))?")
# What openpyxl lets through of its parts when a file only looks like a workbook.
NO_WORKBOOK = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
)
NOT_ONE = Refusal("This is no XLSX workbook.", remedy="Save the table as XLSX, or choose csv.")


def read_workbook(raw: bytes) -> Sheet:
    """The sheet in the bytes of a workbook, or a Refusal that says why there is none."""
    _refuse_what_is_no_workbook(raw)
    wrong: list[str] = []
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False)
        grid = list(_grid(book.worksheets[0], wrong))
    except NO_WORKBOOK as error:
        raise Refusal(NOT_ONE.message, remedy=NOT_ONE.remedy) from error
    if wrong:
        raise Refusal(
            f"Some cells cannot be read: {told(wrong)}",
            remedy="Format these cells as text, and write into them what they shall say.",
        )
    return sheet_of(_squared(grid))


def _refuse_what_is_no_workbook(raw: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except NO_WORKBOOK as error:
        raise Refusal(NOT_ONE.message, remedy=NOT_ONE.remedy) from error
    if unpacked > MOST_UNPACKED:
        raise Refusal(
            f"The workbook unpacks to {unpacked / MEBIBYTE:,.0f} MB; "
            f"{MOST_UNPACKED // MEBIBYTE} are allowed.",
            remedy="Copy the table alone into a new workbook.",
        )


def _grid(worksheet: Any, wrong: list[str]) -> Iterator[tuple[int, list[str]]]:
    worksheet.reset_dimensions()  # what the file says of its own size is often untrue
    for number, row in enumerate(worksheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        if number > 2 * MOST_ROWS:
            break
        yield (
            number,
            [
                _shown(cell, f"Cell {get_column_letter(place)}{number}", wrong)
                for place, cell in enumerate(row, start=1)
            ],
        )


def _shown(cell: Any, name: str, wrong: list[str]) -> str:
    """The cell as a person sees it; what cannot be told for sure is added to the wrong ones."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        wrong.append(f"{name} holds a formula.")
    elif cell.data_type == "e":
        wrong.append(f"{name} holds an error.")
    elif isinstance(value, date | datetime | time | timedelta):
        wrong.append(f"{name} holds a date of the spreadsheet, {value}.")
    elif isinstance(value, bool):
        return "yes" if value else "no"
    elif isinstance(value, int | float):
        return _number(value, cell.number_format, name, wrong)
    elif isinstance(value, str):
        return unshielded(value)
    return ""


def _number(value: float, number_format: str, name: str, wrong: list[str]) -> str:
    """The digits that the format shows: 9.50 in the format 0.00 keeps its closing zero."""
    if number_format in ("General", "@"):
        return str(int(value)) if value == int(value) else repr(value)
    fixed = FIXED.fullmatch(number_format)
    if fixed is None:
        wrong.append(f"{name} shows {value} in the format {number_format}.")
        return ""
    return f"{value:.{len(fixed[1] or '')}f}"


def _squared(grid: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Rows of one length; a workbook leaves out the empty cells at the end."""
    width = max((len(cells) for _, cells in grid), default=0)
    return [(number, cells + [""] * (width - len(cells))) for number, cells in grid]
