"""Reads fixture files row by row, so that a broken row is told with file, line and remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from apps.domain.refusals import Refusal
from apps.reading.corpus.shapes import Shape, what_is_wrong

MOST_LINES = 10
BETWEEN = re.compile(r"[\s,]*")
AGAIN = "Correct the row and load again; nothing was stored."


@dataclass(frozen=True)
class Row:
    """One row with its place, and the names under which a Refusal may speak of it."""

    file: str
    line: int
    fields: Mapping[str, Any]
    names: tuple[str, ...] = ()


def rows_of(path: Path, shape: Shape) -> list[Row]:
    """All rows of a JSON or JSON Lines file, checked; a file that is not there has none."""
    if not path.exists():
        return []
    stored = _read(path)
    found = _listed(path, stored) if path.suffix == ".json" else _lines(path, stored)
    return [_checked(Row(path.name, line, fields), shape) for line, fields in found]


@contextmanager
def blamed_on(rows: Sequence[Row]) -> Iterator[None]:
    """Add to a Refusal the file and the lines of the rows that it names."""
    try:
        yield
    except Refusal as refusal:
        guilty = [row for row in rows if any(_speaks_of(refusal, name) for name in row.names)]
        if not guilty:
            raise
        raise Refusal(f"{_where(guilty)}: {refusal.message}", remedy=refusal.remedy) from refusal


def _where(rows: Sequence[Row]) -> str:
    files = dict.fromkeys(row.file for row in rows)
    return "; ".join(_lines_of(file, [row for row in rows if row.file == file]) for file in files)


def _lines_of(file: str, rows: Sequence[Row]) -> str:
    lines = [str(row.line) for row in rows]
    more = f" and {len(lines) - MOST_LINES} more" if len(lines) > MOST_LINES else ""
    return f"{file}, line{'s' if len(lines) > 1 else ''} {', '.join(lines[:MOST_LINES])}{more}"


def _speaks_of(refusal: Refusal, name: str) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])(?!\.\w)", refusal.message) is not None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(
            f"{path.name} is not UTF-8 at byte {error.start}.", remedy="Save it in UTF-8."
        ) from error


def _lines(path: Path, stored: str) -> Iterator[tuple[int, Any]]:
    # Not splitlines(): U+2028 and the like may stand inside a JSON string.
    for number, line in enumerate(stored.split("\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise _no_json(path, number, error) from error


def _listed(path: Path, stored: str) -> Iterator[tuple[int, Any]]:
    """The elements of one JSON list, each with the line on which it begins."""
    try:
        whole = json.loads(stored)
    except json.JSONDecodeError as error:
        raise _no_json(path, error.lineno, error) from error
    if not isinstance(whole, list):
        raise Refusal(f"{path.name} holds no list.", remedy="Begin with [ and end with ].")
    decoder, place = json.JSONDecoder(), stored.index("[") + 1
    for element in whole:
        place = BETWEEN.match(stored, place).end()  # type: ignore[union-attr]
        yield stored.count("\n", 0, place) + 1, element
        _, place = decoder.raw_decode(stored, place)


def _no_json(path: Path, line: int, error: json.JSONDecodeError) -> Refusal:
    return Refusal(f"{path.name}, line {line}: this is no JSON ({error.msg}).", remedy=AGAIN)


def _checked(row: Row, shape: Shape) -> Row:
    wrong = what_is_wrong(row.fields, shape)
    if wrong:
        raise Refusal(f"{row.file}, line {row.line}: {wrong}.", remedy=AGAIN)
    return row
