"""The small world, for every test that asks for it."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.world import World, build_world, disagree

# A busy machine draws slowly. Where a red run stops a hand-in, the examples are the same each time.
settings.register_profile(
    "variorum",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("variorum")


@pytest.fixture
def world(db: None) -> World:
    """People, measures, entities and sources; no claims yet."""
    return build_world()


@pytest.fixture
def disputed_world(world: World) -> World:
    """The same world after its two sources were read."""
    disagree(world)
    return world
