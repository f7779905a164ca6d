"""Without JavaScript everything can still be read: article, tables, cards, cases."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.sites import Site


def test_the_article_its_tables_and_its_cards_are_read(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/sources/zareba-2022/", java_script_enabled=False)

    assert page.locator(".flow p").count() > 20
    assert page.locator(".flow").get_by_role("table").count() >= 6
    table = page.get_by_role("region", name="Table 6")
    table.get_by_role("link", name="72", exact=True).click()

    card = page.locator(".card:target")
    expect(card).to_contain_text("71.5 to 72.5 million USD")
    expect(card).to_contain_text("<20 (est.)")
    card.get_by_role("link", name="Close").click()
    expect(page.locator(".card:target")).to_have_count(0)


def test_a_card_leads_to_its_case_and_back(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/claims/nghiem-2025.T1.2021.mln/", java_script_enabled=False)

    page.locator(".card:target").get_by_role("link", name="Read the case").first.click()

    expect(page.get_by_role("heading", name="What does not agree")).to_be_visible()
    page.get_by_role("link", name="Open in the reader").first.click()
    expect(page.locator(".card:target")).to_be_visible()


def test_an_entity_is_found_and_read(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/entities/", java_script_enabled=False)

    page.get_by_label("Name or alias").fill("Truong Tan Sang")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Trương Tấn Sang", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Trương Tấn Sang")


def test_the_queue_is_narrowed(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/contradictions/", java_script_enabled=False)

    page.get_by_text("Filter", exact=True).click() if page.get_by_role(
        "button", name="Show"
    ).is_hidden() else None
    page.get_by_label("A part larger than its whole").check()
    page.get_by_role("button", name="Show").click()

    expect(page.locator("#contradiction-results")).to_contain_text("<20 (est.)")
    expect(page.locator("#contradiction-results")).not_to_contain_text("1,822")
