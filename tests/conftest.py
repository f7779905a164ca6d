"""The small world, for every test that asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker
from xdist.remote import Producer

from tests import databases
from tests.imprint import Imprint
from tests.sharing import Sharing, turn
from tests.world import World, build_world, contradict, disagree, world_here

# A busy machine draws slowly. Where a red run stops a hand-in, the examples are the same each time.
settings.register_profile(
    "variorum",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("variorum")


Build = Callable[[], object]

WITH_CLAIMS: dict[str, Build] = {
    "disputed_world": lambda: disagree(build_world()),
    "two": lambda: contradict(build_world()),
}


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Sharing:
    """Hand out tests as `Sharing` says."""
    return Sharing(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in the order in which they are handed out."""
    items.sort(key=lambda item: turn(item.nodeid))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Each process that tests copies one migrated database: to migrate takes half a minute."""
    with django_db_blocker.unblock():
        databases.write_without_waiting()
        connection.settings_dict["TEST"]["TEMPLATE"] = databases.with_tables()


@pytest.fixture(scope="session")
def imprint_of(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Callable[[Build], Imprint]:
    """What is built through its actions once, then laid down for every test that asks for it."""

    @cache
    def built(build: Build) -> Imprint:
        with django_db_blocker.unblock():
            return Imprint.of(build)

    return built


@pytest.fixture
def world(
    request: pytest.FixtureRequest, db: None, imprint_of: Callable[[Build], Imprint]
) -> World:
    """People, measures, entities and sources; claims only if the test asks for some below."""
    told = [build for name, build in WITH_CLAIMS.items() if name in request.fixturenames]
    assert len(told) <= 1, f"{request.node.nodeid} asks for two worlds at once."
    imprint_of(*told or [build_world]).lay_down()
    return world_here()


@pytest.fixture
def disputed_world(world: World) -> World:
    """The same world after its two sources were read."""
    return world
