"""Somebody without an account finds no way to write, whichever door they try."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from apps.contradictions.models import Contradiction, Step, Verdict
from tests.journeys.addresses import CASES, PAGES, address
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import ANNOTATOR
from tests.journeys.people import log_in
from tests.journeys.sites import Site
from tests.tiny import row_counts

DOORS = ("verdict/", "take/", "reopen/")
LOG_IN = "/accounts/log-in/"


def first_case() -> str:
    return address("case of part-exceeds-whole")


def writing_forms(html: str) -> list[str]:
    """The opening tags of forms, and attributes of htmx, that send anything but a GET."""
    posting = r'<form\b[^>]*method="?(?:post|POST)[^>]*>|\bhx-(?:post|put|patch|delete)\b'
    return re.findall(posting, html)


def written() -> tuple[int, int, list[tuple[str, int]]]:
    """All that a person could change about contradictions."""
    states = Contradiction.objects.order_by("pk").values_list("state", "version")
    return Verdict.objects.count(), Step.objects.count(), list(states)


def post(page: Page, path: str, **fields: str) -> tuple[int, str]:
    """Post as a form would, with the token that a person is given; status and where to go."""
    token = next(c["value"] for c in page.context.cookies() if c["name"] == "csrftoken")
    answer = page.request.post(
        path,
        form=dict[str, str | float | bool](fields),
        headers={"X-CSRFToken": token, "Referer": page.url},
        max_redirects=0,
    )
    return answer.status, answer.headers.get("location", "")


def test_no_page_offers_a_form_that_writes(site: Site, inside: Inside, open_page: OpenPage) -> None:
    with inside(site):
        paths = [address(name) for name in (*PAGES, *CASES)]
    page = open_page(site, LOG_IN)

    forms = {path: writing_forms(page.request.get(path).text()) for path in paths}

    assert {path: found for path, found in forms.items() if found} == {
        LOG_IN: ['<form class="log-in" method="post">']
    }


def test_reading_changes_nothing(site: Site, inside: Inside, open_page: OpenPage) -> None:
    with inside(site):
        paths, before = [address(name) for name in (*PAGES, *CASES)], row_counts()
    page = open_page(site, LOG_IN)

    answers = {path: page.request.get(path).status for path in paths}

    assert set(answers.values()) == {200}, answers
    with inside(site):
        assert row_counts() == before


def test_posting_leads_to_the_log_in_and_changes_nothing(
    site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        case, before = first_case(), written()
    page = open_page(site, LOG_IN)

    answers = {door: post(page, f"{case}{door}", kind="5", rationale="not mine") for door in DOORS}

    assert answers == {door: (302, f"{LOG_IN}?next={case}{door}") for door in DOORS}
    with inside(site):
        assert written() == before


def test_posting_without_a_token_is_refused(
    site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        case, before = first_case(), written()
    page = open_page(site)

    answers = [page.request.post(f"{case}{door}", form={"kind": "5"}).status for door in DOORS]

    assert answers == [403, 403, 403]
    with inside(site):
        assert written() == before


def test_an_annotator_is_told_that_the_role_does_not_allow_it(
    site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        case, before = first_case(), written()
    page = open_page(site, case)
    log_in(page, ANNOTATOR)

    expect(page.get_by_text("Editors settle contradictions.")).to_be_visible()
    expect(page.get_by_role("button", name="Settle")).to_have_count(0)
    answers = [post(page, f"{case}{door}", kind="5", rationale="not mine") for door in DOORS]

    assert answers == [(403, "")] * 3
    with inside(site):
        assert written() == before


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_pages_are_only_read(method: str, site: Site, open_page: OpenPage) -> None:
    page = open_page(site, LOG_IN)
    token = next(c["value"] for c in page.context.cookies() if c["name"] == "csrftoken")
    headers = {"X-CSRFToken": token, "Referer": page.url}

    answers = {
        path: page.request.fetch(path, method=method, headers=headers).status
        for path in PAGES.values()
        if path != LOG_IN
    }

    assert set(answers.values()) == {405}, answers


def test_the_admin_asks_who_is_there(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, LOG_IN)

    answer = page.request.get("/admin/", max_redirects=0)

    assert (answer.status, answer.headers["location"].split("?")[0]) in (
        (302, "/admin/login/"),
        (302, LOG_IN),
    )
