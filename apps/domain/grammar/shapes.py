"""What the reading grammar hands on: one suggestion for each stretch that it can read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["mention", "quantity", "date", "table"]
KINDS: tuple[Kind, ...] = ("mention", "quantity", "date", "table")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    content[start:end] may be a mention, a quantity, a date or a table.

    `low` and `high` are the ends of a quantity as printed, None where the wording leaves the end
    open; `reading` is its normal form, from which its hard interval follows. `period` is EDTF:
    the date itself, or the time that a quantity speaks of. `entity` is the slug of the entity
    that a mention is known to name.
    """

    start: int
    end: int
    kind: Kind
    reading: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    per: str = ""
    approximation: str = ""
    period: str = ""
    entity: str = ""


class Taken:
    """Which characters of a text belong to something that was read already."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def add(self, start: int, end: int) -> None:
        self._marks[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        return self._marks.find(1, start, end) < 0
