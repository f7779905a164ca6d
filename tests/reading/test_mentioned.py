"""The mentions of an entity: a page looks into its own texts alone."""

from __future__ import annotations

import pytest

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Review
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.reading.mentioned import Mentioned, readable_mentions
from tests.world import ALMANAC, GAZETTE, World

pytestmark = pytest.mark.django_db


def places(content: str, words: str) -> list[int]:
    return [at for at in range(len(content)) if content.startswith(words, at)]


@pytest.fixture
def karovia(world: World) -> Entity:
    """Named in both sources, and once more where nobody accepted it yet."""
    drafts = [
        MentionDraft(slug, at, at + 7, "karovia", "Karovia")
        for slug, content in (("almanac", ALMANAC), ("gazette", GAZETTE))
        for at in places(content, "Karovia")
    ]
    for some, review in ((drafts[1:], Review.ACCEPTED), (drafts[:1], Review.PROPOSED)):
        record_mentions(drafts=some, review=review, by=world.editor, reason="test")
    return Entity.objects.get(slug="karovia")


def in_order(mentioned: Mentioned) -> list[tuple[str, int]]:
    """By source and place, as all of them stand without pages."""
    rows = mentioned.all.values_list("passage__text__source__slug", "passage__start")
    return sorted(rows)


def read_by_ones(mentioned: Mentioned) -> list[tuple[str, int]]:
    found: list[Mention] = [one for at in range(len(mentioned)) for one in mentioned[at : at + 1]]
    return [(one.passage.text.source.slug, one.passage.start) for one in found]


@pytest.mark.parametrize("audience", list(Audience))
def test_pages_hold_together_what_all_hold(
    world: World, karovia: Entity, audience: Audience
) -> None:
    mentioned = readable_mentions(karovia, world.editor, audience)

    assert read_by_ones(mentioned) == in_order(mentioned)
    assert {one.source.slug for one in mentioned.named} == {"almanac", "gazette"}
    seen = Mention.objects.filter(entity=karovia, review__in=audience.reviews)
    assert len(mentioned) == seen.filter(passage__text__kind="original").count()
    assert mentioned[0 : len(mentioned) + 5] == mentioned[0 : len(mentioned)]
