"""Gives the table of a page as a file under the page's own address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse

from apps.domain.refusals import Refusal, quoted
from apps.ui.sheets.csv_files import write_csv
from apps.ui.sheets.formats import SHEETS
from apps.ui.sheets.sheet import Sheet, SheetRow

CSV = "csv"
FORMS = {form().get_extension(): form() for form in SHEETS}


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


def sheet_asked_for(request: HttpRequest) -> str | None:
    """Under ?format= the form in which a whole table is asked for, if any."""
    wanted = request.GET.get("format", "")
    if wanted and wanted not in FORMS:
        ways = " or ".join(f"format={form}" for form in FORMS)
        raise Refusal(f"There is no format called {quoted(wanted)}.", remedy=f"Ask for {ways}.")
    return wanted or None


def sheet_answer(sheet: Sheet, form: str, *, name: str) -> HttpResponse:
    """The whole table as a file, as an import would take it."""
    written = FORMS[form]
    answer = HttpResponse(written.export_data(sheet), content_type=written.get_content_type())
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
