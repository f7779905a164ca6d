"""Statements for tests that draw figures: what a source says, without any database."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from apps.contradictions.findings import Finding
from apps.contradictions.rulebook import Group, rules
from apps.domain.periods import Period
from apps.domain.quantities import Quantity
from apps.domain.spans import Span
from apps.domain.statements import Statement
from apps.domain.units import unit

COUNTED = ("count", "rank")
_numbers = count(1)


def says(reading: str, **fields: Any) -> Statement:
    """A source prints this: arms that Karovia imported from Norland in 2014, in million USD."""
    number = next(_numbers)
    kind = fields.pop("kind", "quantity")
    measured_in = unit(fields.pop("unit", "USD mln"))
    period = fields.pop("period", "2014")
    slots = fields.pop("slots", "subject=karovia|supplier=norland")
    non_negative = fields.pop("non_negative", True)
    read = Quantity.read(reading, exact=kind in COUNTED, non_negative=non_negative)
    value = read.in_base(measured_in)
    return Statement(
        **{
            "claim": number,
            "key": f"claim.{number}",
            "source": "almanac",
            "root": "almanac",
            "measure": "arms-imports",
            "kind": kind,
            "topic": f"{slots}, {period}",
            "label": "Almanac",
            "printed": reading,
            "reading": reading,
            "unit": measured_in,
            "fact": f"arms-imports|{slots}|{period}",
            "strand": "arms-imports",
            "slot_key": slots,
            "wider_slot_keys": frozenset(),
            "period": Period.read(period) if period else None,
            "hard": value.hard,
            "plausible": value.plausible,
            "ulp": value.ulp,
            "alternatives": value.alternatives,
            "hedged": value.hedged,
            "slot_names": {piece: piece.partition("=")[2] for piece in slots.split("|")},
            "extents": {piece: frozenset({piece.partition("=")[2]}) for piece in slots.split("|")},
            **fields,
        }
    )


def from_all(reading: str, **fields: Any) -> Statement:
    """The same from all suppliers together."""
    return says(reading, slots="subject=karovia|supplier=ALL", **fields)


def share(reading: str, **fields: Any) -> Statement:
    """Norland's share in what Karovia imported."""
    fields = {"kind": "share", "unit": "%", "fact": "supplier-share", **fields}
    return says(reading, **fields)


def counted(reading: str, **fields: Any) -> Statement:
    """A count, exact as printed."""
    return says(reading, **{"kind": "count", "unit": "count", **fields})


def dated(reading: str, **fields: Any) -> Statement:
    """The order of tanks dates from then."""
    period = Period.read(reading)
    date = {
        "kind": "date",
        "unit": unit("date"),
        "fact": "order-date",
        "period": None,
        "hard": period.hard,
        "plausible": period.plausible,
        "ulp": period.ulp_days,
        "dated": period,
        "printed": reading,
        "reading": reading,
    }
    return replace(says("1"), **{**date, **fields})


def named(answer: str, **fields: Any) -> Statement:
    """The talks were held there."""
    place = {
        "kind": "entity",
        "unit": unit("entity"),
        "fact": "event-place",
        "period": None,
        "hard": Span.anything(),
        "plausible": Span.anything(),
        "printed": answer,
        "reading": answer,
        "answer": answer,
    }
    return replace(says("1"), **{**place, **fields})


def judged(code: str, **group: tuple[Statement, ...]) -> list[Finding]:
    """What the rule says of a group that its screen would hand it."""
    stated: Group = group
    return list(rules()[code].judge(stated))
