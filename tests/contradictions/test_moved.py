"""A case goes with its claims when the entity they are about is merged, and back with it."""

from __future__ import annotations

import pytest

from apps.claims.models import Claim
from apps.contradictions.actions import detect
from apps.contradictions.models import Contradiction, Verdict
from apps.entities.actions import record_entities
from apps.entities.drafts import EntityDraft
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity, Merge
from tests.world import World

FROM_NORLUND = {"supplier": "norlund"}
Kind = Verdict.Kind


@pytest.fixture
def twin(world: World) -> tuple[Claim, Claim]:
    """100 and 900 from Norlund, which is Norland misread."""
    draft = EntityDraft("norlund", "Norlund", "state", part_of=("league",))
    record_entities(drafts=[draft], by=world.editor, reason="test")
    return world.claim("100", roles=FROM_NORLUND), world.claim("900", roles=FROM_NORLUND)


def merge(world: World) -> Merge:
    gone, kept = (Entity.objects.get(slug=slug) for slug in ("norlund", "norland"))
    return merge_entities(gone=gone, kept=kept, by=world.editor, reason="the same country")


@pytest.mark.parametrize("kind", [Kind.BOTH_STAND, Kind.ONE_RIGHT])
def test_a_verdict_stands_when_entities_are_merged_and_when_they_are_two_again(
    world: World, twin: tuple[Claim, Claim], kind: Verdict.Kind
) -> None:
    wrong = twin[1:] if kind == Kind.ONE_RIGHT else ()
    verdict = world.settle(Contradiction.objects.get(), kind, *wrong)
    before = Contradiction.objects.get()

    done = merge(world)

    case = Contradiction.objects.get()
    assert (case.settled_by, case.state) == (verdict, "settled")
    assert case.facts == [Claim.objects.get(pk=twin[0].pk).fact_key] != before.facts
    assert detect(facts=None, by=None).found == 0

    undo_merge(merge=done, by=world.editor, reason="they are two")

    case = Contradiction.objects.get()
    assert (case.settled_by, case.fingerprint) == (verdict, before.fingerprint)
    assert case.facts == before.facts


def test_a_verdict_is_looked_at_again_when_the_merge_brings_another_claim(
    world: World, twin: tuple[Claim, Claim]
) -> None:
    world.claim("500")
    world.settle(Contradiction.objects.get(), Kind.BOTH_STAND)

    merge(world)

    case = Contradiction.objects.open().get()
    assert case.involvements.count() == 3
    assert "new: 500" in case.steps.get(what="reopened").says
