"""How one cell holds several things, and how it is kept from being run as a formula.

A list is written `vietnam; russia`, pairs `supplier=russia; within=ALL`, and a list of records
`T-90 | kind=canonical; Vladimir | language=en`, where the first part needs no name. A backslash
before a mark, or before a blank at an end, takes it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from apps.domain.refusals import Refusal, quoted

BETWEEN, WITHIN, GIVES = ";", "|", "="
TOKEN = re.compile(r"\\.|.", re.DOTALL)
# What spreadsheets run, or take for an operator, when it stands at the beginning of a cell.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
PLAIN_NUMBER = re.compile(r"[+-][0-9]+(\.[0-9]+)?")
SHIELDED = re.compile(r"'+[=+\-@\t\r]")


def shielded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    if FORMULA.match(text) and not PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def unshielded(text: str) -> str:
    """The text as it was before `shielded`."""
    return text[1:] if SHIELDED.match(text) else text


def list_in(cell: str) -> list[str]:
    """The parts of a list; empty ones do not count."""
    return [part for part in map(_plain, _split(_tokens(cell), BETWEEN)) if part]


def as_list(parts: Iterable[str]) -> str:
    """A list as one cell."""
    return "; ".join(_escaped(part, BETWEEN) for part in parts)


def pairs_in(cell: str, example: str) -> dict[str, str]:
    """Names and values; a Refusal quotes the part that is no pair and shows the example."""
    found: dict[str, str] = {}
    for piece in _split(_tokens(cell), BETWEEN):
        if not _plain(piece):
            continue
        sides = _split(piece, GIVES)
        if len(sides) != 2:
            raise Refusal(f"{quoted(_plain(piece))} is no pair.", remedy=f"Write: {example}.")
        name, value = map(_plain, sides)
        if name in found:
            raise Refusal(f"{quoted(name)} is given twice.", remedy="Give it once.")
        found[name] = value
    return found


def as_pairs(pairs: Mapping[str, str]) -> str:
    """Names and values as one cell."""
    marks = BETWEEN + GIVES
    return "; ".join(
        f"{_escaped(name, marks)}={_escaped(value, marks)}" for name, value in pairs.items()
    )


def records_in(cell: str, names: Collection[str]) -> list[dict[str, str]]:
    """Records of named parts; the first of the names may be left out where it comes first."""
    records = []
    for piece in _split(_tokens(cell), BETWEEN):
        if _plain(piece):
            records.append(_record(piece, list(names)))
    return records


def as_records(records: Iterable[Mapping[str, str]], names: Collection[str]) -> str:
    """Records as one cell; parts that are empty are left out."""
    return "; ".join(_written_record(record, list(names)) for record in records)


def _record(piece: list[str], names: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for position, part in enumerate(_split(piece, WITHIN)):
        sides = [_plain(side) for side in _split(part, GIVES)]
        name, value = (names[0], sides[0]) if len(sides) == 1 else (sides[0], sides[-1])
        if name not in names or len(sides) > 2 or (len(sides) == 1 and position):
            raise Refusal(
                f"{quoted(_plain(part))} is no part of {quoted(_plain(piece))}.",
                remedy=f"Write name=value with one of these names: {', '.join(names)}.",
            )
        found[name] = value
    return found


def _written_record(record: Mapping[str, str], names: list[str]) -> str:
    marks = BETWEEN + WITHIN + GIVES
    lead, *others = names
    parts = [_escaped(record[lead], marks)] if record.get(lead) else []
    parts += [f"{name}={_escaped(record[name], marks)}" for name in others if record.get(name)]
    return " | ".join(parts)


def _tokens(cell: str) -> list[str]:
    """Characters, each with the backslash in front of it, if any."""
    return TOKEN.findall(cell)


def _split(tokens: list[str], mark: str) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token == mark:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return pieces


def _plain(tokens: list[str]) -> str:
    """The tokens as text, without the blanks at both ends and without the backslashes."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].isspace():
        first += 1
    while last > first and tokens[last - 1].isspace():
        last -= 1
    return "".join(token[-1] for token in tokens[first:last])


def _escaped(text: str, marks: str) -> str:
    written = "".join(f"\\{c}" if c in marks or c == "\\" else c for c in text)
    if text[:1].isspace():
        written = f"\\{written}"
    if len(text) > 1 and text[-1:].isspace():
        written = f"{written[:-1]}\\{written[-1]}"
    return written
