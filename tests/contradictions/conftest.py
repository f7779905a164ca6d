"""Two claims that contradict each other, for every test that asks for them."""

from __future__ import annotations

import pytest

from apps.claims.models import Claim
from tests.world import World


@pytest.fixture
def two(world: World) -> tuple[Claim, Claim]:
    """Two claims on one fact: 100 and 900."""
    return world.claim("100"), world.claim("900")
