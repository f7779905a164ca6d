"""The small world, for every test that asks for it."""

from __future__ import annotations

import pytest

from tests.world import World, build_world, disagree


@pytest.fixture
def world(db: None) -> World:
    """People, measures, entities and sources; no claims yet."""
    return build_world()


@pytest.fixture
def disputed_world(world: World) -> World:
    """The same world after its two sources were read."""
    disagree(world)
    return world
