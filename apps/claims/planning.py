"""Tells PostgreSQL what the tables hold after many rows came at once.

It learns that by itself a while after a transaction ends. Inside of it, it takes them for as small
as they were and compares every row with every other: minutes instead of seconds.
"""

from __future__ import annotations

from django.db import connection

from apps.annotations.models import Mention, Passage
from apps.claims.models import Claim, ClaimRole, Evidence, Fact
from apps.entities.models import Alias, Entity
from apps.sources.models import Block, Text

GROWING = (Text, Block, Entity, Alias, Passage, Mention, Claim, ClaimRole, Evidence, Fact)


def know_tables() -> None:
    """Have the planner look at the tables that the detection joins."""
    names = ", ".join(f'"{model._meta.db_table}"' for model in GROWING)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {names}")
