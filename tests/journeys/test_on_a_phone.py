"""On a phone a card is a sheet at the foot, and its passage stays in sight above it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.journeys.accessibility import violations
from tests.journeys.conftest import OpenPage
from tests.journeys.corpora import ANNOTATOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site
from tests.journeys.watching import stands_still

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LARGEST_SHEET = 0.52  # of the height of the window
# What a finger leaves behind when it has drawn the handles of a selection over these words.
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".flow"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""
# How far below the selected words the sheet begins, and whether they can be seen.
BELOW = """() => {
  const [range] = CSS.highlights.get("marking") ?? [];
  const { top, bottom } = range.getBoundingClientRect();
  return top > 0 && document.getElementById("marking").getBoundingClientRect().top - bottom;
}"""


def place(locator: Locator) -> tuple[float, float]:
    """Top and bottom in the window."""
    box = locator.bounding_box()
    assert box is not None
    return box["y"], box["y"] + box["height"]


def figure(page: Page, table: str, printed: str) -> Locator:
    return page.get_by_role("region", name=table).get_by_role("button", name=printed, exact=True)


def is_above(passage: Locator, sheet: Locator) -> None:
    expect(sheet).to_be_in_viewport(ratio=0.99)
    expect(passage).to_be_in_viewport(ratio=0.99)
    stands_still(passage.page)
    assert place(passage)[1] <= place(sheet)[0]


def test_a_card_is_a_sheet_that_can_be_closed(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/sources/zareba-2022/", **PHONE)

    figure(page, "Table 6", "72").tap()

    sheet = page.locator(".card.open")
    expect(sheet).to_be_in_viewport(ratio=0.99)
    stands_still(page)
    top, bottom = place(sheet)
    assert bottom == 844
    assert bottom - top <= LARGEST_SHEET * 844 + 1
    sheet.get_by_role("link", name="Close").tap()
    expect(page.locator(".card.open")).to_have_count(0)


def test_the_sheet_of_a_passage_does_not_cover_it(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/sources/zareba-2022/", **PHONE)
    passage = figure(page, "Table 6", "72")
    passage.evaluate("mark => mark.scrollIntoView({ block: 'end' })")

    passage.tap()

    is_above(passage, page.locator(".card.open"))


def test_the_sheet_that_an_address_opens_does_not_cover_its_passage(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site, "/claims/nghiem-2025.T1.2021.mln/", **PHONE)

    is_above(figure(page, "Table 1", "<20 (est.)"), page.locator(".card.open"))


def test_the_outline_is_folded_and_leads_to_a_table(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, "/sources/zareba-2022/", **PHONE)
    outline = page.get_by_role("navigation", name="Outline of this source")

    outline.get_by_text("Outline").last.tap()
    outline.get_by_role("link", name="Table 6").tap()

    expect(page.get_by_role("region", name="Table 6")).to_be_in_viewport()


def test_words_selected_by_touch_stay_in_sight_above_the_form(
    own_site: Site, open_page: OpenPage
) -> None:
    page = open_page(own_site, "/accounts/log-in/?next=/sources/zareba-2022/", **PHONE)
    fill_in(page, ANNOTATOR)
    paragraph = page.locator(".flow p", has_text="around 56%").first

    paragraph.tap(position={"x": 2, "y": 2})
    page.evaluate(SELECT, "around 56%")
    sheet = page.locator("#marking form[data-as=claim]")
    expect(sheet.get_by_label("Value", exact=True)).to_have_value("about 56")
    expect(page.locator("#trial-panel")).to_contain_text("%")
    stands_still(page)
    assert page.evaluate(BELOW) > 0
    assert violations(page) == []

    sheet.get_by_role("button", name="Add another passage").tap()
    page.evaluate(SELECT, "largest sale")
    chips = sheet.locator(".chips li")
    expect(chips).to_have_count(2)
    expect(chips.nth(1)).to_contain_text("2 “largest sale”")
    sheet.get_by_role("button", name="Remove passage 2").tap()
    expect(chips).to_have_count(1)
