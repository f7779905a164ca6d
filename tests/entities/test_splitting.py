"""An entity that was two is split, exactly as chosen, and put together again."""

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
from apps.entities.actions import correct_entities, record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.lookup import find_entities
from apps.entities.merging import merge_entities
from apps.entities.models import Alias, Entity, LookAlike, Split
from apps.entities.splitting import SplitDraft, split_entity, undo_split
from tests.world import ALMANAC, World

WHY = "the island is not the kingdom"
UNDO = "they are one country after all"


@pytest.fixture
def muddled(world: World) -> World:
    """Norland stands for a kingdom and for an island: in names, mentions and claims."""
    norland = EntityDraft(
        "norland", "Norland", "state", aliases=(AliasDraft("the Isle"), AliasDraft("the Kingdom"))
    )
    record_entities(drafts=[norland], by=world.editor, reason="test")
    known = EntityDraft(
        "norland", "Norland", "person", wikidata="Q881", orcid="0000-0002-1825-0097"
    )
    correct_entities(drafts=[known], by=world.editor, reason="test")
    for start in (ALMANAC.index("Norland"), ALMANAC.rindex("Norland")):
        draft = MentionDraft("almanac", start, start + 7, "norland", "Norland")
        record_mentions(drafts=[draft], by=world.annotator, reason="test", review=Review.ACCEPTED)
    world.claim("100")
    world.claim("200")
    world.claim("300", subject="norland", roles={"supplier": "westland"})
    world.claim("norland", measure="event-place", subject="talks", printed="Norland")
    return world


def entity(slug: str) -> Entity:
    return Entity.objects.get(slug=slug)


def chosen(**changed: Any) -> SplitDraft:
    """The island is given one mention, one claim of each sort, an alias and the number."""
    second = Claim.objects.get(printed="200")
    fields: dict[str, Any] = {
        "slug": "norland-isle",
        "label": "Norland Isle",
        "kind": "place",
        "aliases": [Alias.objects.get(form="the Isle").pk],
        "outside": ["wikidata"],
        "rows": {
            "mentions": [Mention.objects.order_by("-passage__start")[0].pk],
            "subjects": [Claim.objects.get(printed="300").pk],
            "answers": [Claim.objects.get(printed="Norland").pk],
            "roles": [ClaimRole.objects.get(claim=second, entity__slug="norland").pk],
        },
    }
    return SplitDraft(**{**fields, **changed})


def split(world: World, **changed: Any) -> Split:
    draft = chosen(**changed)
    return split_entity(origin=entity("norland"), draft=draft, by=world.editor, reason=WHY)


def what_is_stored() -> dict[str, Any]:
    """All that a split may touch, without the versions of claims."""
    living = Entity.objects.living()
    claims = Claim.objects.order_by("pk")
    return {
        "claims": list(claims.values_list("subject__slug", "reading", "fact_key", "slot_key")),
        "roles": list(ClaimRole.objects.order_by("pk").values_list("entity__slug")),
        "mentions": list(Mention.objects.order_by("pk").values_list("entity__slug")),
        "wholes": living.wider_places(),
        "apart": sorted(living.values_list("slug", "distinct_from__slug")),
        "names": sorted(living.values_list("slug", "names__form")),
        "aliases": sorted(Alias.objects.values_list("entity__slug", "form")),
        "numbers": sorted(living.values_list("slug", "wikidata")),
        "open": sorted(Contradiction.objects.open().values_list("fingerprint", flat=True)),
        "decided": list(LookAlike.objects.values_list("one__slug", "other__slug", "choice")),
    }


def test_the_new_one_is_given_what_was_chosen_and_nothing_else(muddled: World) -> None:
    made = split(muddled).made

    norland = entity("norland")
    assert (made.label, made.kind, made.wikidata, norland.wikidata) == (
        *("Norland Isle", "place", "Q881"),
        "",
    )
    assert [place.slug for place in made.part_of.all()] == ["league"]
    mentions = Mention.objects.order_by("passage__start").values_list("entity__slug", flat=True)
    assert list(mentions) == ["norland", "norland-isle"]
    assert list(made.aliases.values_list("form", flat=True)) == ["the Isle"]
    assert list(norland.aliases.values_list("form", flat=True)) == ["the Kingdom"]
    assert Claim.objects.get(printed="300").subject == made
    assert Claim.objects.get(printed="Norland").value_entity == made
    keys = {claim.printed: claim.slot_key for claim in Claim.objects.all()}
    assert "supplier=norland-isle" in keys["200"]
    assert "supplier=norland-isle" not in keys["100"]


def test_both_are_found_by_their_own_names_and_stay_apart(muddled: World) -> None:
    made = split(muddled).made

    assert find_entities("the Isle")[0].entity == made
    assert find_entities("the Kingdom")[0].entity == entity("norland")
    assert list(made.distinct_from.all()) == [entity("norland")]
    assert LookAlike.objects.get().reason == WHY


def test_a_contradiction_that_was_none_closes_and_a_scan_finds_no_more(muddled: World) -> None:
    assert Contradiction.objects.open().count() == 1

    split(muddled)

    stored = what_is_stored()
    assert stored["open"] == []
    detect(facts=None, by=muddled.admin)
    assert what_is_stored() == stored


def test_a_split_undone_leaves_all_as_it_was(muddled: World) -> None:
    before = what_is_stored()
    done = split(muddled)

    origin = undo_split(split=done, by=muddled.editor, reason=UNDO)

    assert origin == entity("norland") == entity("norland-isle").merged_into
    assert what_is_stored() == before
    detect(facts=None, by=muddled.admin)
    assert what_is_stored() == before


def test_what_the_new_one_came_to_goes_back_too(muddled: World) -> None:
    done = split(muddled)
    later = muddled.claim("7", subject="norland-isle", period="2019", roles={})

    undo_split(split=done, by=muddled.editor, reason=UNDO)

    assert Claim.objects.get(pk=later.pk).subject.slug == "norland"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"slug": "karovia"}, "The identifier “karovia” is taken"),
        ({"slug": "no slug"}, "a slug has letters, digits and hyphens"),
        ({"label": " "}, "a label has 1 to 250 characters"),
        ({"kind": "kingdom"}, "the kind “kingdom” is not known"),
        ({"aliases": [10**9]}, "does not all belong to “Norland”"),
        ({"outside": ["orcid"]}, "only a person has an ORCID iD"),
        ({"outside": ["slug"]}, "does not all belong to “Norland”"),
        ({"aliases": [], "rows": {"mentions": []}}, "Nothing is chosen"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    muddled: World, changed: dict[str, Any], message: str
) -> None:
    before = what_is_stored()

    with pytest.raises(Refusal, match=message):
        split(muddled, **changed)

    assert what_is_stored() == before
    assert not Split.objects.exists()


def test_neither_the_world_nor_what_is_merged_is_split(muddled: World) -> None:
    merge_entities(
        gone=entity("sudland"), kept=entity("westland"), by=muddled.editor, reason="one country"
    )

    for slug, message in (("world", "The world is not split"), ("sudland", "was merged")):
        with pytest.raises(Refusal, match=message):
            split_entity(origin=entity(slug), draft=chosen(), by=muddled.editor, reason=WHY)
    with pytest.raises(Refusal, match="fewer than 10 characters"):
        split_entity(origin=entity("norland"), draft=chosen(), by=muddled.editor, reason="two")


def test_a_split_is_undone_once_and_not_after_a_merge(muddled: World) -> None:
    done = split(muddled)
    undo_split(split=done, by=muddled.editor, reason=UNDO)

    with pytest.raises(Refusal, match="“Norland Isle” was split off cannot be undone now"):
        undo_split(split=done, by=muddled.editor, reason=UNDO)
