"""Asks the database the same long questions again and again, so that it plans them only once.

To plan a screen takes it longer than to answer, where only few facts are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import connection
from psycopg import Cursor

# Among so few facts the plan for some is good for all.
FEW = 50

# How a question asks whether it is about everything. That is answered before it is planned, for a
# plan that is good for both is good for neither.
OF_ALL = re.compile(r"%\((\w+)\)s::\w+\[\] IS NULL")

Rows = list[tuple[Any, ...]]


def ask(question: str, about: Mapping[str, Any]) -> tuple[list[str], Rows]:
    """The names of the columns, and the rows."""
    question = OF_ALL.sub(lambda asked: str(about[asked[1]] is None), question)
    if any(isinstance(value, list) and len(value) > FEW for value in about.values()):
        return _ask_anew(question, about)
    if None in about.values():
        return _ask_anew(question, about)
    connection.ensure_connection()
    with Cursor(connection.connection) as cursor:  # Django's own never lets it keep a plan
        cursor.execute(question, about, prepare=True)
        return _answer(cursor)


def _ask_anew(question: str, about: Mapping[str, Any]) -> tuple[list[str], Rows]:
    with connection.cursor() as cursor:
        cursor.execute(question, about)
        return _answer(cursor)


def _answer(cursor: Any) -> tuple[list[str], Rows]:
    """Nothing where it was no question but an order."""
    if cursor.description is None:
        return [], []
    return [column.name for column in cursor.description], cursor.fetchall()
