"""The stored facts as columns of numbers, for sifting all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.db import connection
from psycopg import Cursor

from apps.contradictions.sifting.grouping import Figures, Marks, Numbers, places_in

# The first two rows of the epoch of PostgreSQL's dates do not matter here: days count from the
# first of the year 1; 0 is no end. `word` stands for a period whose days are not known.
FACTS = """
SELECT fact.id, slots, measure_id, coalesce(numerator_id, 0), coalesce(denominator_id, 0),
       coalesce(lower(period_range) - date '0001-01-01' + 1, 0)::bigint,
       coalesce(upper(period_range) - date '0001-01-01' + 1, 0)::bigint,
       CASE WHEN lower(period_range) IS NOT NULL THEN 0
            ELSE hashtextextended(substr(key, strpos(key, slot_key) + length(slot_key)), 0) END,
       coalesce(low, '-infinity'), coalesce(high, 'infinity')
  FROM claims_fact fact JOIN claims_measure measure ON measure.id = measure_id
 WHERE is_functional AND agreed IS NOT NULL
"""
MEASURES = """
SELECT id, is_non_negative, is_additive_over_time, cardinality(additive_over) > 0,
       jsonb_array_length(roles)
  FROM claims_measure
"""
STEPS = """
SELECT slots, step, {pieces}
  FROM (SELECT slots, slot_key, wider FROM claims_fact WHERE id = ANY(%(ids)s::bigint[])) AS fact
 CROSS JOIN LATERAL unnest(array_append(wider, slots)) AS step
"""
PIECE = "hashtextextended(split_part(slot_key, '|', {}), 0)"

DAY_BITS = 23
WORD = 1 << (2 * DAY_BITS)
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
        """The facts in order; columns as in FACTS, measures as in MEASURES."""
        slots, series = np.unique(columns[1], return_inverse=True)
        first, after, word = columns[5:8]
        days = (first << DAY_BITS) | after
        codes, period = np.unique(
            np.where(word == 0, days, WORD | (word & (WORD - 1))), return_inverse=True
        )
        key = series * len(codes) + period
        order = np.argsort(key)
        measure = columns[2][order]
        by_number = np.argsort(measures[0])
        flags = by_number[np.searchsorted(measures[0][by_number], measure)]
        ids, _, _, numerator, denominator, first, after, _, low, high = (c[order] for c in columns)
        return cls(
            ids, measure, numerator, denominator, first, after, low, high, series[order], slots,
            period[order], codes, key[order], *(column[flags] for column in measures[1:4]),
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
    _, rows = np.unique(facts.series, return_index=True)
    most = int(measures[4].max(initial=0)) + 1
    pieces = ", ".join(PIECE.format(number) for number in range(1, most + 1))
    steps = read(STEPS.format(pieces=pieces), facts.id[rows[facts.is_additive[rows]]])
    return facts, Steps.of(facts, steps, most)
