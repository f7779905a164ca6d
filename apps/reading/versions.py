"""A stamp that changes whenever anything changes that the reader shows."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection
from psycopg import sql

from apps.annotations.models import Mention, Passage
from apps.claims.models import Claim, ClaimRole, Evidence, Measure
from apps.contradictions.models import Contradiction, Involvement
from apps.entities.models import Entity
from apps.sources.models import Source, Text

SHOWN = (
    *(Source, Text, Entity, Passage, Mention),
    *(Measure, Claim, ClaimRole, Evidence, Contradiction, Involvement),
)


def stamp() -> str:
    """The newest event of each table, found in one query without reading any of them.

    Two changes that are committed in the reverse of the order in which they began can leave
    it as it was: what is kept under a stamp must also expire.
    """
    with connection.cursor() as cursor:
        cursor.execute(_newest_events())
        return "-".join(str(event or 0) for event in cursor.fetchone())


@cache
def _newest_events() -> str:
    newest = sql.SQL(", ").join(
        sql.SQL("(SELECT max(pgh_id) FROM {})").format(sql.Identifier(_event_table(model)))
        for model in SHOWN
    )
    return sql.SQL("SELECT {}").format(newest).as_string(None)


def _event_table(model: Any) -> str:
    events = model._meta.get_field("events").related_model
    return str(events._meta.db_table)
