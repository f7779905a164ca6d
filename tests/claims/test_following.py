"""Claims are reckoned again when the entities that they are about move."""

from __future__ import annotations

from typing import Any

import pytest

from apps.accounts.followers import Followers
from apps.claims.following import after_entities_moved
from apps.claims.models import Claim
from apps.entities import changes
from apps.entities.corrections import rewrite_entities
from apps.entities.drafts import EntityDraft
from tests.world import World


@pytest.fixture(autouse=True)
def _followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "_followers", Followers(after_entities_moved))


def moved(slug: str, label: str, *wholes: str) -> EntityDraft:
    return EntityDraft(slug, label, "state" if slug == "karovia" else "region", part_of=wholes)


def wider(claim: Claim) -> list[str]:
    return list(Claim.objects.get(pk=claim.pk).wider_slot_keys)


def test_a_claim_belongs_to_the_sums_of_the_new_whole(world: World) -> None:
    claim = world.claim("72")
    assert any("subject=marches" in key for key in wider(claim))

    rewrite_entities(
        drafts=[moved("karovia", "Karovia", "league")], by=world.editor, reason="new borders"
    )

    assert not any("subject=marches" in key for key in wider(claim))
    assert any("subject=league" in key for key in wider(claim))


def test_parts_of_what_moved_follow_it(world: World) -> None:
    claim = world.claim("72")

    rewrite_entities(
        drafts=[moved("marches", "the Marches", "league")], by=world.editor, reason="new borders"
    )

    assert any("subject=league" in key for key in wider(claim))


def test_other_claims_are_left_alone(world: World, django_assert_max_num_queries: Any) -> None:
    claim = world.claim("72", subject="westland")
    before = Claim.objects.get(pk=claim.pk).version

    rewrite_entities(
        drafts=[moved("marches", "the Marches", "league")], by=world.editor, reason="new borders"
    )

    assert Claim.objects.get(pk=claim.pk).version == before
