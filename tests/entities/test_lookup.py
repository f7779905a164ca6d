"""Finding entities by name."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from apps.accounts.models import User
from apps.domain.spelling import fold
from apps.entities.actions import record_entities
from apps.entities.corrections import rewrite_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.entities.lookup import find_entities
from apps.entities.models import Entity, Name
from tests.tiny import an_editor


@pytest.fixture
def by(db: None) -> User:
    return an_editor()


def record(by: User, label: str, *aliases: str, kind: str = "person") -> None:
    forms = tuple(AliasDraft(alias) for alias in aliases)
    slug = fold(label).replace(" ", "-")
    draft = EntityDraft(slug=slug, label=label, kind=kind, aliases=forms)
    record_entities(drafts=[draft], by=by, reason="test")


def test_a_name_is_found_by_its_bare_letters(by: User) -> None:
    record(by, "Trương Tấn Sang")
    record(by, "Nguyễn Tấn Dũng")

    found = find_entities("truong tan")

    assert [one.entity.label for one in found] == ["Trương Tấn Sang"]


def test_an_alias_says_why_an_entity_was_found(by: User) -> None:
    record(by, "Vietnam", "SRV", kind="state")

    [found] = find_entities("srv")

    assert (found.entity.label, found.alias) == ("Vietnam", "SRV")


def test_the_very_name_comes_first(by: User) -> None:
    record(by, "Hanoi Law University", kind="organisation")
    record(by, "Hanoi", kind="place")

    found = find_entities("hanoi")

    assert [one.entity.label for one in found] == ["Hanoi", "Hanoi Law University"]


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("Truong Tan Sang", "Trương Tấn Sang"),
        ("Trương TấnSang", "Trương Tấn Sang"),
        ("sang TRUONG", "Trương Tấn Sang"),
        ("President Truong Tan Sang", "Trương Tấn Sang"),
        ("Lurong", "Trần Đức Lương"),
        ("Moscov", "Moscow"),
        ("Москва", "Moscow"),
        ("Cam Rahn", "Cam Ranh"),
        ("Cam Rahn Bay", "Cam Ranh"),
    ],
)
def test_a_name_is_found_although_it_is_misspelt(by: User, asked: str, label: str) -> None:
    for known in ("Trương Tấn Sang", "Trần Đức Lương", "Moscow", "Cam Ranh", "Nguyễn Tấn Dũng"):
        record(by, known)

    found = find_entities(asked)

    assert found[0].entity.label == label


def test_what_was_found_is_fetched_where_somebody_looks(
    by: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        record(by, f"Hanoi {number}", kind="place")
    found = find_entities("hanoi")

    with django_assert_num_queries(1):
        [second] = found[1:2]

    assert len(found) == 3
    assert (second.entity.label, found[-1].entity.label) == ("Hanoi 1", "Hanoi 2")


def test_figures_tell_names_apart(by: User) -> None:
    record(by, "S-300PMU-1", kind="weapon")
    record(by, "S-300PMU-2", kind="weapon")

    found = find_entities("s-300pmu-1")

    assert [one.entity.label for one in found] == ["S-300PMU-1"]


def test_the_search_is_kept_to_some_entities(by: User) -> None:
    record(by, "Hanoi", kind="place")
    record(by, "Hanoi Law University", kind="organisation")

    found = find_entities("hanoi", Entity.objects.narrowed(kind="organisation"))

    assert [one.entity.label for one in found] == ["Hanoi Law University"]


def test_an_entity_has_the_names_that_label_and_aliases_say(by: User) -> None:
    record(by, "Hanoi", "Ha Noi", "Hà Nội")
    renamed = EntityDraft("hanoi", "Hanoi (city)", "place", aliases=(AliasDraft("Ha Noi"),))

    rewrite_entities(drafts=[renamed], by=by, reason="test")

    names = Name.objects.filter(entity__slug="hanoi").values_list("form", "folded")
    assert sorted(names) == [("Ha Noi", "ha noi"), ("Hanoi (city)", "hanoi city")]


def test_nonsense_finds_nothing(by: User) -> None:
    record(by, "Hanoi")

    assert list(find_entities("—")) == []
    assert list(find_entities("zzzzzz")) == []
    assert list(find_entities("a " * 1000)) == []
