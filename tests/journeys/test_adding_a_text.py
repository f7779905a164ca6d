"""An editor adds a source with its text: by keyboard, and where no script runs."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.accessibility import violations_everywhere
from tests.journeys.conftest import OpenPage
from tests.journeys.corpora import EDITOR
from tests.journeys.sites import Site
from tests.journeys.test_every_page import sideways
from tests.tiny import ARTICLE


def enter(page: Page) -> None:
    """Log in at the door to which the page sends those whom it does not know."""
    username, _, password = EDITOR
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Log in").click()


def test_a_text_is_added_by_keyboard(own_site: Site, open_page: OpenPage, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    page = open_page(own_site, "/sources/add/")
    enter(page)
    assert violations_everywhere(page) == []

    page.get_by_label("File", exact=True).set_input_files(file)
    page.get_by_label("Title").focus()
    page.keyboard.type("The Harbour Trade of Ruritania")
    page.keyboard.press("Tab")
    page.keyboard.type("Hentzau, Rupert")
    page.keyboard.press("Tab")
    page.keyboard.type("2012")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Preview of the text")).to_be_visible()
    assert violations_everywhere(page) == []
    assert sideways(page) == {}
    page.get_by_role("button", name="Save source and text").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The Harbour Trade of Ruritania")
    expect(page.get_by_role("region", name="Table 1")).to_be_visible()


def test_a_text_is_added_without_scripts(own_site: Site, open_page: OpenPage) -> None:
    page = open_page(own_site, "/sources/add/", java_script_enabled=False)
    enter(page)

    page.get_by_label("Or paste the text").fill(ARTICLE)
    page.get_by_label("Title").fill("Pasted")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("button", name="Save source and text").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Pasted")
