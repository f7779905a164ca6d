"""Titles of one document, drawn."""

from __future__ import annotations

from typing import Any

import pytest

from apps.contradictions.findings import Finding, Severity
from apps.contradictions.models import Contradiction
from apps.domain.statements import Statement
from tests.contradictions.stating import judged, named
from tests.world import World, enter_measure


def called(title: str, **fields: Any) -> Statement:
    return named(title, kind="text", fact="title", topic="title of the pact", **fields)


def found(*titles: str) -> list[Finding]:
    return judged("document-named-otherwise", claims=tuple(map(called, titles)))


def test_flags_a_statement_that_is_a_declaration_elsewhere() -> None:
    [finding] = found("Joint Statement on Arms", "Declaration on Arms")

    assert finding.severity == Severity.ADVISORY
    assert finding.says == (
        f"As the {finding.topic}, Almanac has “Joint Statement on Arms” and elsewhere "
        "“Declaration on Arms”: a statement and a declaration."
    )


@pytest.mark.parametrize(
    "titles",
    [
        ("Treaty on Principles of Friendship", "Treaty on fundamental principles for the ties"),
        ("Communiqué of Lindau", "Communique of the Lindau talks"),
        ("Joint Statement on Arms", "The Arms Paper"),
        ("Agreement on a Commission", "Agreement on the Committee"),
    ],
)
def test_quiet_when_the_titles_name_one_sort(titles: tuple[str, str]) -> None:
    assert found(*titles) == []


def test_flags_it_when_the_second_title_is_entered(world: World) -> None:
    enter_measure(
        "title",
        by=world.admin,
        label="title",
        phrase="title of {subject}",
        kind="text",
        roles=[],
        is_functional=False,
    )
    for title in ("Joint Statement on Tanks", "Treaty on Tanks", "Treaty of Lindau"):
        world.claim(title, measure="title", subject="tank-deal", period="")

    case = Contradiction.objects.get()

    assert (case.rule, case.involvements.count()) == ("document-named-otherwise", 3)
