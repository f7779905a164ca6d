"""Long questions are planned once, and answered before that where Python knows the answer."""

from __future__ import annotations

from django.db import connection

from apps.claims.asking import ask
from apps.claims.models import Fact
from tests.world import World

QUESTION = """
SELECT fact.key FROM claims_fact fact
 WHERE %(changed)s::bigint[] IS NULL OR fact.id = ANY(%(changed)s::bigint[]) ORDER BY key
"""


def _plans() -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements "
            "WHERE statement LIKE '%fact.key FROM claims_fact fact%'"
        )
        return [(int(generic), int(custom)) for generic, custom in cursor.fetchall()]


def test_a_question_about_few_facts_is_planned_once_for_any_of_them(disputed_world: World) -> None:
    _, of_one = ask(QUESTION, {"changed": [2**40]})

    _, of_another = ask(QUESTION, {"changed": [-(2**50)]})

    assert (of_one, of_another) == ([], [])
    assert _plans() == [(2, 0)]


def test_a_question_about_everything_is_planned_for_that(disputed_world: World) -> None:
    names, rows = ask(QUESTION, {"changed": None})

    assert names == ["key"]
    assert [key for (key,) in rows] == sorted(Fact.objects.values_list("key", flat=True))
    assert len(rows) == 8
    assert _plans() == []
