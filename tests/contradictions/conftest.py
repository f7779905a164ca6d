"""Two claims that contradict each other, for every test that asks for them."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.claims.models import Claim
from apps.contradictions.models import Contradiction
from tests.world import World


@pytest.fixture
def two(world: World) -> tuple[Claim, Claim]:
    """Two claims on one fact: 100 and 900."""
    hundred, nine_hundred = Claim.objects.order_by("pk")
    return hundred, nine_hundred


@pytest.fixture
def case(two: tuple[Claim, Claim]) -> Contradiction:
    """100 against 900."""
    return Contradiction.objects.get()


@pytest.fixture
def editor(client: Client, world: World) -> Client:
    """A browser in which the editor is logged in."""
    client.force_login(world.editor)
    return client
