"""Two editors have one case before them, and a server dies while it stores a verdict."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from socket import socket
from time import sleep

from django.db import connection, transaction
from playwright.sync_api import Page, expect

from apps.accounts.models import Role
from apps.contradictions.models import Contradiction, Draft, Step, Verdict
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import EDITOR, join
from tests.journeys.people import log_in
from tests.journeys.sites import Site, served
from tests.journeys.windows import Windows

SECOND = ("irena", "Irena Malik", "weighs every word anew")
ELSEWHERE = {"width": 1100, "height": 800}
FIRST_WORDS = "The rule compares what the sources do not mean to be the same."
OTHER_WORDS = "They differ in what they count, as both of them say themselves."
STEPS, DRAFTS = "contradictions_step", "contradictions_draft"
SUBMIT = """() => setTimeout(() => document.querySelector('[data-key="settle"]').click())"""


def write(page: Page, words: str, site: Site, inside: Inside) -> None:
    """Choose a verdict and write its reason, until the draft holds both."""
    page.get_by_label("False alarm of the rule").check()
    page.get_by_label("Reason", exact=True).fill(words)
    expect(page.locator("#draft-panel")).to_contain_text("Draft kept")
    with inside(site):  # what is kept first may be the choice alone
        until(f"SELECT count(*) FROM {DRAFTS} WHERE typed->'rationale'->>0 = %s", [words])


def wait_in_line() -> None:
    """Until somebody waits for the table that this connection holds."""
    query = "SELECT count(*) FROM pg_locks WHERE relation = %s::regclass AND NOT granted"
    until(query, [STEPS])


def all_let_go() -> None:
    """Until nobody else holds the table any more: what they did is stored, or undone."""
    until("SELECT (count(*) = 0)::int FROM pg_locks WHERE relation = %s::regclass", [STEPS])


def until(query: str, parameters: list[str]) -> None:
    for asked in count():
        with connection.cursor() as cursor:
            cursor.execute(query, parameters)
            if cursor.fetchone()[0]:
                return
        assert asked < 1_200, query
        sleep(0.05)


def open_case(inside: Inside, site: Site) -> Contradiction:
    with inside(site):
        return Contradiction.objects.filter(state="open", rule="same-fact-disjoint")[0]


def test_two_editors_on_one_case_see_each_other_and_lose_no_word(
    own_site: Site, open_page: OpenPage, inside: Inside
) -> None:
    case = open_case(inside, own_site)
    with inside(own_site):
        join(SECOND, Role.EDITOR)
    first = open_page(own_site, case.get_absolute_url())
    second = open_page(own_site, case.get_absolute_url(), viewport=ELSEWHERE)
    log_in(first, EDITOR)
    first.get_by_role("button", name="Take it for review").click()
    expect(first.get_by_text("You have it until")).to_be_visible()
    log_in(second, SECOND)
    expect(second.locator("#presence-panel")).to_have_text(
        "Petra Novak is looking at this case too."
    )
    expect(second.get_by_text("Petra Novak has it in review until")).to_be_visible()

    write(second, OTHER_WORDS, own_site, inside)
    write(first, FIRST_WORDS, own_site, inside)
    first.get_by_role("button", name="Settle", exact=True).click()
    expect(first.get_by_role("region", name="Settled: false alarm of the rule")).to_be_visible()
    with second.expect_navigation() as refused:
        second.get_by_role("button", name="Settle", exact=True).click()

    assert refused.value is not None
    assert refused.value.status == 412
    expect(second.get_by_label("What you wrote")).to_have_value(OTHER_WORDS)
    expect(second.get_by_role("region", name="Settled: false alarm")).to_contain_text(FIRST_WORDS)
    with inside(own_site):
        assert [one.given_by.username for one in case.verdicts.all()] == [EDITOR[0]]


def test_a_server_that_dies_while_it_stores_a_verdict_leaves_the_draft_and_nothing_half_done(
    own_site: Site,
    state: Path,
    orders: socket,
    open_page: OpenPage,
    inside: Inside,
    windows: Windows,
) -> None:
    case = open_case(inside, own_site)
    page = open_page(own_site, case.get_absolute_url())
    log_in(page, EDITOR)
    write(page, FIRST_WORDS, own_site, inside)

    with inside(own_site):
        before = Verdict.objects.count(), Step.objects.count()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {STEPS} IN EXCLUSIVE MODE")
            page.evaluate(SUBMIT)
            wait_in_line()  # the verdict is written by then, its story is not
            own_site.kill()
        all_let_go()
        after = Verdict.objects.count(), Step.objects.count()
        now, drafts = Contradiction.objects.get(pk=case.pk), Draft.objects.count()
    with served(orders, own_site.database, state / "again.log") as again:
        page = open_page(again, case.get_absolute_url())
        log_in(page, EDITOR)
        expect(page.get_by_label("Reason", exact=True)).to_have_value(FIRST_WORDS)
        expect(page.get_by_label("False alarm of the rule")).to_be_checked()
        page.get_by_role("button", name="Settle", exact=True).click()
        expect(page.get_by_role("region", name="Settled: false alarm")).to_contain_text(FIRST_WORDS)
        windows.rest()

    lost = windows.troubles()  # what was asked of the dead server, whenever the browser tells it
    assert all("net::ERR_" in told for told in lost), lost
    assert (after, now.version, now.state, drafts) == (before, case.version, case.state, 1)
