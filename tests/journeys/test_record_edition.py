"""On a machine without the originals the record edition carries the whole job."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.accessibility import violations
from tests.journeys.addresses import READERS, address
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.sites import Site
from tests.journeys.watching import stands_still


def test_the_contradiction_is_followed_without_the_originals(
    record_site: Site, open_page: OpenPage
) -> None:
    page = open_page(record_site, "/sources/")
    expect(page.get_by_text("the full text is not installed here")).to_have_count(len(READERS))

    page.get_by_role("link", name="Role of military cooperation").click()
    expect(page.get_by_text("This is the record edition")).to_be_visible()
    table = page.get_by_role("region", name="Table 6")
    table.get_by_role("button", name="72", exact=True).click()
    card = page.locator(".card.open")
    expect(card.get_by_role("table")).to_contain_text("<20 (est.)")
    stands_still(page)
    card.get_by_role("link", name="Read the case").first.click()
    page.wait_for_url("**/contradictions/*/")

    assert violations(page) == []
    for title in ("Zaręba 2022, Table 6", "Nghiem 2025, Table 1"):
        side = page.get_by_role("article").filter(has=page.get_by_role("heading", name=title))
        expect(side.locator("td.now")).to_be_visible()


def test_a_case_names_the_tables_in_words_too(
    record_site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(record_site):
        case = address("case of part-exceeds-whole")

    page = open_page(record_site, case)

    names = page.get_by_role("region", name="What does not agree").inner_text()
    assert ", Table" in names


def test_a_card_names_its_table(record_site: Site, open_page: OpenPage) -> None:
    page = open_page(record_site, "/sources/zareba-2022/")

    page.get_by_role("region", name="Table 6").get_by_role("button", name="72", exact=True).click()

    expect(page.locator(".card.open .label")).to_have_text("Claim, Table 6")


def test_the_address_of_a_claim_leads_into_the_record_edition(
    record_site: Site, open_page: OpenPage
) -> None:
    page = open_page(record_site, "/claims/nghiem-2025.T1.2021.mln/")

    expect(page.locator(".card.open")).to_contain_text("plausibly 0 to 22")
    expect(page.locator(".card.open")).to_be_in_viewport()


@pytest.mark.parametrize("slug", READERS)
def test_every_source_has_a_record_edition_to_read(
    slug: str, record_site: Site, open_page: OpenPage
) -> None:
    page = open_page(record_site, f"/sources/{slug}/")

    assert page.locator(".flow a.mark.claim").count() > 30
    assert page.locator(".flow p").count() > 10
