"""Measures as a sheet: one row for each, its role slots in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.claims.measures import draft_of_measure, record_measures
from apps.claims.models import Measure
from apps.claims.written import ROLE_PARTS
from apps.domain.units import UNIT_FAMILIES
from apps.ui.sheets.cells import as_list, as_records, list_in, records_in
from apps.ui.sheets.resource import Cells, SheetResource
from apps.ui.sheets.rows import RowReading
from apps.ui.sheets.sheet import Sheet

WORDS = ("slug", "label", "phrase", "kind", "unit_family", "share_over", "tells", "note")
MARKS = {
    "additive_over_time": "is_additive_over_time",
    "non_negative": "is_non_negative",
    "functional": "is_functional",
}
NAMED = re.compile(r"\{([^{}]*)\}")


class MeasureResource(SheetResource):
    """A draft is the mapping of fields that the action takes, `whole` by its slug."""

    columns = (
        "slug",
        "label",
        "phrase",
        "kind",
        "unit_family",
        "roles",
        "additive_over_time",
        "additive_over",
        "non_negative",
        "functional",
        "whole",
        "share_over",
        "tells",
        "follows",
        "note",
    )
    needed = ("slug", "label", "phrase", "kind")
    verbatim = frozenset({"label", "phrase", "roles", "additive_over", "follows", "note"})
    defaults = {"additive_over_time": "no", "non_negative": "yes", "functional": "yes"}

    def stored(self, rows: QuerySet[Measure] | None = None) -> Iterator[dict[str, Any]]:
        chosen = Measure.objects.all() if rows is None else rows
        return map(draft_of_measure, chosen.order_by("slug").select_related("whole"))

    def cells(self, draft: dict[str, Any]) -> Cells:
        return {
            **{name: draft[name] for name in WORDS},
            **{column: "yes" if draft[field] else "no" for column, field in MARKS.items()},
            "roles": as_records(draft["roles"], ROLE_PARTS),
            "additive_over": as_list(draft["additive_over"]),
            "follows": as_list(draft["follows"]),
            "whole": draft["whole"],
        }

    def lay(self, sheet: Sheet) -> None:
        stored = Measure.objects.values_list("slug", flat=True)
        self.known = {*stored, *(row.cells["slug"].strip() for row in sheet.rows)}

    def read(self, row: RowReading) -> dict[str, Any]:
        slots = self._roles(row)
        draft: dict[str, Any] = {
            **{name: row.cells[name] for name in WORDS},
            **{field: row.yes_or_no(column) for column, field in MARKS.items()},
            "roles": slots,
            "additive_over": list_in(row.cells["additive_over"]),
            "follows": list_in(row.cells["follows"]),
        }
        columns = {field: column for column, field in MARKS.items()}
        row.one_of("unit_family", "family of units", UNIT_FAMILIES)
        row.fits(Measure(**draft), {field: columns.get(field, field) for field in draft})
        others = self.known - {row.cells["slug"]}
        row.one_of("whole", "measure", others | {""})
        row.all_of("follows", "measure", draft["follows"], others)
        if row.is_fine("roles"):
            _check_slots(row, draft, ["subject", *(role["slot"] for role in slots)])
        return {**draft, "whole": row.cells["whole"]}

    def store(
        self, *, new: list[Any], changed: list[Any], by: User, reason: str, **how: Any
    ) -> None:
        record_measures(drafts=[*new, *changed], by=by, reason=reason)

    def _roles(self, row: RowReading) -> list[dict[str, str]]:
        found: list[dict[str, str]] = []
        with row.about("roles"):
            found = records_in(row.cells["roles"], ROLE_PARTS)
        roles = [{**dict.fromkeys(ROLE_PARTS, ""), **role} for role in found]
        slots = [role["slot"] for role in roles]
        if "" in slots or len(set(slots)) < len(slots) or "subject" in slots:
            row.complain("roles", "Each role has a slot of its own, other than subject.")
        return roles


def _check_slots(row: RowReading, draft: dict[str, Any], slots: list[str]) -> None:
    row.all_of("phrase", "role", NAMED.findall(row.cells["phrase"]), slots)
    row.all_of("additive_over", "role", draft["additive_over"], slots)
    row.one_of("share_over", "role", ["", *slots])
