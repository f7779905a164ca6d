"""What an import of claims costs, step by step: python tests/benchmarks/importing.py [rows, 10000]

A sheet of new claims is read, previewed and confirmed above some sixty thousand others; then one
that changes a note in every row. Each step prints its seconds, the CPU time of this program and of
PostgreSQL, and how many queries it asked.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.benchmarks.million import told
from tests.benchmarks.workbench import site

ROWS = 10_000
COUNTRIES = 600
NAME = "benchmark.csv"


def main() -> None:
    """Lay some sixty thousand claims beneath, then bring in as many rows as asked."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with site(with_corpus=False):
        from apps.accounts.actions import add_person
        from apps.accounts.models import Role
        from apps.claims.facts import restate_all
        from apps.contradictions.actions import detect
        from tests.benchmarks.million_claims import further, load

        admin = add_person(username="bench", role=Role.ADMIN, password=None, by=None, name="Bench")
        load(COUNTRIES, admin)
        restate_all()
        drafts = further(COUNTRIES, rows)
        with told("detection over what is there"):
            detect(facts=None, by=None)
        _bring_in(f"{rows} new", drafts, "", admin)
        _bring_in(f"{rows} changed", drafts, "seen again", admin)


def _bring_in(what: str, drafts: list[Any], note: str, by: Any) -> None:
    from apps.annotations.models import Review
    from apps.claims.resources import ClaimResource
    from apps.ui.sheets.csv_files import read_csv, write_csv
    from apps.ui.sheets.sheet import Sheet, SheetRow

    sheets = ClaimResource()
    rows = [
        SheetRow(number, {**sheets.cells(draft), "note": note})
        for number, draft in enumerate(drafts, start=2)
    ]
    raw = write_csv(Sheet(sheets.columns, rows))
    with _told(f"{what}, file of {len(raw) // 1024} KB read", len(rows)):
        sheet = read_csv(raw)
    how: dict[str, Any] = {"user": by, "file_name": NAME, "review": Review.ACCEPTED}
    with _told(f"{what}, preview", len(rows)):
        seen = sheets.import_data(sheet, dry_run=True, **how)
    _stop_at(seen)
    with _told(f"{what}, confirmed", len(rows)):
        _stop_at(ClaimResource().import_data(sheet, seen=seen.digest, **how))


def _stop_at(result: Any) -> None:
    """Nothing is to be measured where the rows do not fit."""
    wrong = [*result.base_errors, *(row.error_dict for row in result.invalid_rows)]
    if wrong:
        raise SystemExit(f"{len(wrong)} complaints, the first: {wrong[0]}")


@contextmanager
def _told(what: str, rows: int) -> Iterator[None]:
    from django.db import connection

    asked = 0

    def count(execute: Callable[..., Any], *query: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*query)

    began = time.perf_counter()
    with told(what), connection.execute_wrapper(count):
        yield
    print(f"    {rows / (time.perf_counter() - began):,.0f} rows/s, {asked} queries", flush=True)


if __name__ == "__main__":
    main()
