"""Rows that are wrong in the same words are told together: one slip comes a hundred times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Alike:
    """One complaint about one column, and the numbers of all rows that it is made of."""

    column: str
    wrong: str
    rows: tuple[int, ...]

    @property
    def ranges(self) -> str:
        """The rows as a person writes them: 2–40, 43, 57–58."""
        return ", ".join(
            f"{first}–{last}" if last > first else f"{first}" for first, last in _runs(self.rows)
        )


def alike_in(complaints: Iterable[tuple[int, str, str]]) -> list[Alike]:
    """Those of the complaints (row, column, what is wrong) that several rows share."""
    rows: dict[tuple[str, str], list[int]] = {}
    for number, column, wrong in complaints:
        rows.setdefault((column, wrong), []).append(number)
    alike = [Alike(*about, tuple(numbers)) for about, numbers in rows.items() if len(numbers) > 1]
    return sorted(alike, key=lambda one: -len(one.rows))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows that follow each other."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
