"""CSV files as sheets: UTF-8, commas, double quotes."""

from __future__ import annotations

import codecs
import csv
import io

from apps.domain.refusals import Refusal
from apps.ui.sheets.cells import shielded, unshielded
from apps.ui.sheets.sheet import LONGEST_CELL, Sheet, sheet_of

WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ZIP_MARK = b"PK\x03\x04"
AS_UTF8 = "Save it as “CSV UTF-8”, or as XLSX."


def read_csv(raw: bytes) -> Sheet:
    """The sheet in the bytes of a file, or a Refusal that says why there is none."""
    reader = csv.reader(io.StringIO(_decoded(raw), newline=""), strict=True)
    csv.field_size_limit(LONGEST_CELL * 2)
    grid = []
    try:
        for number, cells in enumerate(reader, start=1):
            grid.append((number, [unshielded(cell) for cell in cells]))
    except csv.Error as error:
        raise Refusal(
            f"Row {len(grid) + 1} is no CSV ({error}).",
            remedy="Close every quote, and double the quotes inside a cell.",
        ) from error
    return sheet_of(grid)


def write_csv(sheet: Sheet) -> bytes:
    """The bytes of a file; the same rows give the same bytes."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(sheet.heads)
    for row in sheet.rows:
        writer.writerow([shielded(row.cells[head]) for head in sheet.heads])
    return stream.getvalue().encode()


def _decoded(raw: bytes) -> str:
    if raw.startswith(ZIP_MARK):
        raise Refusal("This is no CSV but a workbook.", remedy="Choose the format xlsx.")
    if raw.startswith(WIDE_MARKS):
        raise Refusal("The file is in UTF-16, not in UTF-8.", remedy=AS_UTF8)
    place = raw.find(b"\0")
    if place >= 0:
        raise Refusal(f"The file is no text: byte {place} is NUL.", remedy=AS_UTF8)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refusal(
            f"The file is not UTF-8: line {line} holds "
            f"the byte 0x{raw[error.start]:02X} at byte {error.start}.",
            remedy=AS_UTF8,
        ) from error
