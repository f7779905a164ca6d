"""A new database is made at once, an older one goes on from where it stands."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management.commands import makemigrations
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

SHORT_WAYS = {
    "accounts": "0001_to_0003",
    "sources": "0001_to_0004",
    "entities": "0001_to_0007",
    "annotations": "0001_to_0008",
    "claims": "0001_to_0015",
    "contradictions": "0001_to_0011",
}


def ways_still_to_go() -> list[str]:
    """What `manage.py migrate` would do with the database as it stands."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]


@pytest.mark.parametrize("short", [True, False])
def test_the_short_way_and_the_long_one_lead_to_the_models_that_we_have(*, short: bool) -> None:
    loader = MigrationLoader(None, replace_migrations=short)
    ends = [
        end
        for end in loader.graph.leaf_nodes()
        if short or not loader.disk_migrations[end].replaces
    ]

    said = makemigrations.Command.autodetector(
        loader.project_state(ends), ProjectState.from_apps(apps)
    )

    assert said.changes(loader.graph) == {}


@pytest.mark.django_db
def test_a_database_that_took_the_long_way_has_nothing_left_to_do() -> None:
    recorder = MigrationRecorder(connection)
    for room, migration in SHORT_WAYS.items():
        recorder.record_unapplied(room, migration)

    assert ways_still_to_go() == []


@pytest.mark.django_db
def test_a_database_that_stands_in_between_goes_on_step_by_step() -> None:
    recorder = MigrationRecorder(connection)
    on_disk = MigrationLoader(None).disk_migrations
    left = sorted(name for room, name in on_disk if room == "claims" and name >= "0014")
    for migration in ["0001_to_0015", *left]:
        recorder.record_unapplied("claims", migration)

    assert ways_still_to_go() == [f"claims.{migration}" for migration in left]
