"""Which entities are named in which text: kept by a trigger, whatever becomes of the mentions."""

from __future__ import annotations

import pytest

from apps.annotations.actions import record_mentions, review_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Naming, Review
from apps.annotations.naming import restate_namings
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity
from tests.world import ALMANAC, World

pytestmark = pytest.mark.django_db
PLACES = [ALMANAC.index("Norland"), ALMANAC.index("Karovia")]


def named() -> list[tuple[str, str, int]]:
    """What is kept: source, entity and mention; no other than what a recount would keep."""
    rows = Naming.objects.order_by("mention")
    kept = list(rows.values_list("text__source__slug", "entity__slug", "mention"))
    restate_namings()
    assert kept == list(rows.values_list("text__source__slug", "entity__slug", "mention"))
    return kept


@pytest.fixture
def mentions(world: World) -> list[Mention]:
    """Two that wait for review."""
    norlund = EntityDraft("norlund", "Norlund", "state")
    record_entities(drafts=[norlund], by=world.editor, reason="test")
    drafts = [
        MentionDraft("almanac", PLACES[0], PLACES[0] + 7, "norlund", "Norland"),
        MentionDraft("almanac", PLACES[1], PLACES[1] + 7, "karovia", "Karovia"),
    ]
    record_mentions(drafts=drafts, by=world.annotator, reason="test")
    return list(Mention.objects.order_by("passage__start"))


def test_what_is_accepted_is_named_until_it_is_rejected_or_removed(
    world: World, mentions: list[Mention]
) -> None:
    karovia, norlund = sorted(mentions, key=lambda mention: mention.entity.slug)
    steps = [named()]

    for mention, review in (
        (norlund, Review.ACCEPTED),
        (karovia, Review.ACCEPTED),
        (norlund, Review.REJECTED),
    ):
        review_mentions(mentions=[mention], review=review, by=world.editor, reason="test")
        steps.append(named())
    Mention.objects.filter(pk=karovia.pk).delete()

    one, other = ("almanac", "norlund", norlund.pk), ("almanac", "karovia", karovia.pk)
    assert steps == [[], [one], sorted([one, other], key=lambda row: row[2]), [other]]
    assert named() == []


def test_a_merge_and_its_undoing_rename_what_is_named(
    world: World, mentions: list[Mention]
) -> None:
    review_mentions(mentions=mentions, review=Review.ACCEPTED, by=world.editor, reason="test")
    gone, kept = (Entity.objects.get(slug=slug) for slug in ("norlund", "norland"))

    merge = merge_entities(gone=gone, kept=kept, by=world.editor, reason="both are one state")
    merged = {entity for _, entity, _ in named()}
    undo_merge(merge=merge, by=world.editor, reason="they are two after all")

    assert merged == {"norland", "karovia"}
    assert {entity for _, entity, _ in named()} == {"norlund", "karovia"}
