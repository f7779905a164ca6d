"""An editor clears five cases in one sitting without touching the mouse."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from apps.contradictions.models import Verdict
from tests.journeys.accessibility import violations_everywhere
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import EDITOR
from tests.journeys.people import log_in
from tests.journeys.sites import Site

QUEUE = "/contradictions/?state=open&rule=same-fact-disjoint"
REASON = "The rule compares what the sources do not mean to be the same."
CASES = 5
EDITORS_PAGES = ("/contradictions/9/", QUEUE, "/contradictions/flag/", "/my-work/")


def go(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait until that is ready for keys."""
    with page.expect_navigation():
        page.keyboard.press(key)


def settle_by_keyboard(page: Page) -> str:
    """Choose the kind, write the reason, settle; gives the address of the case."""
    page.keyboard.press("6")
    expect(page.get_by_label("False alarm of the rule")).to_be_focused()
    expect(page.get_by_label("Corrected reading")).to_be_hidden()
    expect(page.locator("#outlook-panel")).to_contain_text("What would follow")
    page.keyboard.press("r")
    expect(page.get_by_label("Reason", exact=True)).to_be_focused()
    page.keyboard.insert_text(REASON)
    go(page, "Control+Enter")
    verdict = page.get_by_role("region", name="Settled: false alarm of the rule")
    expect(verdict).to_contain_text(REASON)
    return page.url


def test_five_cases_are_settled_by_keyboard_alone(
    own_site: Site, open_page: OpenPage, inside: Inside
) -> None:
    with inside(own_site):
        before = Verdict.objects.count()
    page = open_page(own_site, "/contradictions/1/")
    log_in(page, EDITOR)
    page.goto(QUEUE)
    page.keyboard.press("j")
    go(page, "Enter")

    settled = [settle_by_keyboard(page)]
    while len(settled) < CASES:
        go(page, "n")
        settled.append(settle_by_keyboard(page))

    for path in EDITORS_PAGES:
        page.goto(path)
        assert violations_everywhere(page) == [], path
    assert len(set(settled)) == CASES
    with inside(own_site):
        given = Verdict.objects.order_by("pk")[before:]
        assert [(v.given_by.username, v.rationale) for v in given] == [(EDITOR[0], REASON)] * CASES
