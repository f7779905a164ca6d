"""Entities that are called alike are found across scripts, accents and slips, and only those."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.merging import merge_entities
from apps.entities.models import Entity
from apps.entities.resembling import Resemblance, resemblances, resembling_pairs
from apps.entities.telling_apart import keep_apart, leave_for_later, take_up_again
from tests.world import World


def enter(world: World, *labels: str, kind: str = "place") -> list[Entity]:
    drafts = [EntityDraft(f"new-{place}", label, kind) for place, label in enumerate(labels)]
    return record_entities(drafts=drafts, by=world.editor, reason="test")


def found() -> list[Resemblance]:
    return resemblances(resembling_pairs())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trương Tấn Sang", "Truong TanSang"),
        ("Trần Đức Lương", "Tran Duc Lurong"),
        ("Москва", "Moskwa"),
        ("Cam Rahn", "Cam Ranh"),
        ("Carlyle Thayer", "Thayer, C."),
        ("Voronezh", "VORONEZH"),
    ],
)
def test_names_of_one_entity_are_found(world: World, one: str, other: str) -> None:
    left, right = enter(world, one, other)

    [pair] = found()

    assert (pair.one, pair.other) == (left, right)
    assert pair.likeness >= 80
    assert pair.names == ((one, other),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S-300PMU-1", "S-300PMU-2"),
        ("treaty of 1978", "treaty of 1994"),
        ("phase II of the imports", "phase III of the imports"),
        ("imports from Belarus", "imports from Israel"),
        ("Gulf of Tonkin", "Gulf of Thailand"),
        ("Asia", "East Asia"),
    ],
)
def test_names_of_two_are_not(world: World, one: str, other: str) -> None:
    enter(world, one, other)

    assert found() == []


def test_the_most_alike_come_first_with_every_name_that_speaks_for_it(world: World) -> None:
    near, _, slip, twin = enter(world, "Brodnitz", "Uhrstadt", "Brodnits", "Ustadt")
    alias = EntityDraft(twin.slug, twin.label, twin.kind, aliases=(AliasDraft("Uhrstadt"),))
    record_entities(drafts=[alias], by=world.editor, reason="test")

    first, second = found()

    assert (first.likeness, first.names[0]) == (100, ("Uhrstadt", "Uhrstadt"))
    assert {second.one, second.other} == {near, slip}


def test_another_kind_is_only_suspected_when_the_name_is_the_same(world: World) -> None:
    enter(world, "Brodnitz", "Uhrstadt")
    drafts = [
        EntityDraft("brodnits", "Brodnits", "person"),
        EntityDraft("uhrstadt", "UHRSTADT", "organisation"),
    ]
    record_entities(drafts=drafts, by=world.editor, reason="test")

    [pair] = found()

    assert pair.other.slug == "uhrstadt"


def test_what_somebody_decided_is_not_suggested(world: World) -> None:
    one, other, third = enter(world, "Brodnitz", "Brodnits", "Broднitz")
    keep_apart(one=one, other=other, by=world.editor, reason="two towns on two rivers")
    leave_for_later(one=one, other=third, by=world.editor)

    [pair] = found()
    assert (pair.one, pair.other) == (other, third)

    take_up_again(one=one, other=third, by=world.editor)
    assert (one.pk, third.pk) in resembling_pairs()


def test_the_merged_are_not_suggested_again(world: World) -> None:
    one, other = enter(world, "Brodnitz", "Brodnits")
    assert len(found()) == 1

    merge_entities(gone=other, kept=one, by=world.editor, reason="one town, misread once")

    assert found() == []


def test_names_are_compared_once_until_one_changes(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    enter(world, "Brodnitz", "Brodnits")
    resembling_pairs()

    with django_assert_num_queries(4):
        assert len(resembling_pairs()) == 1
