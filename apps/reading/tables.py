"""Sets the cells of a table as a real HTML table: captioned, with heads for columns and rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from apps.reading.marks import Mark, Spread
from apps.reading.typesetting import NOTHING, language, set_runs

if TYPE_CHECKING:
    from apps.sources.models import Cell

Row = Sequence["Cell"]
# 1,822 or 5. (4) or <20 (est.) but not “2 (initial), 6 (expected)”
FIGURE = re.compile(r"[<>≤≥~≈±+−–$€£ -]*\d[\d.,\s]*%?(?: ?\([^()]{1,6}\))?")


class TableSetter:
    """Sets one table; it knows which columns hold figures and where a new panel begins."""

    def __init__(self, cells: Sequence[Cell], content: str, marks: Spread[Mark]) -> None:
        self.content = content
        self.marks = marks
        self.rows = [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]
        self.figures = self._columns_of_figures(cells)
        self.panels = {c.column for c in cells if c.role == "row_head" and c.column > 0}
        self.paths = {cell.column: cell.column_path[-1] for cell in cells if cell.column_path}

    def table(self, caption: SafeString, lang: str) -> SafeString:
        """The whole table; rows of heads at its top are its head, later ones begin a part."""
        heads = _leading_heads(self.rows)
        return format_html(
            '<table class="source-table"{}>{}{}{}</table>',
            language(lang),
            caption,
            self._set_part("thead", self.rows[:heads]),
            format_html_join(
                "", "{}", ((self._set_part("tbody", part),) for part in _parts(self.rows[heads:]))
            ),
        )

    def _set_part(self, element: str, rows: Sequence[Row]) -> SafeString:
        if not rows:
            return NOTHING
        in_head = element == "thead"
        set_rows = format_html_join(
            "", "<tr>{}</tr>", ((self._set_row(row, in_head=in_head),) for row in rows)
        )
        return format_html("<{}>{}</{}>", element, set_rows, element)

    def _set_row(self, row: Row, *, in_head: bool) -> SafeString:
        return format_html_join(
            "", "{}", ((self._set_cell(cell, in_head=in_head),) for cell in row)
        )

    def _set_cell(self, cell: Cell, *, in_head: bool) -> SafeString:
        if cell.start == cell.end:
            return self._set_empty(cell, in_head=in_head)
        element, scope = _element(cell)
        return format_html(
            '<{}{}{}{} data-runs="{}-{}">{}</{}>',
            element,
            scope,
            self._classes(cell),
            format_html(' colspan="{}"', cell.span) if cell.span > 1 else NOTHING,
            cell.start,
            cell.end,
            set_runs(
                self.content, [[cell.start, cell.end, ""]], self.marks.on(cell.start, cell.end)
            ),
            element,
        )

    def _set_empty(self, cell: Cell, *, in_head: bool) -> SafeString:
        """An empty cell; one in the head says again what heads its column in another panel."""
        classes = self._classes(cell)
        if in_head and cell.column in self.paths and cell.span == 1:
            return format_html('<th scope="col"{}>{}</th>', classes, self.paths[cell.column])
        return format_html("<td{}></td>", classes)

    def _classes(self, cell: Cell) -> SafeString:
        """Figures stand to the right, under a head that does too; panels have a line between."""
        is_right = cell.column in self.figures and cell.role != "row_head" and cell.span == 1
        names = ["n"] * is_right + ["gap"] * (cell.column in self.panels)
        return format_html(' class="{}"', " ".join(names)) if names else NOTHING

    def _columns_of_figures(self, cells: Sequence[Cell]) -> set[int]:
        """Columns in which at least every other printed value is a bare figure."""
        printed: dict[int, list[bool]] = {}
        for cell in cells:
            if cell.role == "value" and cell.start < cell.end:
                is_figure = bool(FIGURE.fullmatch(self.content[cell.start : cell.end]))
                printed.setdefault(cell.column, []).append(is_figure)
        return {column for column, found in printed.items() if 2 * sum(found) >= len(found)}


def _element(cell: Cell) -> tuple[str, SafeString]:
    if cell.role == "row_head":
        return "th", SafeString(' scope="row"')
    if cell.role == "head":
        return "th", SafeString(' scope="colgroup"' if cell.span > 1 else ' scope="col"')
    return "td", NOTHING


def _is_head(row: Row) -> bool:
    printed = [cell for cell in row if cell.start < cell.end]
    return bool(printed) and all(cell.role == "head" for cell in printed)


def _leading_heads(rows: Sequence[Row]) -> int:
    return next((at for at, row in enumerate(rows) if not _is_head(row)), 0)


def _parts(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in parts: a head row that follows a row of values begins a new one."""
    parts: list[list[Row]] = []
    was_head = False
    for row in rows:
        is_head = _is_head(row)
        if not parts or (is_head and not was_head):
            parts.append([])
        parts[-1].append(row)
        was_head = is_head
    return parts


def set_hidden_caption(words: str) -> SafeString:
    """A caption for those who cannot see which table it is, where the source prints none."""
    return format_html('<caption class="hidden">{}</caption>', words)
