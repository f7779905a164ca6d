"""Our CSV and XLSX as formats of django-import-export, which hands them whole files."""

from __future__ import annotations

from typing import Any

from import_export.formats import base_formats

from apps.ui.sheets.csv_files import read_csv, write_csv
from apps.ui.sheets.sheet import Sheet
from apps.ui.sheets.workbook_writing import write_workbook
from apps.ui.sheets.workbooks import read_workbook


class CsvSheet(base_formats.CSV):  # type: ignore[misc]
    """Taken as bytes, so that a wrong encoding gets a message of ours."""

    CONTENT_TYPE = "text/csv; charset=utf-8"

    def is_binary(self) -> bool:
        return True

    def get_read_mode(self) -> str:
        return "rb"

    def create_dataset(self, in_stream: bytes, **kwargs: Any) -> Sheet:
        return read_csv(in_stream)

    def export_data(self, dataset: Sheet, **kwargs: Any) -> bytes:
        return write_csv(dataset)


class XlsxSheet(base_formats.XLSX):  # type: ignore[misc]
    """A workbook with one worksheet."""

    def create_dataset(self, in_stream: bytes) -> Sheet:
        return read_workbook(in_stream)

    def export_data(self, dataset: Sheet, **kwargs: Any) -> bytes:
        return write_workbook(dataset)


SHEETS = (CsvSheet, XlsxSheet)
