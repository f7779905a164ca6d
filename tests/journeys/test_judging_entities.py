"""An editor judges look-alikes, finds by name what one goes into, and splits what was two."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.accessibility import violations_everywhere
from tests.journeys.conftest import OpenPage
from tests.journeys.corpora import EDITOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site


def no_trouble(page: Page) -> None:
    assert violations_everywhere(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_look_alikes_are_judged_merged_after_a_look_and_split_row_by_row(
    own_site: Site, open_page: OpenPage
) -> None:
    page = open_page(own_site, "/look-alikes/")
    fill_in(page, EDITOR)
    expect(page.get_by_role("heading", level=1)).to_have_text("Look-alikes")
    no_trouble(page)

    page.get_by_role("button", name="Leave for later").first.click()
    expect(page.get_by_role("link", name="1 left for later")).to_be_visible()

    page.goto("/entities/tran-pt/merge/")
    page.get_by_label("Its name, an alias or its identifier").fill("Tran Duc Lurong")
    page.get_by_role("link", name="Choose Trần Đức Lương", exact=True).click()
    page.get_by_label("How does one know?").fill("the same man in two scripts")
    page.get_by_role("button", name="Show what would move").click()
    expect(page.get_by_role("heading", name="What would go to Trần Đức Lương")).to_be_visible()
    no_trouble(page)

    page.goto("/entities/nguyen-the-phuong/split/")
    page.get_by_label("Label").fill("T.P. Nguyen")
    page.get_by_label("Identifier, in letters").fill("nguyen-tp")
    page.get_by_label("How does one tell the two apart?").fill("cited for another work")
    page.get_by_role("checkbox", name="Nguyen, T.P. citation").check()
    page.get_by_role("button", name="Show what would go").click()
    expect(page.get_by_role("heading", name="What would go to T.P. Nguyen")).to_be_visible()
    no_trouble(page)
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("T.P. Nguyen")
