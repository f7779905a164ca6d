"""Spellings of one name, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, named
from tests.world import World, enter_measure


def spelt(name: str, **fields: Any) -> Statement:
    return named(name, kind="text", fact="name", topic="name of it", **fields)


def found(*names: str) -> list[Finding]:
    return judged("name-in-two-spellings", claims=tuple(map(spelt, names)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lake Vellan", "Lake Velnal"),  # two letters that changed places
        ("Stephen Marsh", "Steven Marsh"),
        ("Konstantin Ostrakovich", "K.Ostrakovic"),
        ("Đặng Văn Lương", "Đặng Văn Lurong"),
        ("Phạm Thế Phương", "Phạm Thế Phuong"),  # an accent in the middle of others
        ("Phạm TấnSang", "Phạm Tấn Sang"),
        ("Marsh, I.", "Marsh, L."),
    ],
)
def test_flags_one_name_in_two_spellings(one: str, other: str) -> None:
    [finding] = found(one, other)

    assert finding.severity == Severity.NOTE
    assert finding.says == f"Almanac prints “{one}” and, for the same, “{other}”."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pham Tan Sang", "Phạm Tấn Sang"),  # no accents at all
        ("Marsh, I.", "Ian Marsh"),
        ("I. Marsh", "Marsh"),
        ("Norland", "Norlandic"),
        ("Asia", "Asian"),
        ("Joint Statement on Arms", "Declaration on Arms"),
    ],
)
def test_quiet_when_the_spelling_only_is_shorter_or_another_word(one: str, other: str) -> None:
    assert found(one, other) == []


def test_quiet_when_two_sources_spell_it_each_in_its_own_way() -> None:
    claims = spelt("Sergei Marsh"), spelt("Sergey Marsh", source="gazette")

    assert judged("name-in-two-spellings", claims=claims) == []


def test_flags_it_when_the_second_spelling_is_entered(world: World) -> None:
    enter_measure(
        "name",
        by=world.admin,
        label="name",
        phrase="name of {subject}",
        kind="text",
        roles=[],
        is_functional=False,
    )
    for name in ("Norland", "Norlnad"):
        world.claim(name, measure="name", subject="norland", period="")

    assert Contradiction.objects.get().rule == "name-in-two-spellings"
