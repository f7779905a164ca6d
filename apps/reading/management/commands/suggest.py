"""`manage.py suggest FILE`: what the reading grammar proposes for any text; nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.domain.grammar import KINDS, Kind, Suggestion, suggest
from apps.domain.periods import Period
from apps.domain.refusals import Refusal
from apps.entities.recognising import known_names
from apps.sources.decoding import WIDE_MARKS, bytes_of, read_wording

Plain = str | int | None


class Command(BaseCommand):
    """Without --entities it needs no database, and reads files as they come."""

    help = (
        "Propose mentions, quantities, dates and tables for a plain text (UTF-8, or UTF-16 with "
        "its mark). Offsets are code points into the text in Unicode NFC with \\n for line ends."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="one JSON array, a line each")
        parser.add_argument("--kind", choices=KINDS, help="only these")
        parser.add_argument("--entities", action="store_true", help="match names with entities")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content = _content_of(options["file"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        known = known_names() if options["entities"] else None
        found = _of_kind(suggest(content, known=known), options["kind"])
        lines = _as_json(content, found) if options["json"] else _readable(content, found)
        self.stdout.writelines(f"{line}\n" for line in lines)


def _content_of(path: Path) -> str:
    raw = bytes_of(path)
    if raw.startswith(WIDE_MARKS):
        raw = raw.decode("utf-16", errors="replace").encode()
    return read_wording(raw, path.name).content


def _of_kind(found: tuple[Suggestion, ...], kind: Kind | None) -> list[Suggestion]:
    return [one for one in found if kind in (None, one.kind)]


def _as_json(content: str, found: list[Suggestion]) -> Iterator[str]:
    yield "["
    for at, one in enumerate(found, start=1):
        yield _object(content, one) + ("," if at < len(found) else "")
    yield "]"


def _object(content: str, one: Suggestion) -> str:
    low, high = _ends(one)
    fields: dict[str, Plain | Decimal] = {
        "start": one.start,
        "end": one.end,
        "kind": one.kind,
        "text": content[one.start : one.end] if one.kind != "table" else one.reading,
        "low": low,
        "high": high,
        "unit": one.unit or None,
        "period": one.period or None,
        "per": one.per or None,
        "approximation": one.approximation or None,
        "reading": one.reading or None,
        "entity": one.entity or None,
    }
    return "{" + ", ".join(f'"{name}": {_value(value)}' for name, value in fields.items()) + "}"


def _ends(one: Suggestion) -> tuple[Plain | Decimal, Plain | Decimal]:
    """Of a date the first and the last day, None where it is open."""
    if one.kind != "date":
        return one.low, one.high
    period = Period.read(one.period)
    return _day(period.start), _day(period.end)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _value(value: Plain | Decimal) -> str:
    """A Decimal digit by digit, never by way of a float."""
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _readable(content: str, found: list[Suggestion]) -> Iterator[str]:
    for one in found:
        words = " ".join(content[one.start : one.end].split())
        if one.kind == "table":
            words = one.reading or "a table"
        yield f"{one.start:>7}–{one.end:<7} {one.kind:<9} {words}{_form(one)}"


def _form(one: Suggestion) -> str:
    if one.kind == "date":
        return f" = {Period.read(one.period)}"
    if one.kind == "mention":
        return f" = {one.entity}" if one.entity else ""
    said = f"{one.reading} {one.unit}".strip() + (f" per {one.per}" if one.per else "")
    when = f", {Period.read(one.period)}" if one.period else ""
    return f" = {said}{when}" if one.kind == "quantity" else ""
