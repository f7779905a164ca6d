"""Two entities become one, with all that names them, and two again."""

from __future__ import annotations

from typing import Any

import pytest

from apps.annotations.actions import record_mentions
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Mention, Review
from apps.claims.models import Claim, ClaimRole
from apps.contradictions.actions import detect
from apps.contradictions.models import Contradiction
from apps.domain.refusals import Refusal
from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.lookup import find_entities
from apps.entities.merging import merge_entities, undo_merge
from apps.entities.models import Entity, Merge
from apps.entities.telling_apart import keep_apart
from tests.world import ALMANAC, World

WHY = "the same country, misread in print"


@pytest.fixture
def twins(world: World) -> World:
    """Norlund is Norland misread: it has an alias, a part, a mention and claims of its own."""
    drafts = [
        EntityDraft(
            "norlund",
            "Norlund",
            "state",
            part_of=("league",),
            aliases=(AliasDraft("the Norlunds"),),
            distinct_from=("westland",),
        ),
        EntityDraft("skerry", "Skerry", "place", part_of=("norlund",)),
    ]
    record_entities(drafts=drafts, by=world.editor, reason="test")
    start = ALMANAC.index("Norland")
    record_mentions(
        drafts=[MentionDraft("almanac", start, start + 7, "norlund", "Norland")],
        by=world.annotator,
        reason="test",
        review=Review.ACCEPTED,
    )
    world.claim("100")
    world.claim("200", roles={"supplier": "norlund"})
    world.claim("300", subject="norlund", roles={"supplier": "westland"})
    world.claim("norlund", measure="event-place", subject="talks", printed="Norlund")
    return world


def entity(slug: str) -> Entity:
    return Entity.objects.get(slug=slug)


def merge(world: World) -> Merge:
    return merge_entities(
        gone=entity("norlund"), kept=entity("norland"), by=world.editor, reason=WHY
    )


def what_is_stored() -> dict[str, Any]:
    """All that a merge may touch, without the versions of claims."""
    claims = Claim.objects.order_by("pk")
    return {
        "claims": list(claims.values_list("subject__slug", "reading", "fact_key", "slot_key")),
        "roles": list(ClaimRole.objects.order_by("pk").values_list("entity__slug")),
        "mentions": list(Mention.objects.order_by("pk").values_list("entity__slug")),
        "wholes": Entity.objects.wider_places(),
        "apart": sorted(Entity.objects.values_list("slug", "distinct_from__slug")),
        "names": sorted(Entity.objects.values_list("slug", "names__form")),
        "aliases": sorted(Entity.objects.values_list("slug", "aliases__form")),
        "open": sorted(Contradiction.objects.open().values_list("fingerprint", flat=True)),
    }


def test_all_that_named_the_one_names_the_other(twins: World) -> None:
    merge(twins)

    norland, norlund = entity("norland"), entity("norlund")
    assert norlund.merged_into == norland
    assert set(norland.aliases.values_list("form", flat=True)) == {"Norlund", "the Norlunds"}
    assert [mention.entity for mention in Mention.objects.all()] == [norland]
    assert not Claim.objects.filter(subject=norlund).exists()
    assert Claim.objects.get(printed="Norlund").value_entity == norland
    assert not ClaimRole.objects.filter(entity=norlund).exists()
    assert [place.slug for place in entity("skerry").part_of.all()] == ["norland"]
    assert [one.slug for one in norland.distinct_from.all()] == ["westland"]
    assert [one.entity for one in find_entities("Norlund")] == [norland]


def test_a_contradiction_that_the_merge_shows_is_opened_and_a_scan_finds_no_more(
    twins: World,
) -> None:
    assert not Contradiction.objects.open().exists()

    merge(twins)

    stored = what_is_stored()
    assert len(stored["open"]) == 1
    detect(facts=None, by=twins.admin)
    assert what_is_stored() == stored


def test_a_merge_undone_leaves_all_as_it_was(twins: World) -> None:
    before = what_is_stored()
    done = merge(twins)

    undo_merge(merge=done, by=twins.editor, reason="they are two after all")

    assert what_is_stored() == before
    detect(facts=None, by=twins.admin)
    assert what_is_stored() == before


def test_what_came_later_stays_when_a_merge_is_undone(twins: World) -> None:
    done = merge(twins)
    later = twins.claim("7", subject="norland", period="2019", roles={"supplier": "westland"})

    undo_merge(merge=done, by=twins.editor, reason="they are two after all")

    assert Claim.objects.get(pk=later.pk).subject.slug == "norland"


def test_those_who_are_distinct_are_not_merged(twins: World) -> None:
    keep_apart(
        one=entity("norlund"), other=entity("norland"), by=twins.editor, reason="two countries"
    )
    before = what_is_stored()

    with pytest.raises(Refusal, match="“Norlund” and “Norland” are distinct from each other"):
        merge(twins)

    assert what_is_stored() == before


def test_a_part_is_not_merged_with_its_whole(twins: World) -> None:
    with pytest.raises(Refusal, match="one is part of the other"):
        merge_entities(gone=entity("skerry"), kept=entity("league"), by=twins.editor, reason=WHY)


@pytest.mark.parametrize(
    ("gone", "kept", "reason", "message"),
    [
        ("norland", "norland", WHY, "“Norland” is one already"),
        ("norland", "norlund", "same", "fewer than 10 characters"),
        ("norland", "world", WHY, "The world is not merged"),
    ],
)
def test_what_does_not_fit_is_refused(
    twins: World, gone: str, kept: str, reason: str, message: str
) -> None:
    with pytest.raises(Refusal, match=message):
        merge_entities(gone=entity(gone), kept=entity(kept), by=twins.editor, reason=reason)


def test_a_merge_is_undone_once(twins: World) -> None:
    done = merge(twins)
    undo_merge(merge=done, by=twins.editor, reason="they are two after all")

    with pytest.raises(Refusal, match="cannot be undone now"):
        undo_merge(merge=done, by=twins.editor, reason="they are two after all")


def test_entering_the_same_entities_again_revives_nothing(twins: World) -> None:
    merge(twins)
    stored = what_is_stored()

    draft = EntityDraft("norlund", "Norlund", "state", aliases=(AliasDraft("the Norlunds"),))
    record_entities(drafts=[draft], by=None, reason="loaded", revive=False)

    assert what_is_stored() == stored
