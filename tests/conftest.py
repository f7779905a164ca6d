"""The small world, for every test that asks for it."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.world import World, build_world, disagree

# Where a red run stops a hand-in, the examples are the same each time; elsewhere they are new.
settings.register_profile("same-examples", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("same-examples")


@pytest.fixture
def world(db: None) -> World:
    """People, measures, entities and sources; no claims yet."""
    return build_world()


@pytest.fixture
def disputed_world(world: World) -> World:
    """The same world after its two sources were read."""
    disagree(world)
    return world
