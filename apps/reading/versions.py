"""A stamp that changes whenever anything changes that the reader shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection
from psycopg import sql

from apps.annotations.models import Mention, Passage
from apps.annotations.touching import HORIZON
from apps.claims.models import Claim, ClaimRole, Evidence, Measure
from apps.contradictions.models import Contradiction, Involvement, Verdict
from apps.entities.models import Entity
from apps.sources.models import Block, Source, Text

SHOWN = (
    *(Source, Text, Entity, Passage, Mention),
    *(Measure, Claim, ClaimRole, Evidence, Contradiction, Involvement, Verdict),
)
# Transactions of this database that have written something and are not at their end yet.
WRITING = """(SELECT string_agg(backend_xid::text, ',' ORDER BY backend_xid::text)
    FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())"""


@dataclass(frozen=True)
class Stamp:
    """The newest change of each table of SHOWN, the newest block, and who is still writing.

    What is written after it can be asked for from its horizon on.
    """

    newest: tuple[str, ...]
    horizon: str = field(compare=False, default="")

    def __str__(self) -> str:
        return "-".join(self.newest)

    def of(self, tables: Iterable[Any]) -> tuple[str, ...]:
        """Changes whenever one of these tables does, or may be about to."""
        own = (self.newest[SHOWN.index(table)] for table in tables)
        return (*own, *self.newest[len(SHOWN) :])


def stamp() -> Stamp:
    """Which changes can be seen, found in one query without reading any of them.

    It names the newest event of each table and the newest block. An event's number is drawn
    before its transaction ends, so an older number may come to light after a newer one: that is
    why the transactions still writing are named too. Whatever ends, the stamp is another one.
    Ask for it before reading what is kept under it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_newest_changes())
        *newest, horizon = cursor.fetchone()
    return Stamp(tuple(str(number or 0) for number in newest), horizon)


@cache
def _newest_changes() -> str:
    newest = [_newest(_event_table(model), "pgh_id") for model in SHOWN]
    blocks = _newest(Block._meta.db_table, "id")  # replaced as a whole, and not recorded
    columns = sql.SQL(", ").join([*newest, blocks, sql.SQL(WRITING), sql.SQL(HORIZON)])
    return sql.SQL("SELECT {}").format(columns).as_string(None)


def _newest(table: str, column: str) -> sql.Composed:
    return sql.SQL("(SELECT max({}) FROM {})").format(sql.Identifier(column), sql.Identifier(table))


def _event_table(model: Any) -> str:
    events = model._meta.get_field("events").related_model
    return str(events._meta.db_table)
