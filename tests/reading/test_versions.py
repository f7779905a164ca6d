"""The stamp that tells whether anything changed that the reader shows."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.models import Entity
from apps.reading.versions import stamp
from tests.world import World

RENAME = "UPDATE entities_entity SET label = %s WHERE slug = %s"


@pytest.fixture
def another_session(transactional_db: None) -> Iterator[psycopg.Connection]:
    """A second client of the test database, in a transaction of its own."""
    parameters = connection.get_connection_params()
    wanted = {
        key: parameters[key]
        for key in ("dbname", "user", "password", "host", "port")
        if parameters.get(key)
    }
    with psycopg.connect(**wanted) as session:
        yield session
        session.rollback()


def two_entities() -> None:
    drafts = [
        EntityDraft(slug=slug, label=slug.title(), kind=Entity.Kind.PLACE)
        for slug in ("strelsau", "zenda")
    ]
    record_entities(drafts=drafts, by=None, reason="test")


@pytest.mark.django_db
def test_nothing_changed_leaves_the_stamp_as_it_was(disputed_world: World) -> None:
    before = stamp()

    assert stamp() == before


@pytest.mark.django_db
def test_a_renamed_entity_changes_the_stamp(disputed_world: World) -> None:
    before = stamp()

    Entity.objects.filter(slug="karovia").update(label="Greater Karovia")

    assert stamp() != before


def test_changes_committed_in_the_reverse_order_change_the_stamp(
    another_session: psycopg.Connection,
) -> None:
    two_entities()
    another_session.execute(RENAME, ["Old Strelsau", "strelsau"])
    Entity.objects.filter(slug="zenda").update(label="New Zenda")
    before = stamp()

    another_session.commit()

    assert stamp() != before
