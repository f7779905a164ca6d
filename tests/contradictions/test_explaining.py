"""What may explain a finding, and what speaks for it."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.contradictions.explaining import explanations_of
from apps.domain.statements import Statement
from tests.contradictions.cases import the_case
from tests.contradictions.stating import dated, judged, says
from tests.world import World


def explained(*claims: Statement) -> dict[str, str]:
    [finding] = judged("same-fact-disjoint", claims=claims)
    return explanations_of(finding)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("2016", "2017", "differ in one digit"),
        ("2025-08-03", "2025-08-08", "differ in one digit"),
        ("1938", "1983", "differ in two digits that changed places"),
    ],
)
def test_one_digit_or_two_that_changed_places_speak_for_a_misprint(
    one: str, other: str, how: str
) -> None:
    found = explained(dated(one), dated(other))

    assert list(found) == ["misprint", "scope", "other-step", "transcription"]
    assert found["misprint"] == f"{one} and {other} {how}"


def test_nothing_speaks_for_a_misprint_where_the_figures_are_far_apart() -> None:
    found = explained(says("1056"), says("731"))

    assert list(found) == ["scope", "vintage", "misprint", "transcription"]
    assert set(found.values()) == {""}


@pytest.mark.parametrize(
    ("claims", "left"),
    [
        ([dated("2003", measure="reference-year"), dated("2020")], ["other-work", "misprint"]),
        ([dated("1959", tells="lowest"), dated("1963")], ["scope", "misprint"]),
        ([says("1056", period=""), says("731", period="")], ["scope", "misprint"]),
    ],
)
def test_what_a_question_cannot_have_explains_nothing(
    claims: list[Statement], left: list[str]
) -> None:
    assert list(explained(*claims)) == [*left, "transcription"]


def test_what_is_within_a_digit_is_rounding_first() -> None:
    found = explained(says("1.5", unit="USD bln"), says("1556"))

    assert next(iter(found)) == "rounding"


def test_one_origin_behind_two_sources_speaks_for_data_of_another_year() -> None:
    found = explained(says("150", root="sipri"), says("120", root="sipri", source="gazette"))

    assert next(iter(found)) == "vintage"


def test_an_amount_that_a_thousandfold_would_mend_speaks_for_a_slip_of_unit() -> None:
    #   nearly 3 million in all, and more than 2 billion of it in one project
    whole, part = says("nearly 3", printed="nearly 3"), says("over 2000")

    [finding] = judged("part-exceeds-whole", whole=(whole,), part=(part,))

    assert next(iter(explanations_of(finding).items())) == (
        "unit-slip",
        "nearly 3 would do if it were a thousand times as much",
    )


def test_who_copies_the_other_has_no_data_of_another_year() -> None:
    #   the gazette quotes the almanac itself: one of the two slipped, no figure was revised
    found = explained(says("150"), says("120", root="almanac", source="gazette"))

    assert found["vintage"] == ""


def test_a_question_left_open_speaks_for_another_scope_before_a_misprint() -> None:
    found = explained(*(dated(year, slot_key="a|by=UNSPECIFIED") for year in ("2015", "2018")))

    assert list(found)[:2] == ["scope", "misprint"]
    assert found["scope"].startswith("the question is left open: ")


def test_a_source_that_cites_the_other_has_copied_it_wrongly() -> None:
    quoting = says("150", cites="Doe 2015; Zareba 2023", label="Roe 2025", source="roe")

    found = explained(quoting, says("982", label="Zaręba 2022, Table 4"))

    assert found["misprint"] == ("Roe 2025 cites Zaręba 2022, Table 4 for it, and has it otherwise")


def test_the_page_of_a_case_says_so(world: World, client: Client) -> None:
    for year in ("2016", "2017"):
        world.claim(year, measure="order-date", subject="tank-deal", period="")

    page = client.get(the_case().get_absolute_url()).content.decode()

    assert "A misprint or a slip in copying (2016 and 2017 differ in one digit)" in page
