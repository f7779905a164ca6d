"""Puts blocks together that share a row of the page: a heading with what follows, a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

LISTED = ("list_item", "footnote", "reference")
BESIDE_TABLES = ("caption", "origin")
CHART = ("caption", "origin")  # of a chart only its words are here


class Line(NamedTuple):
    """A block as far as its place on the page goes, without its wording."""

    pk: int
    position: int
    kind: str
    level: int
    label: str
    start: int
    end: int
    is_outside: bool
    table_id: int | None
    lang: str = ""


@dataclass(frozen=True)
class Group:
    """Lines that stand in one row; `belongings` are captions and origins of its tables."""

    blocks: tuple[Line, ...]
    belongings: tuple[Line, ...]

    @property
    def position(self) -> int:
        """The position of its first block, by which it is known."""
        return self.blocks[0].position

    @property
    def is_outside(self) -> bool:
        """Whether it belongs to another work."""
        return self.blocks[0].is_outside

    @property
    def everything(self) -> tuple[Line, ...]:
        """All blocks whose words stand in the row."""
        return self.blocks + self.belongings


def groups(blocks: Sequence[Line]) -> list[Group]:
    """The rows of a text in reading order."""
    attached = _attached(blocks)
    rows: list[list[Line]] = []
    for block in blocks:
        if block.table_id is not None and block.kind in BESIDE_TABLES:
            continue
        if rows and _stays_with(rows[-1][-1], block):
            rows[-1].append(block)
        else:
            rows.append([block])
    return [
        Group(tuple(row), tuple(part for block in row for part in attached.get(block.pk, ())))
        for row in rows
    ]


def _stays_with(before: Line, block: Line) -> bool:
    if before.is_outside != block.is_outside:
        return False
    if before.kind == "heading" or (before.kind, block.kind) == CHART:
        return True
    return before.kind == block.kind and block.kind in LISTED


def _attached(blocks: Iterable[Line]) -> dict[int, list[Line]]:
    attached: dict[int, list[Line]] = {}
    for block in blocks:
        if block.table_id is not None and block.kind in BESIDE_TABLES:
            attached.setdefault(block.table_id, []).append(block)
    return attached
