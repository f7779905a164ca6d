"""The small world, for every test that asks for it."""

from __future__ import annotations

import os

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from tests import migrated
from tests.imprint import Imprint
from tests.world import World, build_world, disagree, world_here

# A busy machine draws slowly. Where a red run stops a hand-in, the examples are the same each time.
settings.register_profile(
    "variorum",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("variorum")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Each process that tests copies one migrated database: to migrate takes half a minute."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated.template()


@pytest.fixture(scope="session")
def quiet_imprint(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Imprint:
    """The small world, built through its actions once."""
    with django_db_blocker.unblock():
        return Imprint.of(build_world)


@pytest.fixture(scope="session")
def disputed_imprint(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Imprint:
    """The disputed world, built through its actions once."""
    with django_db_blocker.unblock():
        return Imprint.of(lambda: disagree(build_world()))


@pytest.fixture
def world(
    request: pytest.FixtureRequest, db: None, quiet_imprint: Imprint, disputed_imprint: Imprint
) -> World:
    """People, measures, entities and sources; no claims yet."""
    disputed = "disputed_world" in request.fixturenames
    (disputed_imprint if disputed else quiet_imprint).lay_down()
    return world_here()


@pytest.fixture
def disputed_world(world: World) -> World:
    """The same world after its two sources were read."""
    return world
