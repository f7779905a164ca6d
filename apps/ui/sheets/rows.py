"""What is wrong with the rows of a sheet, each complaint under its row and its column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from rapidfuzz import fuzz, process

from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal, quoted

NEAR = 60
WHOLE_ROW = NON_FIELD_ERRORS
FEW = 20


class RowReading:
    """One row while it is read: its cells, and all that is wrong with them."""

    def __init__(self, number: int, cells: Mapping[str, str]) -> None:
        self.number = number
        self.cells = cells
        self.complaints: dict[str, list[str]] = {}
        for column, cell in cells.items():
            if not is_storable(cell):
                self.complain(column, "It holds a NUL or half a character. Delete it.")

    def complain(self, column: str, message: str) -> None:
        """Note what is wrong with the column, and what to do."""
        self.complaints.setdefault(column, []).append(message)

    def is_fine(self, *columns: str) -> bool:
        """Whether nothing is wrong with these columns so far; with none named, with all."""
        return not any(column in self.complaints for column in columns or self.complaints)

    @contextmanager
    def about(self, column: str) -> Iterator[None]:
        """Turn a Refusal inside into a complaint about the column."""
        try:
            yield
        except Refusal as refusal:
            self.complain(column, str(refusal))

    def whole_number(self, column: str) -> int:
        """The whole number in the column; 0 with a complaint where there is none."""
        cell = self.cells[column]
        if is_whole_number(cell):
            return int(cell)
        self.complain(column, f"{quoted(cell)} is no whole number. Write digits only, as 1204.")
        return 0

    def yes_or_no(self, column: str) -> bool:
        """Whether the column says yes."""
        cell = self.cells[column].lower()
        if cell not in ("yes", "no"):
            self.complain(column, f"{quoted(cell)} is neither yes nor no. Write one of them.")
        return cell == "yes"

    def one_of(self, column: str, what: str, known: Collection[str]) -> bool:
        """Whether the word in the column is one of the known; else a complaint."""
        return self.all_of(column, what, [self.cells[column]], known)

    def all_of(self, column: str, what: str, words: Iterable[str], known: Collection[str]) -> bool:
        """Whether all words are known; else a complaint about each that is not."""
        unknown = [word for word in words if word not in known]
        for word in unknown:
            self.complain(column, no_such(what, word, known))
        return not unknown

    def fits(self, row: models.Model, columns: Mapping[str, str]) -> None:
        """Complain about model fields that are too long, empty or no choice, by their columns."""
        others = {field.name for field in row._meta.fields} - set(columns)
        try:
            row.clean_fields(exclude=others)
        except ValidationError as error:
            for field, messages in error.message_dict.items():
                if self.is_fine(columns[field]):
                    self.complain(columns[field], " ".join(messages))


def is_whole_number(cell: str) -> bool:
    """Whether the cell holds digits only, and no more than a database keeps."""
    return cell.isascii() and cell.isdigit() and len(cell) < 10


def no_such(what: str, word: str, known: Collection[str]) -> str:
    """That the word names nothing, and which word may have been meant."""
    names = [name for name in known if name]
    if not word:
        return f"The {what} is missing. Name one."
    near = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=NEAR)
    if near:
        remedy = f"Did you mean {quoted(near[0])}?"
    elif len(names) <= FEW:
        remedy = f"There is only: {', '.join(names) or 'nothing'}."
    else:
        remedy = f"Enter the {what} first."
    return f"There is no {what} {quoted(word)}. {remedy}"
