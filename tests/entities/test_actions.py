"""Entities are entered in bulk: all or none, and twice gives nothing new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from apps.accounts.models import User
from apps.domain.refusals import Refusal
from apps.entities.actions import correct_entities, record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.models import Alias, Entity
from tests.tiny import an_editor, row_counts

pytestmark = pytest.mark.django_db

RURITANIA = EntityDraft("ruritania", "Ruritania", "state")
STRELSAU = EntityDraft(
    "strelsau",
    "Strelsau",
    "place",
    part_of=("ruritania",),
    aliases=(AliasDraft("the capital", "alias", "en"),),
    distinct_from=("ruritania",),
)
BOTH = (STRELSAU, RURITANIA)


@pytest.fixture
def editor() -> User:
    return an_editor()


def test_entities_come_with_aliases_and_links_in_any_order(editor: User) -> None:
    new = record_entities(drafts=BOTH, by=editor, reason="test")

    assert {entity.slug for entity in new} == {"ruritania", "strelsau"}
    strelsau, ruritania = Entity.objects.get(slug="strelsau"), Entity.objects.get(slug="ruritania")
    assert list(strelsau.part_of.all()) == [ruritania]
    assert list(ruritania.distinct_from.all()) == [strelsau]
    assert strelsau.aliases.get().form == "the capital"


def test_the_same_entities_twice_give_nothing_new(editor: User) -> None:
    record_entities(drafts=BOTH, by=editor, reason="test")
    before = row_counts()

    assert record_entities(drafts=BOTH, by=editor, reason="test") == []
    assert row_counts() == before


def test_an_existing_entity_gains_what_it_lacks(editor: User) -> None:
    record_entities(drafts=BOTH, by=editor, reason="test")
    more = replace(STRELSAU, label="Else", aliases=(AliasDraft("Strelsow", "slip"),))

    record_entities(drafts=[more], by=editor, reason="test")

    strelsau = Entity.objects.get(slug="strelsau")
    assert strelsau.label == "Strelsau"
    assert {alias.form for alias in strelsau.aliases.all()} == {"the capital", "Strelsow"}


def test_a_removed_alias_comes_back_only_when_that_is_meant(editor: User) -> None:
    record_entities(drafts=BOTH, by=editor, reason="test")
    Alias.objects.all().delete()

    record_entities(drafts=BOTH, by=editor, reason="load", revive=False)
    assert Alias.objects.count() == 0

    record_entities(drafts=BOTH, by=editor, reason="meant")
    assert Alias.objects.count() == 1


def test_script_tags_in_names_are_kept_as_the_text_they_are(editor: User) -> None:
    odd = EntityDraft("odd", "<script>alert(1)</script>", "person")

    record_entities(drafts=[odd], by=editor, reason="test")

    assert Entity.objects.get(slug="odd").label == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("broken", "wrong"),
    [
        (replace(STRELSAU, kind="town"), "“strelsau”: the kind “town” is not known; use person,"),
        (replace(STRELSAU, label=" "), "“strelsau”: a label has 1 to 250 characters"),
        (replace(STRELSAU, label="x" * 251), "“strelsau”: a label has 1 to 250 characters"),
        (replace(STRELSAU, label="a\0b"), "“strelsau”: it holds a NUL or half a character"),
        (replace(STRELSAU, slug="no slug"), "“no slug”: a slug has letters, digits and hyphens"),
        (
            replace(STRELSAU, kind="person", orcid="0000-0002-1825-0098"),
            "“strelsau”: “0000-0002-1825-0098” has a wrong digit: its check digit does not fit",
        ),
        (
            replace(STRELSAU, kind="person", orcid="0000000218250097"),
            "“strelsau”: “0000000218250097” is no ORCID iD; one is written as",
        ),
        (
            replace(STRELSAU, orcid="0000-0002-1825-0097"),
            "“strelsau”: only a person has an ORCID iD",
        ),
        (replace(STRELSAU, wikidata="Q" * 21), f"“strelsau”: “{'Q' * 21}” is no Wikidata number"),
        (replace(STRELSAU, part_of=("zenda",)), "it is part of “zenda”, which is no entity"),
        (replace(STRELSAU, part_of=("strelsau",)), "“strelsau”: nothing is part of itself"),
        (replace(STRELSAU, aliases=(AliasDraft(""),)), "an alias has 1 to 250 characters, not 0"),
        (RURITANIA, "“ruritania” is entered twice"),
        (
            replace(STRELSAU, slug="a", part_of=("a2",)),
            "“a”: it is part of “a2”, which is no entity",
        ),
    ],
)
def test_one_broken_entity_stops_all(editor: User, broken: EntityDraft, wrong: str) -> None:
    before = row_counts()

    with pytest.raises(Refusal) as refused:
        record_entities(drafts=[RURITANIA, broken], by=editor, reason="test")

    assert refused.value.message.startswith("1 of the entities cannot be entered: \n")
    assert wrong in refused.value.message
    assert row_counts() == before


def test_nothing_is_part_of_itself_through_others(editor: User) -> None:
    record_entities(drafts=BOTH, by=editor, reason="test")
    before = row_counts()

    with pytest.raises(Refusal, match="“ruritania” would be part of itself through strelsau"):
        record_entities(
            drafts=[replace(RURITANIA, part_of=("strelsau",))], by=editor, reason="test"
        )

    assert row_counts() == before


def test_correcting_writes_only_what_differs(editor: User) -> None:
    record_entities(drafts=BOTH, by=editor, reason="test")
    before = row_counts()

    assert correct_entities(drafts=BOTH, by=editor, reason="same") == 0
    assert row_counts() == before

    renamed = replace(STRELSAU, label="Strelsau on the Ilm")
    assert correct_entities(drafts=[renamed, RURITANIA], by=editor, reason="map") == 1
    assert Entity.objects.get(slug="strelsau").label == "Strelsau on the Ilm"
