"""Lines with tabs or upright bars between their words are rows; rows together are a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from apps.domain.dates import MONTHS
from apps.domain.layout.lines import Line, lstrip_blanks, strip_blanks
from apps.domain.layout.openings import opening_of

_FEWEST_ROWS = 2
_HEAD_ROWS = 3  # at most
_PERIOD = re.compile(
    r"^(?:c\.\s?|ca\.?\s)?(?:1[5-9]|20|21)\d\d(?:\s?[–—/-]\s?(?:\d\d){1,2})?\*?$|"
    r"^(?:Q[1-4]|H[12]|FY)\s?(?:19|20)\d\d(?:[–/-]\d\d)?$|"
    rf"^(?:\d{{1,2}}\s)?(?:{'|'.join(f'{m}|{m[:3]}' for m in MONTHS)})\.?(?:\s\d{{1,2}},)?"
    r"\s(?:19|20)\d\d$"
)
_INK = r"[^\s|\ufeff\u200b]"
_BARRED = re.compile(rf"^\|.*{_INK}\s*\||{_INK}\s+\|\s+{_INK}")
_RULING = re.compile(r"^[|+:=\s-]*--[|+:=\s-]*$")
_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile("\t")
_FIGURE = re.compile(r"^[<>≤≥~≈±+\-−–$€£(]*\s?\d(?!\d*(?:st|nd|rd|th)\b)")


@dataclass(frozen=True, slots=True)
class Field:
    """What stands between two tabs, trimmed."""

    text: str
    start: int
    end: int

    @property
    def figure(self) -> bool:
        return bool(_FIGURE.match(self.text)) and not self.period

    @property
    def period(self) -> bool:
        return bool(_PERIOD.match(self.text))


@dataclass(frozen=True, slots=True)
class Grid:
    """
    Rows of equally many fields; `restarts` are the rows that stand below a blank line.

    `used` are the columns in which at least one row has a figure or a period.
    """

    rows: tuple[tuple[Field, ...], ...]
    used: frozenset[int] = frozenset()
    restarts: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return len(self.rows[0])


def is_row(line: Line, content: str) -> bool:
    """True if a tab or an upright bar stands between two words of the line."""
    if "\t" in content[line.start : line.end]:
        return True
    return "|" in line.text and bool(_BARRED.search(line.text)) and not _is_ruling(line)


def _is_ruling(line: Line) -> bool:
    """True for a line that is only drawn: "|----|:---|"."""
    return "|" in line.text and bool(_RULING.match(line.text))


def grid_spans(lines: Sequence[Line], content: str) -> list[tuple[int, int]]:
    """Return (first, last + 1) of each stretch of lines that is a grid."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = _stretch(lines, content, at)
        if end - at >= _FEWEST_ROWS and not _is_list(lines[at:end], content):
            spans.append((at, end))
        at = max(end, at + 1)
    return spans


def grid_of(lines: Sequence[Line], content: str) -> Grid:
    """Cut rows into fields; columns that hold nothing in any row fall away at the end."""
    rows = [_fields(line, content) for line in lines if not _is_ruling(line)]
    width = max(_filled(row) for row in rows)
    return Grid(tuple(_padded(row, width) for row in rows), _used(rows))


def same_table(above: Grid, below: Grid) -> bool:
    """True if a grid below a blank line goes on with the one above it."""
    if above.width != below.width:
        return False
    if any(field.figure for field in below.rows[0][1:]):
        return True
    top = above.rows[:_HEAD_ROWS]
    heads = {_texts(row) for row in top if not any(field.figure for field in row)}
    return any(_texts(row) in heads for row in below.rows[:_HEAD_ROWS])


def stacked(grids: Sequence[Grid]) -> Grid:
    """Return one grid of several, the first on top."""
    return Grid(
        rows=tuple(row for grid in grids for row in grid.rows),
        used=frozenset().union(*(grid.used for grid in grids)),
        restarts=tuple(accumulate(len(grid.rows) for grid in grids[:-1])),
    )


def _stretch(lines: Sequence[Line], content: str, at: int) -> int:
    """Return the line behind the last row of a stretch that begins here."""
    if not is_row(lines[at], content):
        return at
    end = last = at
    while end < len(lines) and not lines[end].blank and _is_parted(lines[end], content):
        end += 1
        line = lines[end - 1]
        if is_row(line, content) or _ends_in_tab(line, content) or _is_ruling(line):
            last = end
    return last


def _ends_in_tab(line: Line, content: str) -> bool:
    """True for a row whose last fields are empty; a tab in front only sets a line in."""
    return content[line.end : line.outer_end].startswith("\t")


def _is_parted(line: Line, content: str) -> bool:
    return "\t" in content[line.outer_start : line.outer_end] or "|" in line.text


def _is_list(lines: Sequence[Line], content: str) -> bool:
    """True if the tab only sets off a bullet or a number from its item."""
    return all(
        len(fields) == 2 and opening_of(f"{fields[0].text} x").mark in ("bullet", "number")
        for fields in (_fields(line, content) for line in lines)
    )


def _fields(line: Line, content: str) -> list[Field]:
    """Return the fields between the tabs of a line, else between its bars and the outer ones."""
    raw = content[line.outer_start : line.outer_end]
    if "\t" in content[line.start : line.end] or "|" not in line.text:
        return list(_cut(raw, line.outer_start, _TAB))
    start, end = line.start, line.end
    if line.text[0] == "|":
        start += 1
    if end - start > 1 and line.text[-1] == "|":
        end -= 1
    return list(_cut(content[start:end], start, _BAR))


def _cut(raw: str, offset: int, between: re.Pattern[str]) -> Iterator[Field]:
    for part in between.split(raw):
        text = strip_blanks(part)
        start = offset + (len(part) - len(lstrip_blanks(part)) if text else 0)
        yield Field(text, start, start + len(text))
        offset += len(part) + 1


def _filled(row: Sequence[Field]) -> int:
    return max((at + 1 for at, field in enumerate(row) if field.text), default=0)


def _used(rows: Sequence[Sequence[Field]]) -> frozenset[int]:
    return frozenset(
        at for row in rows for at, field in enumerate(row) if field.figure or field.period
    )


def _padded(row: Sequence[Field], width: int) -> tuple[Field, ...]:
    end = row[-1].end
    missing = [Field("", end, end)] * (width - len(row))
    return (*row[:width], *missing)


def _texts(row: Sequence[Field]) -> tuple[str, ...]:
    return tuple(field.text for field in row)
