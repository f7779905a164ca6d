"""The sheet on which a record edition is set: content, blocks, and where everything stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from apps.claims.models import Claim
from apps.claims.record_sentences import (
    labels_of,
    names_in,
    printed_place,
    sentence_of,
)
from apps.domain.layout import Block, Cell, Kind, Run, Table
from apps.sources.outlines import OutlineCell, OutlineTable

Place = tuple[int, int]


@dataclass(frozen=True)
class Placed:
    """A claim and the stretch of the original that carries it."""

    claim: Claim
    start: int
    end: int


@dataclass
class Sheet:
    """Everything that was set so far; offsets count code points of `content`."""

    content: str = ""
    blocks: list[Block] = field(default_factory=list)
    evidence: list[tuple[Claim, int, int]] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)

    def set_words(
        self,
        kind: Kind,
        says: str,
        labels: Mapping[str, str],
        *,
        level: int = 0,
        lang: str = "en",
        label: str = "",
        of: int | None = None,
    ) -> None:
        """Set one block of words, and note the entities that it names."""
        start = self._write(says)
        self._note_names(start, says, labels)
        self._close(kind, start, level=level, lang=lang, label=label, of=of)

    def set_paragraph(self, claims: Sequence[Claim]) -> None:
        """Set one sentence a claim."""
        start = len(self.content)
        before = None
        for claim in claims:
            sentence = sentence_of(claim, before)
            at = self._write(sentence.says if before is None else f" {sentence.says}")
            at += 0 if before is None else 1
            self.evidence.append((claim, at + sentence.value_start, at + sentence.value_end))
            self._note_names(at, sentence.says, labels_of([claim]))
            before = claim
        self._close("paragraph", start)

    def set_table(self, table: OutlineTable, placed: Sequence[Placed]) -> list[Claim]:
        """Set caption, cells and origin; the claims that stand in no single cell are returned."""
        labels = labels_of(place.claim for place in placed)
        if table.caption:
            self.set_words(
                "caption",
                table.caption,
                labels,
                lang=table.lang,
                label=table.label,
                of=len(self.blocks) + 1,
            )
        homeless = self._set_cells(table, placed, labels)
        if table.origin:
            self.set_words("origin", f"Source: {table.origin}.", labels, of=len(self.blocks) - 1)
        return homeless

    def _set_cells(
        self, table: OutlineTable, placed: Sequence[Placed], labels: Mapping[str, str]
    ) -> list[Claim]:
        start = len(self.content)
        written: list[Cell] = []
        homes: dict[OutlineCell, int] = {}
        for cell in table.cells:
            if written:
                self._write("\n" if cell.row != written[-1].row else "\t")
            at = self._write(cell.text)
            self._note_names(at, cell.text, labels)
            homes[cell] = at
            written.append(_cell_at(cell, at))
        self._close("table", start, lang=table.lang, label=table.label, cells=tuple(written))
        return [p.claim for p in placed if not self._lodge(p, homes)]

    def _lodge(self, placed: Placed, homes: Mapping[OutlineCell, int]) -> bool:
        """Note the claim's place in the cell that holds it, if one does."""
        for cell, at in homes.items():
            if cell.start <= placed.start and placed.end <= cell.end:
                start, end = _place_in_cell(placed, cell)
                self.evidence.append((placed.claim, at + start, at + end))
                return True
        return False

    def _write(self, says: str) -> int:
        start = len(self.content)
        self.content += says
        return start

    def _note_names(self, at: int, says: str, labels: Mapping[str, str]) -> None:
        self.names.extend((at + a, at + b, slug) for a, b, slug in names_in(says, labels))

    def _close(
        self,
        kind: Kind,
        start: int,
        *,
        level: int = 0,
        lang: str = "en",
        label: str = "",
        of: int | None = None,
        cells: tuple[Cell, ...] | None = None,
    ) -> None:
        end = len(self.content)
        self.blocks.append(
            Block(
                kind=kind,
                start=start,
                end=end,
                runs=(Run(start, end),) if cells is None else (),
                level=level,
                lang=lang,
                label=label,
                table=None if cells is None else _grid(cells),
                of=of,
            )
        )
        self.content += "\n\n"


def _cell_at(cell: OutlineCell, at: int) -> Cell:
    return Cell(
        row=cell.row,
        column=cell.column,
        start=at,
        end=at + len(cell.text),
        role=cell.role,
        row_path=cell.row_path,
        column_path=cell.column_path,
        span=cell.span,
    )


def _place_in_cell(placed: Placed, cell: OutlineCell) -> Place:
    """The same stretch of the cell as in the original, where the cell is set as it was."""
    start, end = placed.start - cell.start, placed.end - cell.start
    if len(cell.text) == cell.end - cell.start and cell.text[start:end] == placed.claim.printed:
        return start, end
    return printed_place(placed.claim, cell.text)


def _grid(cells: tuple[Cell, ...]) -> Table:
    return Table(
        cells=cells,
        rows=1 + max((cell.row for cell in cells), default=-1),
        columns=max((cell.column + cell.span for cell in cells), default=0),
    )
