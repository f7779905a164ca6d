"""The grouping at the heart of a rescan by programs made for it, as the yardstick of our own.

They are in tests/benchmarks/requirements.txt. Disagreement within a fact is the simplest of the
rules: claims are grouped by fact, and no figure is left that all of a group allow.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.postgres import cpu_of_postgres

TIMES = 3
CLAIMS = """
SELECT hashtextextended(fact_key, 0), lower(hard)::float8, upper(hard)::float8
  FROM claims_claim WHERE hard IS NOT NULL
"""
GROUPED = "SELECT fact FROM claims GROUP BY fact HAVING max(low) > min(high)"
IN_POSTGRES = """
SELECT hashtextextended(fact_key, 0) FROM claims_claim WHERE hard IS NOT NULL
 GROUP BY fact_key HAVING isempty(range_intersect_agg(hard))
"""
STORED = "SELECT id FROM claims_fact WHERE disagrees AND agreed IS NOT NULL"

Facts = frozenset[int]


def compare(rescan: float) -> None:
    """Print what one grouping costs each program, and how often a rescan with all rules that is."""
    try:
        polars, duckdb = import_module("polars"), import_module("duckdb")
    except ImportError as missing:
        print(f"no yardstick: {missing}")
        return
    columns = dict(zip(("fact", "low", "high"), zip(*_rows(CLAIMS), strict=True), strict=True))
    claims = polars.DataFrame(columns)
    with TemporaryDirectory() as folder:  # duckdb reads columns of polars through pyarrow only
        claims.write_parquet(f"{folder}/claims")
        duckdb.sql(f"CREATE TABLE claims AS FROM read_parquet('{folder}/claims')")
    stored = _column(_rows(STORED))
    for name, ask in {
        "PostgreSQL": lambda: _column(_rows(IN_POSTGRES)),
        "polars": lambda: _by_polars(polars, claims),
        "duckdb": lambda: _column(duckdb.sql(GROUPED).fetchall()),
        "ours, which keeps facts": lambda: _column(_rows(STORED)),
    }.items():
        spent, found = _least(ask)
        assert found == stored, f"{name} finds other facts"
        print(
            f"{len(found)} facts that disagree, by {name:<25} CPU {spent:6.3f} s; "
            f"a rescan with all rules takes {rescan / spent:6.1f} times that",
            flush=True,
        )


def _by_polars(polars: Any, claims: Any) -> Facts:
    grouped = claims.group_by("fact").agg(polars.max("low"), polars.min("high"))
    return frozenset(grouped.filter(polars.col("low") > polars.col("high"))["fact"].to_list())


def _least(ask: Callable[[], Facts]) -> tuple[float, Facts]:
    """Seconds of CPU at best, here and in PostgreSQL, and what was found."""
    spent = []
    for _ in range(TIMES):
        began = time.process_time() + cpu_of_postgres()
        found = ask()
        spent.append(time.process_time() + cpu_of_postgres() - began)
    return min(spent), found


def _rows(query: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(query)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _column(rows: Iterable[tuple[Any, ...]]) -> Facts:
    return frozenset(number for (number,) in rows)
