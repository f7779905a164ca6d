"""Gives the table of a page as CSV under the page's own address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse

from apps.domain.refusals import Refusal, quoted
from apps.ui.sheets.csv_files import write_csv
from apps.ui.sheets.sheet import Sheet, SheetRow

CSV = "csv"


def asks_for_csv(request: HttpRequest) -> bool:
    """Whether ?format=csv is asked for; any other format is refused."""
    wanted = request.GET.get("format", "")
    if wanted and wanted != CSV:
        raise Refusal(f"There is no format called {quoted(wanted)}.", remedy="Ask for format=csv.")
    return bool(wanted)


def csv_answer(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The table as a file."""
    cells = (tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    numbered = [
        SheetRow(number, dict(zip(heads, row, strict=True)))
        for number, row in enumerate(cells, start=2)
    ]
    return HttpResponse(
        write_csv(Sheet(tuple(heads), numbered)), content_type="text/csv; charset=utf-8"
    )
