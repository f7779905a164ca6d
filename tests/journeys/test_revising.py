"""An editor puts a better text in the place of a worse one, and decides what is not certain."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.corpus.five_texts import NEEDS_THE_TEXTS, content_of
from tests.journeys.accessibility import violations_everywhere
from tests.journeys.conftest import OpenPage
from tests.journeys.corpora import EDITOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site

pytestmark = NEEDS_THE_TEXTS
SOURCE = "zareba-2022"
PATIENCE = (
    60_000  # milliseconds: all passages move and detection follows, perhaps on a busy machine
)
LIST = f"/sources/{SOURCE}/revisions/"


def better() -> bytes:
    """The text with a preface, a figure that was read otherwise, and a year less."""
    content = content_of(SOURCE).replace("1,056", "1,065").replace("in January 1950", "")
    return f"Scanned once more.\n\n{content}".encode()


def no_trouble(page: Page) -> None:
    assert violations_everywhere(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_better_text_is_previewed_added_reviewed_and_compared(
    own_site: Site, open_page: OpenPage
) -> None:
    page = open_page(own_site, f"/accounts/log-in/?next={LIST}")
    fill_in(page, EDITOR)
    expect(page.get_by_label("Plain text in UTF-8")).to_be_attached()
    no_trouble(page)

    page.get_by_label("Plain text in UTF-8").set_input_files(
        {"name": "scan.txt", "mimeType": "text/plain", "buffer": better()}
    )
    page.get_by_label("Why is it better?").fill("scanned once more")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What would move")
    no_trouble(page)
    page.get_by_role("button", name="Put it in the place").click(timeout=PATIENCE)

    expect(page.get_by_role("heading", level=1)).to_have_text("Revision 1 and revision 2")
    expect(page.locator("ins", has_text="065").first).to_be_visible()
    no_trouble(page)

    page.get_by_role("link", name=re.compile("to review")).first.click()
    waiting = page.locator(".moves > li")
    expect(waiting.first).to_be_visible()
    before = waiting.count()
    no_trouble(page)
    page.keyboard.press("j")
    expect(page.locator(".move").first).to_be_focused()
    page.keyboard.press("d")
    page.keyboard.type("left out")
    page.keyboard.press("Enter")
    expect(waiting).to_have_count(before - 1)

    page.locator("a.other").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where does it stand now?")
    no_trouble(page)

    page.goto(own_site.at(f"/sources/{SOURCE}/?revision=1"))
    expect(page.get_by_text("This is revision 1")).to_be_visible()
    no_trouble(page)
