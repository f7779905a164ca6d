"""Keeps at hand which entities the accepted mentions name in which text, for lists that count them.

A trigger does it, row by row, so that nothing that writes can forget it and no writer waits for
another one, as they would for a sum that they share.
"""

from __future__ import annotations

import pgtrigger
from django.db import connection

STORE = """INSERT INTO annotations_naming (mention_id, text_id, entity_id)
    SELECT {mention}.id, passage.text_id, {mention}.entity_id FROM {tables}
     WHERE passage.id = {mention}.passage_id AND {mention}.review = 'accepted';"""
STORE_ALL = STORE.format(
    mention="mention", tables="annotations_passage passage, annotations_mention mention"
)


def named() -> pgtrigger.Trigger:
    """A trigger on mentions."""
    store = STORE.format(mention="NEW", tables="annotations_passage passage")
    return pgtrigger.Trigger(
        name="named",
        level=pgtrigger.Row,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""IF TG_OP <> 'INSERT' THEN
            DELETE FROM annotations_naming WHERE mention_id = OLD.id;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            {store}
        END IF;
        RETURN NULL;""",
    )


def restate_namings() -> None:
    """Note them all again, where mentions were stored with triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM annotations_naming")
        cursor.execute(STORE_ALL)
