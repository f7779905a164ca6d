"""Reads the lines of a project file, and says of every broken one where it stands and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from apps.domain.complaints import is_storable, told
from apps.domain.refusals import Refusal, quoted
from apps.reading.project_file.dumping import FORMAT
from apps.reading.project_file.tables import IN, NUMBER, Table, past_tables, tables

NOTHING = "Nothing was stored. Correct these lines, or write the file anew, and load it again."
CUT_OFF = "Write it anew with `manage.py dump_project FILE`."


@dataclass(frozen=True)
class Line:
    """One row as the file tells it."""

    number: int
    row: dict[str, Any]

    @property
    def id(self) -> int:
        """The number under which the row is stored."""
        return int(self.row[NUMBER])


@dataclass
class ProjectFile:
    """The rows by table, the past as it is written, and all that is wrong."""

    rows: dict[str, list[Line]] = field(default_factory=dict)
    past: dict[str, list[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def complain(self, number: int, wrong: str) -> None:
        """Note what is wrong with a line."""
        self.complaints.append(f"line {number}: {wrong}")

    def refuse_complaints(self) -> None:
        """Refuse the file if any line is wrong."""
        if self.complaints:
            count = len(self.complaints)
            said = "One line does not fit:" if count == 1 else f"{count:,} lines do not fit:"
            raise Refusal(f"{said}{told(self.complaints)}", remedy=NOTHING)


def read_project(raw: Iterable[bytes]) -> ProjectFile:
    """All rows of the file, or a Refusal that names every line that is none."""
    file = ProjectFile()
    named = {table.name: table for table in tables().values()}
    pasts = {name for name, _ in past_tables()}
    for number, line, row in _objects(raw, file):
        name = row.get(IN)
        if isinstance(name, str) and name in pasts:
            file.past.setdefault(name, []).append(line)
        elif not isinstance(name, str) or name not in named:
            file.complain(number, f"There is no table {quoted(str(name))}.")
        else:
            _take(Line(number, row), named[name], file)
    file.refuse_complaints()
    return file


def _objects(raw: Iterable[bytes], file: ProjectFile) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """The rows between the head and the closing line, with their places."""
    number, closing = 0, None
    for number, said in enumerate(raw, start=1):
        if closing is not None:
            file.complain(number, f"The file goes on after it was closed in line {number - 1}.")
            return
        row = _object(number, said, file)
        if number == 1:
            _refuse_other_files(row)
        elif row is not None and set(row) == {"lines"}:
            closing = row["lines"]
        elif row is not None:
            yield number, said.decode(), row
    if closing != number - 2 and not file.complaints:
        raise Refusal(
            "The file is empty."
            if number == 0
            else f"The file was cut off: after line {number} the line that counts all is missing."
            if closing is None
            else f"The file counts {closing} lines and has {number - 2}.",
            remedy=f"Nothing was stored. {CUT_OFF}",
        )


def _object(number: int, said: bytes, file: ProjectFile) -> dict[str, Any] | None:
    try:
        row = json.loads(said.decode())
    except UnicodeDecodeError as error:
        file.complain(number, f"Byte {error.start} of it is no UTF-8.")
        return None
    except (json.JSONDecodeError, RecursionError) as error:
        file.complain(number, f"It is no JSON ({error}).")
        return None
    if not isinstance(row, dict) or not is_storable(row):
        file.complain(number, "It is no JSON object whose text a database can keep.")
        return None
    return row


def _refuse_other_files(head: dict[str, Any] | None) -> None:
    if head is None or head.get("variorum") != FORMAT:
        raise Refusal(
            "This is no project file: its first line does not say so.",
            remedy=f"Take a file of this version. {CUT_OFF}",
        )


def _take(line: Line, table: Table, file: ProjectFile) -> None:
    """Keep the row if its fields are there and hold what such fields may hold."""
    number, row = line.number, line.row
    if not isinstance(row.get(NUMBER), int) or isinstance(row[NUMBER], bool) or row[NUMBER] < 1:
        file.complain(number, f"{quoted(NUMBER)} is no whole number.")
        return
    links = {link.name for link in table.links}
    for name in row.keys() - table.columns.keys() - links - {IN, NUMBER}:
        file.complain(number, f"{table.name} has no field {quoted(name)}.")
    for name, column in table.columns.items():
        is_absent = name in table.key and name not in row
        wrong = "It is missing." if is_absent else _wrong(column, row.get(name))
        if wrong:
            file.complain(number, f"{quoted(name)}: {wrong}")
    file.rows.setdefault(table.name, []).append(line)


def _wrong(column: Any, value: Any) -> str:
    """What is wrong with the value of a field; where it names a row, that is looked up later."""
    if value is None:
        is_kept = column.null or column.get_default() is not None
        return "" if is_kept else "It is missing."
    if column.is_relation:
        return "" if isinstance(value, str | int | list) else "It names no row."
    try:
        column.to_python(value)
        if value not in column.empty_values:
            column.clean(value, None)
    except (ValidationError, TypeError) as error:
        return " ".join(getattr(error, "messages", [str(error)]))
    return ""
