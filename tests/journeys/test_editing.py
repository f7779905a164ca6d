"""An editor edits a claim from its card; who comes second sees three versions and loses nothing."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from apps.claims.models import Claim
from tests.corpus.five_texts import NEEDS_THE_TEXTS
from tests.journeys.accessibility import violations
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import EDITOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site
from tests.journeys.windows import Windows

pytestmark = NEEDS_THE_TEXTS
CLAIM = "zareba-2022.T6.2021.mln"


def field(page: Page, label: str) -> Locator:
    return page.locator("#edit-form").get_by_label(label, exact=True)


def edit(page: Page) -> None:
    """Open the claim's card by its lasting address, and from it the form."""
    page.goto(f"/claims/{CLAIM}/")
    expect(page.locator(".card.open").get_by_role("link", name="Edit")).to_be_visible()
    page.keyboard.press("e")
    expect(page.locator("#edit-form button.main")).to_be_focused()


def test_two_edit_one_claim_and_neither_loses_a_word(
    own_site: Site, open_page: OpenPage, inside: Inside, windows: Windows
) -> None:
    page = open_page(own_site, f"/accounts/log-in/?next=/claims/{CLAIM}/")
    fill_in(page, EDITOR)
    other = open_page(own_site, f"/accounts/log-in/?next=/claims/{CLAIM}/edit/", locale="pl-PL")
    fill_in(other, EDITOR)

    edit(page)
    expect(field(page, "Value")).to_have_value("72")
    page.get_by_text("Attribution and note").click()
    field(page, "Note").fill("read twice")
    other.get_by_text("Attribution and note").click()
    field(other, "Note").fill("read once")
    field(other, "Period").fill("2021-01/2021-12")
    other.get_by_role("button", name="Save").click()
    expect(other).not_to_have_title("Edit a claim")
    field(page, "Note").press("Enter")

    versions = page.locator(".versions")
    expect(versions.get_by_role("row", name="Note")).to_contain_text("both changed it")
    expect(field(page, "Period")).to_have_value("2021-01/2021-12")
    expect(field(page, "Note")).to_have_value("read twice")
    assert violations(page) == []
    versions.get_by_role("row", name="Note").get_by_role("button", name="read once").click()
    expect(field(page, "Note")).to_have_value("read once")
    versions.get_by_role("row", name="Note").get_by_role("button", name="read twice").click()
    expect(field(page, "Note")).to_have_value("read twice")
    page.locator("#edit-form button.main").press("Enter")
    expect(page.locator("#said")).to_contain_text("Saved: 72, edited.")
    with inside(own_site):
        stored = Claim.objects.get(key=CLAIM)
        assert (stored.note, stored.period) == ("read twice", "2021-01/2021-12")
    assert [trouble for trouble in windows.troubles() if "412" not in trouble] == []

    edit(page)
    page.keyboard.press("m")
    word = page.evaluate("getSelection().toString()")
    page.keyboard.press("Enter")
    expect(page.locator("#marking-title .printed")).to_have_text(word)
    page.keyboard.press("Escape")
    expect(page.locator("#marking")).to_be_hidden()

    edit(page)
    expect(page.locator("#marking-title .printed")).to_have_text(word)
