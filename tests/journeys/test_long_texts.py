"""A long text comes in parts, and every way through it leads beyond the part that is loaded."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from apps.accounts.demonstration import corpus_person
from tests.journeys.accessibility import violations
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.longbook import LATE, RARE_WORD, SLUG, enter_long_book
from tests.journeys.sites import Site
from tests.journeys.watching import until

BOOK = f"/sources/{SLUG}/"


def at_paragraph(page: Page, number: int) -> None:
    """The address is that of another part, and the paragraph is on the screen."""
    place = page.get_by_text(re.compile(rf"in place {number} says"))
    expect(place.last).to_be_in_viewport()


@pytest.fixture
def content(own_site: Site, inside: Inside) -> str:
    """The wording of the book, which the site now has."""
    with inside(own_site):
        return enter_long_book(corpus_person())


def test_every_way_through_a_long_text_leads_beyond_its_part(
    own_site: Site, open_page: OpenPage, content: str
) -> None:
    page = open_page(own_site, BOOK)
    assert page.locator("[data-row]").count() < 200

    for key in "nnnc":
        page.keyboard.press(key)
    page.wait_for_url("**/long-book/?at=*")
    expect(page.locator("a.mark.contradicted", has_text=str(700 + LATE))).to_be_focused()
    assert violations(page) == []

    page.keyboard.press("p")
    expect(page.locator("a.mark:focus")).to_have_text("Vietnam")
    at_paragraph(page, 384)
    page.keyboard.press("p")
    at_paragraph(page, 200)

    page.goto(own_site.at(BOOK))
    page.keyboard.press("g")
    page.keyboard.press("9")
    expect(page.get_by_role("region", name="Table 9")).to_be_focused()

    start = content.index("in place 250 says")
    page.goto(own_site.at(f"{BOOK}#char={start},{start + 12}"))
    page.wait_for_url("**/long-book/?at=*#char=*")
    until(page, "CSS.highlights.get('fragment')?.size > 0")
    at_paragraph(page, 250)
    line = content[: content.index("in place 333 says")].count("\n")
    page.evaluate(f"location.hash = 'line={line},{line + 1}'")
    page.wait_for_url(lambda url: f"?at={start}" not in url)
    until(page, "CSS.highlights.get('fragment')?.size > 0")
    at_paragraph(page, 333)


def test_a_search_goes_on_where_the_text_is_not_loaded(
    own_site: Site, open_page: OpenPage, content: str
) -> None:
    page = open_page(own_site, BOOK)

    page.keyboard.press("/")
    page.keyboard.type(RARE_WORD)
    expect(page.locator("#find-count")).to_have_text("1 of 1 here, 2 in the whole text")
    page.keyboard.press("Enter")
    page.wait_for_url("**/long-book/?at=*")

    at_paragraph(page, LATE - 1)
    expect(page.locator("#find-count")).to_have_text("1 of 1 here, 2 in the whole text")
    expect(page.get_by_role("searchbox", name="Search in this text")).to_be_focused()
    page.keyboard.press("Enter")
    at_paragraph(page, 5)


def test_blocks_are_walked_and_scrolled_over_the_edge_of_a_part(
    own_site: Site, open_page: OpenPage, content: str
) -> None:
    page = open_page(own_site, BOOK)
    rows = page.locator("[data-row]")
    before = rows.count()
    last = rows.last.locator("[id^='b-']").last
    last.evaluate("block => { block.tabIndex = -1; block.focus({ preventScroll: true }); }")
    edge = int(last.get_attribute("id").removeprefix("b-"))  # type: ignore[union-attr]

    page.keyboard.press("j")

    expect(page.locator(f"#b-{edge + 1}")).to_be_focused()
    assert rows.count() > before
    page.goto(own_site.at(f"{BOOK}?from={edge + 1}"))
    page.locator(f"#b-{edge + 1}").focus()
    page.keyboard.press("k")
    expect(page.locator(f"#b-{edge}")).to_be_focused()


def test_a_long_text_is_read_to_its_end_without_scripts(
    own_site: Site, open_page: OpenPage, content: str
) -> None:
    page = open_page(own_site, BOOK, java_script_enabled=False)
    read: list[str] = []

    while True:
        read += re.findall(r"in place (\d+) says", page.locator(".flow").text_content() or "")
        way = page.locator(".flow .more [rel=next]")
        if not way.count():
            break
        way.click()

    assert list(dict.fromkeys(read)) == [str(number) for number in range(400)]
    page.locator(".flow .more [rel=prev]").click()
    expect(page.locator(".flow")).to_contain_text("in place 200 says")
