"""The stored facts as columns of numbers, for sifting all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.db import connection
from psycopg import Cursor

from apps.claims.models_of_facts import DAY_BITS, HASH_BITS, WORD
from apps.contradictions.sifting.grouping import Figures, Marks, Numbers, places_in

# All from one index, and in its order: the table itself is ten times as large.
FACTS = """
SELECT id, slots, measure_id, coalesce(numerator_id, 0), coalesce(denominator_id, 0), days,
       coalesce(low, '-infinity'), coalesce(high, 'infinity')
  FROM claims_fact WHERE agreed IS NOT NULL ORDER BY slots, days
"""
MEASURES = """
SELECT id, is_non_negative, is_additive_over_time, cardinality(additive_over) > 0,
       jsonb_array_length(roles)
  FROM claims_measure WHERE is_functional ORDER BY id
"""
STEPS = """
SELECT slots, step, {pieces}
  FROM (SELECT slots, slot_key, wider FROM claims_fact WHERE id = ANY(%(ids)s::bigint[])) AS fact
 CROSS JOIN LATERAL unnest(array_append(wider, slots)) AS step
"""
PIECE = "CASE WHEN step = slots THEN hashtextextended(split_part(slot_key, '|', {}), 0) ELSE 0 END"

# What PostgreSQL writes before the elements of an array, and before each of them.
HEAD, SIZE = 20, np.dtype(">i4")
ELEMENTS = {16: np.dtype("?"), 20: np.dtype(">i8"), 23: np.dtype(">i4"), 701: np.dtype(">f8")}


def read(query: str, ids: Numbers | None = None) -> list[np.ndarray[Any, Any]]:
    """What a query finds, column by column; there must be no NULL in it."""
    names = [f"c{number}" for number in range(_width(query))]
    gathered = ", ".join(f"array_agg({name})" for name in names)
    columns = f"SELECT {gathered} FROM ({query}) AS found ({', '.join(names)})"
    asked = None if ids is None else {"ids": f"{{{','.join(map(str, ids.tolist()))}}}"}
    with Cursor(connection.connection) as cursor:  # Django's own sends text
        found = cursor.execute(columns, asked, binary=True).pgresult
        assert found is not None
        return [_elements(found.get_value(0, place)) for place in range(len(names))]


def _width(query: str) -> int:
    """How many columns a query has."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({query}) AS found LIMIT 0", {"ids": "{}"})
        return len(cursor.description)


def _elements(stored: bytes | None) -> np.ndarray[Any, Any]:
    """The elements of an array as PostgreSQL sends it."""
    if stored is None:
        return np.zeros(0, dtype=np.int64)
    kind = ELEMENTS[int(np.frombuffer(stored, SIZE, 1, offset=8)[0])]
    laid = np.dtype([("size", SIZE), ("value", kind)])
    values = np.frombuffer(stored, laid, offset=HEAD)["value"]
    return values.astype(kind.newbyteorder("="))


def _ends_of(days: Numbers) -> tuple[Numbers, Numbers]:
    """First day, and the day after the last; 0 where that is not known."""
    is_word, mask = days >= WORD, (1 << DAY_BITS) - 1
    first = np.where(is_word, 0, days >> DAY_BITS)
    return first, np.where(is_word, days >> HASH_BITS, days) & mask


@dataclass(frozen=True)
class Facts:
    """Facts with one value, sorted by series (facts of the same slots) and period.

    `low` and `high` are infinite where there is no end. Days count from the first of the year 1;
    0 is no begin, and no period where it is the end too. `key` is one number for series and
    period, by which a fact is found.
    """

    id: Numbers
    measure: Numbers
    numerator: Numbers
    denominator: Numbers
    first: Numbers
    next: Numbers
    low: Figures
    high: Figures
    series: Numbers
    slots: Numbers  # of each series
    period: Numbers
    codes: Numbers  # of each period
    key: Numbers
    is_non_negative: Marks
    is_additive_over_time: Marks
    is_additive: Marks

    @classmethod
    def of(cls, columns: Sequence[np.ndarray[Any, Any]], measures: Sequence[Any]) -> Facts:
        """Columns as in FACTS, in that order; measures as in MEASURES, the others are left out."""
        flags = places_in(measures[0], columns[2])
        kept = flags >= 0
        if not kept.all():
            flags, columns = flags[kept], [column[kept] for column in columns]
        ids, slots, measure, numerator, denominator, days, low, high = columns
        is_new = np.append(True, slots[1:] != slots[:-1])[: len(slots)]
        series = np.cumsum(is_new) - 1
        codes, period = np.unique(days, return_inverse=True)
        return cls(
            ids, measure, numerator, denominator, *_ends_of(days), low, high, series,
            slots[is_new], period, codes, series * len(codes) + period,
            *(column[flags] for column in measures[1:4]),
        )  # fmt: skip

    @cached_property
    def by_id(self) -> tuple[Numbers, Numbers]:
        """All numbers of facts in order, and the rows where they stand."""
        rows = np.argsort(self.id)
        return self.id[rows], rows

    def rows_of(self, ids: Numbers) -> Numbers:
        """The rows of facts; -1 for those that are not here."""
        ordered, rows = self.by_id
        places = places_in(ordered, ids)
        return np.where(places >= 0, rows[places], -1) if len(rows) else places

    @cached_property
    def days(self) -> Numbers:
        """How long each period lasts; meaningless without begin or end."""
        return self.next - self.first

    def within(self, series: Numbers, first: Numbers, after: Numbers) -> tuple[Numbers, Numbers]:
        """For stretches of time in a series the rows that begin there: first row, and how many."""
        size = len(self.codes)
        begin = np.searchsorted(self.codes, first << DAY_BITS)
        end = np.searchsorted(self.codes, after << DAY_BITS)
        begin, end = (np.where(first == 0, edge, at) for edge, at in ((0, begin), (size, end)))
        rows = np.searchsorted(self.key, series * size + begin)
        return rows, np.searchsorted(self.key, series * size + end) - rows


@dataclass(frozen=True)
class Steps:
    """Which series lies in which, and along which slot; -1 where along more than one."""

    part: Numbers
    whole: Numbers
    slot: Numbers
    most_slots: int

    @classmethod
    def of(cls, facts: Facts, columns: Sequence[Numbers], most_slots: int) -> Steps:
        """From pairs of series, each with the pieces of the first one's slot key."""
        part, whole = (places_in(facts.slots, slots) for slots in columns[:2])
        pieces = np.zeros((len(facts.slots), most_slots), dtype=np.int64)
        own = part == whole
        pieces[part[own]] = np.array([column[own] for column in columns[2:]]).T
        kept = ~own & (part >= 0) & (whole >= 0)
        part, whole = part[kept], whole[kept]
        differs = pieces[part] != pieces[whole]
        slot = np.where(differs.sum(axis=1) == 1, differs.argmax(axis=1), -1)
        order = np.argsort(part, kind="stable")
        return cls(part[order], whole[order], slot[order], most_slots)


def read_facts() -> tuple[Facts, Steps]:
    """All facts with one value, and how their series lie in one another."""
    measures = read(MEASURES)
    facts = Facts.of(read(FACTS), measures)
    rows = np.flatnonzero(np.diff(facts.series, prepend=-1))
    most = int(measures[4].max(initial=0)) + 1
    pieces = ", ".join(PIECE.format(number) for number in range(1, most + 1))
    steps = read(STEPS.format(pieces=pieces), facts.id[rows[facts.is_additive[rows]]])
    return facts, Steps.of(facts, steps, most)
