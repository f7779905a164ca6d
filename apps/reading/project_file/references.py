"""Finds the rows of a project file that its rows name by their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from apps.domain.refusals import quoted
from apps.reading.project_file.reading import Line, ProjectFile
from apps.reading.project_file.tables import NUMBER, Model, tables

Key = tuple[Any, ...]


@dataclass(frozen=True)
class References:
    """For each table the numbers of its rows, by their keys; complaints go into the file."""

    file: ProjectFile
    numbers: dict[Model, dict[Key, int]]

    @classmethod
    def of(cls, file: ProjectFile) -> References:
        """Of all rows of the file; a Refusal names keys and numbers that are there twice."""
        found: dict[Model, dict[Key, int]] = {}
        for model, table in tables().items():
            found[model], seen = {}, set()
            for line in file.rows.get(table.name, []):
                key = _flat([line.row.get(name) for name in table.key or (NUMBER,)])
                if key in found[model] or line.id in seen:
                    file.complain(line.number, f"{table.name} {_said(key)} is there twice.")
                found[model][key] = line.id
                seen.add(line.id)
        file.refuse_complaints()
        return cls(file, found)

    def named(self, line: Line, field: Any, told: Any) -> int | None:
        """The number of the row that a field names; a complaint where there is none."""
        key = _flat([told])
        number = self.numbers.get(field.related_model, {}).get(key)
        if number is None:
            wrong = f"{quoted(field.name)} names {_said(key)}, which is not there."
            self.file.complain(line.number, wrong)
        return number

    def linked(self, line: Line, link: Any) -> Iterator[int]:
        """The numbers of the rows that a row is linked to."""
        for told in line.row.get(link.name, []):
            number = self.named(line, link, told)
            if number is not None:
                yield number


def _flat(parts: Sequence[Any]) -> Key:
    """A key in one piece, whether its parts are values or keys themselves."""
    flat: Key = ()
    for part in parts:
        flat += _flat(part) if isinstance(part, list) else (part,)
    return flat


def _said(key: Key) -> str:
    return quoted(" ".join(map(str, key)))
