"""An annotator goes through what the grammar suggests, by keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.corpus.five_texts import NEEDS_THE_TEXTS
from tests.journeys.accessibility import violations_everywhere
from tests.journeys.conftest import OpenPage
from tests.journeys.corpora import ANNOTATOR
from tests.journeys.sites import Site

pytestmark = NEEDS_THE_TEXTS
LIST = "/sources/kozyrev-2014/suggestions/"


def no_trouble(page: Page) -> None:
    assert violations_everywhere(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.set_viewport_size({"width": 1280, "height": 900})


def test_suggestions_are_skipped_and_previewed_by_keyboard(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, f"/accounts/log-in/?next={LIST}")
    page.get_by_label("User name").fill(ANNOTATOR[0])
    page.get_by_label("Password").fill(ANNOTATOR[2])
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Suggestions")
    names = page.locator(".moves h2")
    first, second = names.nth(0).inner_text(), names.nth(1).inner_text()
    no_trouble(page)

    page.keyboard.press("j")
    expect(page.locator(".move").first).to_be_focused()
    page.keyboard.press("s")

    assert first != second
    expect(names.nth(0)).to_have_text(second)
    page.get_by_role("link", name="Accept all").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Accept these suggestions")
    no_trouble(page)
    page.goto(site.at("/suggestions/"))
    expect(page.get_by_role("row", name="Names")).to_be_visible()
    no_trouble(page)
