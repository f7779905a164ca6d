"""Asks the database the same long questions again and again, so that it plans them only once.

To plan a screen takes it longer than to answer, where only few facts are asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection
from psycopg import Cursor

# Among so few facts the plan for some is good for all.
FEW = 50

# How screens ask whether they look at everything. It is answered before the question is planned,
# for a plan that is good for both is good for neither.
OF_ALL = "%(changed)s::bigint[] IS NULL"

Rows = list[tuple[Any, ...]]


def ask(question: str, about: Mapping[str, Any]) -> tuple[list[str], Rows]:
    """The names of the columns, and the rows."""
    if OF_ALL in question:
        question = question.replace(OF_ALL, "true" if about["changed"] is None else "false")
    if any(isinstance(value, list) and len(value) > FEW for value in about.values()):
        return _ask_anew(question, about)
    if None in about.values():
        return _ask_anew(question, about)
    connection.ensure_connection()
    with Cursor(connection.connection) as cursor:  # Django's own never lets it keep a plan
        cursor.execute(question, about, prepare=True)
        return [column.name for column in cursor.description or ()], cursor.fetchall()


def _ask_anew(question: str, about: Mapping[str, Any]) -> tuple[list[str], Rows]:
    with connection.cursor() as cursor:
        cursor.execute(question, about)
        return [column.name for column in cursor.description], cursor.fetchall()
