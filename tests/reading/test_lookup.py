"""Finding entities by name."""

from __future__ import annotations

import pytest

from apps.accounts.models import User
from apps.entities.actions import record_entities
from apps.entities.drafts import AliasDraft, EntityDraft
from apps.reading.lookup import find_entities, fold
from tests.tiny import an_editor


@pytest.fixture
def by(db: None) -> User:
    return an_editor()


def record(by: User, label: str, *aliases: str, kind: str = "person") -> None:
    forms = tuple(AliasDraft(alias) for alias in aliases)
    slug = fold(label).replace(" ", "-")
    draft = EntityDraft(slug=slug, label=label, kind=kind, aliases=forms)
    record_entities(drafts=[draft], by=by, reason="test")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Trương Tấn Sang", "truong tan sang"),
        ("Łódź", "lodz"),
        ("Điện Biên Phủ", "dien bien phu"),
        ("Su-30MK2", "su 30mk2"),
        ("Вьетнам", "вьетнам"),
    ],
)
def test_names_are_compared_without_accents(written: str, folded: str) -> None:
    assert fold(written) == folded


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


def test_a_kind_narrows_the_list(by: User) -> None:
    record(by, "Hanoi", kind="place")
    record(by, "Hanoi Law University", kind="organisation")

    found = find_entities("", "place")

    assert [one.entity.label for one in found] == ["Hanoi"]
