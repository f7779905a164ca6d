"""Notes in the database where texts show something else now, and wakes whoever listens.

Triggers do it, so that nothing that writes can forget it: pages, admin, imports, commands.
"""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.db import connection

CHANNEL = "variorum_touched"
# Transactions below this number have ended, and what they wrote can be seen; with the time.
HORIZON = """pg_snapshot_xmin(pg_current_snapshot())::text || '-'
    || extract(epoch FROM clock_timestamp())::bigint::text"""
NOTE = """INSERT INTO annotations_touch (text_id, starts, ends, is_public, written_by, at)
    SELECT passage.text_id, array_agg(passage.start), array_agg(passage."end"),
        (SELECT coalesce(bool_or({public}), false) FROM changed),
        pg_current_xact_id()::text::bigint, clock_timestamp()
    FROM annotations_passage passage WHERE passage.id IN ({passages})
    GROUP BY passage.text_id;
    RETURN NULL;"""
BEFORE_AND_AFTER = "WITH changed AS (SELECT * FROM former UNION ALL SELECT * FROM latter) "
WAYS = {
    "insert": (pgtrigger.Insert, {"new": "changed"}, ""),
    "update": (pgtrigger.Update, {"old": "former", "new": "latter"}, BEFORE_AND_AFTER),
    "delete": (pgtrigger.Delete, {"old": "changed"}, ""),
}


def touches(*, passages: str, public: str) -> Any:
    """Class decorator: what is written to the model is noted for the texts that show it.

    Both are SQL over `changed`, the rows that were written: `passages` selects the numbers of
    the passages on which they show, `public` says of one row whether everybody may see it.
    """
    note = NOTE.format(passages=passages, public=public)
    return pgtrigger.register(
        *(
            pgtrigger.Trigger(
                name=f"touch_{way}",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=operation,
                referencing=pgtrigger.Referencing(**tables),  # type: ignore[no-untyped-call]
                func=before + note,
            )
            for way, (operation, tables, before) in WAYS.items()
        )
    )


def wake() -> pgtrigger.Trigger:
    """Tells at the end of the transaction, once for each text, that something is noted."""
    return pgtrigger.Trigger(
        name="wake",
        level=pgtrigger.Row,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=f"PERFORM pg_notify('{CHANNEL}', NEW.text_id::text); RETURN NULL;",
    )


def horizon() -> str:
    """A mark to ask from later on for what was written since; ask for it before reading."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {HORIZON}")
        return str(cursor.fetchone()[0])
