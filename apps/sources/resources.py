"""Sources as a sheet: one row for each bibliographic work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.sources.actions import add_source, correct_source
from apps.sources.models import Source
from apps.sources.written import NAME_PARTS
from apps.ui.sheets.cells import as_records, records_in
from apps.ui.sheets.resource import Cells, SheetResource
from apps.ui.sheets.rows import RowReading

PLAIN = (
    "slug",
    "title",
    "container",
    "volume",
    "issue",
    "pages",
    "published",
    "doi",
    "url",
    "issn",
    "publisher",
    "language",
    "kind",
    "rights",
    "licence",
    "licence_url",
    "rights_statement",
    "note",
)
NAMES = ("authors", "translators")


class SourceResource(SheetResource):
    """A draft is the mapping of fields that the actions take."""

    columns = ("slug", "position", "title", *NAMES, *PLAIN[2:])
    needed = ("slug", "title")
    numbers = frozenset({"position"})
    verbatim = frozenset(
        {"title", *NAMES, "container", "publisher", "licence", "rights_statement", "note"}
    )
    defaults = {
        "position": "0",
        **{name: getattr(Source(), name) for name in ("language", "kind", "rights")},
    }

    def stored(self, rows: QuerySet[Any] | None = None) -> Iterable[dict[str, Any]]:
        chosen = Source.objects.all() if rows is None else rows
        fields = (*PLAIN, "position", *NAMES)
        return chosen.order_by("position", "slug").values(*fields)

    def cells(self, draft: dict[str, Any]) -> Cells:
        return {
            "slug": draft["slug"],
            "position": str(draft["position"]),
            "title": draft["title"],
            **{name: as_records(draft[name], NAME_PARTS) for name in NAMES},
            **{name: draft[name] for name in PLAIN[2:]},
        }

    def read(self, row: RowReading) -> dict[str, Any]:
        named: dict[str, list[dict[str, str]]] = {}
        for name in NAMES:
            with row.about(name):
                named[name] = records_in(row.cells[name], NAME_PARTS)
        draft = {
            **{name: row.cells[name] for name in PLAIN},
            "position": row.whole_number("position"),
            **named,
        }
        row.fits(Source(**draft), {name: name for name in draft})
        return draft

    def store(
        self, *, new: list[Any], changed: list[Any], by: User, reason: str, **how: Any
    ) -> None:
        for draft in new:
            add_source(fields=draft, by=by, reason=reason)
        known = Source.objects.in_bulk([draft["slug"] for draft in changed], field_name="slug")
        for draft in changed:
            correct_source(source=known[draft["slug"]], fields=draft, by=by, reason=reason)
