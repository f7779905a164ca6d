"""What the tables of all rooms share when they go out as a file and come in as one.

django-import-export saves row by row and by itself. Here a file is read and checked whole, then
handed to the actions of its room in one transaction; a dry run does the same and takes it back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from import_export import resources
from import_export.fields import Field
from import_export.results import Error, Result, RowResult

from apps.domain.refusals import Refusal, quoted
from apps.ui.progress import counted
from apps.ui.sheets.alike import Alike, alike_in
from apps.ui.sheets.entries import Entry, changes, digest
from apps.ui.sheets.rows import RowReading
from apps.ui.sheets.sheet import Sheet, SheetRow

Cells = dict[str, str]


class SheetResult(Result):  # type: ignore[misc]
    """Knows by a digest what the import would do, so that a confirmation confirms just that."""

    digest = ""

    @property
    def alike(self) -> list[Alike]:
        """What is wrong in several rows in the same words, the most frequent first."""
        return alike_in(
            (row.number, column, wrong)
            for row in self.invalid_rows
            for column, wrongs in row.error_dict.items()
            for wrong in wrongs
        )


class SheetResource(resources.Resource):  # type: ignore[misc]
    """A table as a sheet; a draft is whatever the actions of its room take.

    `needed` columns must be there; the others keep what is stored, or get their default. Blanks at
    the ends of cells do not count but in `verbatim` columns, which read them for themselves.
    `choices` are the names of what else `store` takes.
    """

    key: ClassVar[str] = "slug"
    columns: ClassVar[tuple[str, ...]] = ()
    needed: ClassVar[tuple[str, ...]] = ()
    numbers: ClassVar[frozenset[str]] = frozenset()
    defaults: ClassVar[Mapping[str, str]] = {}
    verbatim: ClassVar[frozenset[str]] = frozenset()
    choices: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__()
        self.fields = {name: Field(column_name=name) for name in self.columns}

    # What each room says of its table.

    def stored(self, rows: models.QuerySet[Any] | None = None) -> Iterable[Any]:
        """Drafts that would enter these rows again, or all rows, in an order that stays."""
        raise NotImplementedError

    def stored_under(self, keys: Collection[str]) -> Iterable[Any]:
        """Drafts of the rows that a sheet with these keys may change; any others do no harm."""
        return self.stored()

    def cells(self, draft: Any) -> Cells:
        """The draft as cells."""
        raise NotImplementedError

    def lay(self, sheet: Sheet) -> None:
        """Look up once what the rows refer to."""

    def read(self, row: RowReading) -> Any:
        """The draft that the row holds; what is wrong with it is noted in the row."""
        raise NotImplementedError

    def settle(self, drafts: dict[str, Any]) -> dict[str, Any]:
        """The drafts by their keys, made to agree with each other."""
        return drafts

    def store(
        self, *, new: list[Any], changed: list[Any], by: Any, reason: str, **how: Any
    ) -> None:
        """Have the actions of the room store the drafts."""
        raise NotImplementedError

    # What django-import-export asks.

    @classmethod
    def get_result_class(cls) -> type[SheetResult]:
        return SheetResult

    @classmethod
    def get_display_name(cls) -> str:
        return cls.__name__.removesuffix("Resource").lower()

    def export(self, queryset: models.QuerySet[Any] | None = None, **kwargs: Any) -> Sheet:
        rows = [
            SheetRow(number, self.cells(draft))
            for number, draft in enumerate(self.stored(queryset), start=2)
        ]
        return Sheet(self.columns, rows, self.numbers)

    def import_data(
        self,
        dataset: Sheet,
        dry_run: bool = False,
        *,
        user: Any,
        file_name: str,
        seen: str = "",
        **how: Any,
    ) -> SheetResult:
        """Store the whole sheet or nothing; with `seen`, only what that digest stands for."""
        result = SheetResult()
        result.diff_headers = list(self.columns)
        result.total_rows = len(dataset)
        try:
            self._refuse_heads(dataset.heads)
            entries = self._entries(dataset, result)
            if seen and seen != result.digest and not result.has_validation_errors():
                raise Refusal(
                    "What this file would change is no longer what the preview showed.",
                    remedy="Choose the file again and look at the new preview.",
                )
            if not result.has_validation_errors():
                why = {"by": user, "reason": f"import of {file_name}"}
                chosen = {name: how[name] for name in self.choices if name in how}
                self._carry_out(entries, dry_run=dry_run, how={**why, **chosen})
        except Refusal as refusal:
            result.append_base_error(Error(refusal))
        return result

    # How a sheet becomes entries.

    def _refuse_heads(self, heads: tuple[str, ...]) -> None:
        missing = [name for name in self.needed if name not in heads]
        if missing:
            raise Refusal(
                f"The column {quoted(missing[0])} is missing.",
                remedy=f"These columns must be there: {', '.join(self.needed)}.",
            )
        unknown = [head for head in heads if head not in self.columns]
        if unknown:
            raise Refusal(
                f"There is no column {quoted(unknown[0])} here.",
                remedy=f"The columns are: {', '.join(self.columns)}.",
            )

    def _entries(self, sheet: Sheet, result: SheetResult) -> list[Entry]:
        """What would change, row by row; broken rows go into the result."""
        self.lay(sheet)
        keys = {row.cells[self.key].strip() for row in sheet.rows}
        known = map(self.cells, self.stored_under(keys))
        before = {cells[self.key]: cells for cells in known}
        drafts, numbers = self._drafts(sheet, before, result)
        entries = []
        for key, draft in self.settle(drafts).items():
            after = self.cells(draft)
            if before.get(key) == after:
                result.totals[RowResult.IMPORT_TYPE_SKIP] += 1
            else:
                entries.append(Entry(numbers[key], key, draft, before.get(key), after))
        for entry in entries:
            result.append_row_result(self._preview(entry))
            result.increment_row_result_total(result.rows[-1])
        result.digest = digest(entries)
        return entries

    def _drafts(
        self, sheet: Sheet, before: Mapping[str, Cells], result: SheetResult
    ) -> tuple[dict[str, Any], dict[str, int]]:
        drafts: dict[str, Any] = {}
        numbers: dict[str, int] = {}
        blank = {**dict.fromkeys(self.columns, ""), **self.defaults}
        for row in counted("Reading the rows", sheet.rows):
            cells = {
                head: cell if head in self.verbatim else cell.strip()
                for head, cell in row.cells.items()
            }
            key = cells[self.key]
            reading = RowReading(row.number, {**before.get(key, blank), **cells})
            if key in numbers:
                reading.complain(
                    self.key,
                    f"{quoted(key)} stands in row {numbers[key]} already. Delete one of them.",
                )
            draft = self.read(reading)
            if reading.complaints:
                _note(reading, result)
            else:
                drafts[key] = draft
            numbers.setdefault(key, row.number)
        return drafts, numbers

    def _preview(self, entry: Entry) -> RowResult:
        row = RowResult()
        is_new = entry.before is None
        row.import_type = RowResult.IMPORT_TYPE_NEW if is_new else RowResult.IMPORT_TYPE_UPDATE
        row.object_repr = entry.key
        row.number = entry.number
        row.changes = list(changes(entry, self.columns))
        return row

    def _carry_out(
        self, entries: Iterable[Entry], *, dry_run: bool, how: Mapping[str, Any]
    ) -> None:
        new = [entry.draft for entry in entries if entry.before is None]
        changed = [entry.draft for entry in entries if entry.before is not None]
        if not new and not changed:
            return
        with transaction.atomic():
            self.store(new=new, changed=changed, **how)
            transaction.set_rollback(dry_run)


def _note(reading: RowReading, result: SheetResult) -> None:
    result.append_invalid_row(
        reading.number, dict(reading.cells), ValidationError(dict(reading.complaints))
    )
    result.totals[RowResult.IMPORT_TYPE_INVALID] += 1
