"""Reads the cells of a table; what they lack, their heads and the caption tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from apps.domain.figures import ONE
from apps.domain.grammar.amount import Amount
from apps.domain.grammar.amounts import amounts_in
from apps.domain.grammar.legible import legible
from apps.domain.grammar.measures import unit_in_head
from apps.domain.grammar.related import Calendar
from apps.domain.grammar.shapes import Taken
from apps.domain.grammar.times import When, times_in
from apps.domain.layout import Cell, Table

_NUMBERING = re.compile(
    r"(?:no\.?|nr\.?|#|№|id|code|ref\.?|isbn|doi|page|pages|phone|tel\.?)", re.I
)
_RANK = re.compile(r"(?:rank|ranking|place|position|miejsce|место|hạng)\.?", re.I)
_FIGURE = re.compile(
    r"[<>~≈≤≥±+(-]* ?(?:about |over |under |ca?\.? |c\. |approx\.? |est\.? )?"
    r"(?:[A-Z]{0,3}[$€£¥₽₫₹] ?|[A-Z]{3} )?[0-9][0-9., ']*(?:[–-][0-9.,]+)?\)?"
    r"(?: ?[%‰]| ?[^\W\d_][\w./%]{0,9})?\)?[.*†‡a-e]?(?: ?\(est\.?\))?"
)
_IN_BRACKETS = re.compile(r"[^()]*\([0-9][0-9.,]* ?%?\)")
LONGEST_FIGURE = 40


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one cell gives: offsets count in the text of the cell."""

    cell: Cell
    text: str
    times: tuple[When, ...] = ()
    amounts: tuple[Amount, ...] = ()
    period: str = ""

    @property
    def is_figure(self) -> bool:
        return bool(self.amounts) and self.cell.role == "value"


def cells_of(content: str, table: Table, caption: str) -> Iterator[CellReading]:
    """The printed cells with what can be read in them."""
    for cell in table.cells:
        if cell.start < cell.end:
            yield _cell(legible(content[cell.start : cell.end]), cell, legible(caption))


def _cell(text: str, cell: Cell, caption: str) -> CellReading:
    taken = Taken(len(text))
    times = tuple(times_in(text, taken, Calendar()))
    if cell.role != "value":
        return CellReading(cell, text, times)
    heads = [legible(head) for head in (*reversed(cell.column_path), *reversed(cell.row_path))]
    for when in times:
        taken.add(when.start, when.end)
    column = next(iter(heads[: len(cell.column_path)]), "")
    if _NUMBERING.fullmatch(column):
        return CellReading(cell, text, times)
    in_cell = bool(_is_figure(text)) and not times
    amounts = tuple(amounts_in(text, taken, in_cell=in_cell))
    named = [_with_heads(amount, heads, caption, column) for amount in amounts]
    return CellReading(cell, text, times, tuple(named), _period(heads, caption))


def _is_figure(text: str) -> bool:
    if len(text) > LONGEST_FIGURE:
        return False
    return bool(_FIGURE.fullmatch(text) or _IN_BRACKETS.fullmatch(text))


def _with_heads(amount: Amount, heads: Sequence[str], caption: str, column: str) -> Amount:
    """The amount with the unit of the nearest head that names one."""
    if amount.base:
        return amount
    if _RANK.fullmatch(column):
        return replace(amount, base="rank", other="")
    for head in (*heads, *re.findall(r"\(([^()]*)\)|, ([^,]*)$", caption), caption):
        words = head if isinstance(head, str) else " ".join(head)
        base, scale = unit_in_head(words)
        if base or scale != ONE:
            return replace(amount, base=base, scale=max(scale, amount.scale), other="")
    return amount


def _period(heads: Sequence[str], caption: str) -> str:
    """The period that the nearest head names, else the caption."""
    for words in (*heads, caption):
        found = list(times_in(words, Taken(len(words)), Calendar()))
        if found:
            return found[-1].edtf
    return ""
