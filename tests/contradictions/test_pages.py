"""The pages of the room: open to all, whatever is asked, and never dearer for more claims."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from apps.claims.drafts import ALL
from apps.claims.models import Claim
from apps.claims.record_renewal import renew
from apps.contradictions.models import Contradiction, Verdict
from apps.sources.models import Source
from tests.contradictions.cases import address
from tests.world import WHY, World

QUEUE_QUERIES = 13
CASE_QUERIES = 25
TABLE_QUERIES = 5
PAGES = ["queue", "rules", "case", "rule"]


# --- pages ---


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_open_to_everybody(client: Client, case: Contradiction, name: str) -> None:
    answer = client.get(address(name, case))

    assert answer.status_code == 200
    assert "text/html" in answer["Content-Type"]


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (1, "1 unit of the last digit"),
        ("0.5", "0.5 units of the last digit"),
        (1000, "1,000 units"),
    ],
)
def test_a_gap_is_told_in_units_of_the_last_digit(
    client: Client, case: Contradiction, gap: str | int, words: str
) -> None:
    Contradiction.objects.filter(pk=case.pk).update(gap="1 million USD", gap_in_ulps=gap)

    assert f"gap 1 million USD, {words}" in client.get(address("case", case)).content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_pages_only_answer_what_changes_nothing(
    editor: Client, case: Contradiction, name: str
) -> None:
    assert editor.post(address(name, case)).status_code == 405


@pytest.mark.parametrize("path", ["/contradictions/999999/", f"/contradictions/{10**30}/"])
def test_an_unknown_case_is_404(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_unknown_rule_is_404(client: Client, db: None) -> None:
    assert client.get("/rules/no-such-rule/").status_code == 404


def test_the_queue_shows_what_is_open_and_what_is_narrowed_to(
    client: Client, case: Contradiction
) -> None:
    everything = client.get(reverse("contradictions:queue")).content.decode()
    settled = client.get(reverse("contradictions:queue"), {"state": "settled"}).content.decode()

    assert case.get_absolute_url() in everything
    assert case.get_absolute_url() not in settled


def test_a_case_withdrawn_by_our_own_slip_keeps_its_verdict_and_says_what_to_do(
    editor: Client, world: World, case: Contradiction
) -> None:
    wrong = Claim.objects.get(reading="900")
    world.settle(case, Verdict.Kind.TRANSCRIPTION, wrong, corrected_reading="100")

    page = editor.get(case.get_absolute_url())

    html = page.content.decode()
    assert page.context["case"].state == Contradiction.State.WITHDRAWN
    assert "Last verdict: our transcription is wrong" in html
    assert f"<p>{WHY}</p>" in html
    assert "edit it in the reader" in html
    assert html.count(f'<a href="{wrong.get_absolute_url()}">') == 2


def test_the_queue_answers_htmx_with_its_results_alone(client: Client, case: Contradiction) -> None:
    answer = client.get(reverse("contradictions:queue"), headers={"HX-Request": "true"})

    assert answer.content.decode().lstrip().startswith('<div id="contradiction-results">')


@pytest.mark.parametrize(
    "nonsense",
    [
        {"state": "\0"},
        {"source": "\0"},
        {"rule": "'; DROP TABLE", "severity": "much"},
        {"page": "minus one"},
        {"page": "99999999999999999999"},
        {"state": ["open", "open", "\ud800".encode("utf-8", "replace").decode()]},
    ],
)
def test_a_nonsense_filter_finds_nothing_and_breaks_nothing(
    client: Client, case: Contradiction, nonsense: dict[str, Any]
) -> None:
    assert client.get(reverse("contradictions:queue"), nonsense).status_code == 200


def test_script_in_names_is_shown_and_not_run(client: Client, world: World) -> None:
    world.claim("1", printed="<script>alert(1)</script>")
    world.claim("900")
    case = Contradiction.objects.get()

    page = client.get(case.get_absolute_url()).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_a_number_of_thirty_digits_has_its_page(client: Client, world: World) -> None:
    world.claim("1")
    world.claim("9" * 30)
    world.claim("5", roles={"supplier": ALL})

    for case in Contradiction.objects.all():
        assert client.get(case.get_absolute_url()).status_code == 200


def test_the_page_of_a_rule_speaks_for_whatever_it_finds(client: Client, world: World) -> None:
    html = client.get("/rules/one-valued-attribute/").content.decode()

    assert "<h1>Two named where only one can be</h1>" in html
    assert "rounding" not in html


# --- how much is asked of the database ---


def many_disagree(world: World, claims: int) -> Contradiction:
    world.record(*(world.draft(f"{number * 100}") for number in range(1, claims + 1)))
    return Contradiction.objects.get()


@pytest.mark.parametrize("claims", [2, 8])
def test_the_queue_asks_as_much_for_many_as_for_few(
    client: Client,
    world: World,
    django_assert_num_queries: DjangoAssertNumQueries,
    claims: int,
) -> None:
    many_disagree(world, claims)
    world.record(
        *(
            world.draft(reading, period=f"{year}")
            for year in range(2000, 2000 + claims)
            for reading in ("5", "50")
        )
    )

    with django_assert_num_queries(QUEUE_QUERIES):
        client.get(reverse("contradictions:queue"))


@pytest.mark.parametrize("claims", [2, 8])
def test_a_case_asks_as_much_for_many_claims_as_for_few(
    editor: Client,
    world: World,
    django_assert_num_queries: DjangoAssertNumQueries,
    claims: int,
) -> None:
    case = many_disagree(world, claims)
    renew(Source.objects.all())

    with django_assert_num_queries(CASE_QUERIES):
        editor.get(case.get_absolute_url())


def test_a_case_asks_as_much_for_table_cells(
    editor: Client,
    disputed_world: World,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    #   the total of the almanac's table is called in question by the ledger
    disputed_world.claim("400", period="2015/2017")
    disputed_world.claim("400", period="2015")
    cases = Contradiction.objects.filter(rule__in=["rows-miss-total", "same-fact-disjoint"])
    renew(Source.objects.all())

    for case in cases:
        with django_assert_max_num_queries(CASE_QUERIES + TABLE_QUERIES):
            editor.get(case.get_absolute_url())
