"""The reader's tools: blocks and tables by key, search, overlapping passages, filters, citing."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.accessibility import violations
from tests.journeys.conftest import OpenPage
from tests.journeys.corpora import ANNOTATOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site
from tests.journeys.test_on_a_phone import PHONE, figure
from tests.journeys.watching import stands_still, until

READER = "/sources/zareba-2022/"
# Where a browser keeps that somebody without an account stopped in the text of the page.
KEPT = "localStorage.getItem(`place-${document.querySelector('.flow').dataset.text}`)"


def search_for(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


def block_in_focus(page: Page) -> int:
    position: int = page.evaluate("Number(document.activeElement.id.slice(2))")
    return position


def test_j_and_k_go_from_block_to_block(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    positions = []
    for key in "jjjkk":
        page.keyboard.press(key)
        positions.append(block_in_focus(page))

    assert positions == sorted(positions[:3]) + positions[1::-1]
    expect(page.locator(".pilcrow a")).to_have_attribute("href", f"#b-{positions[0]}")


def test_g_and_a_number_go_to_a_table(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.keyboard.press("g")
    page.keyboard.press("6")

    expect(page.get_by_role("region", name="Table 6")).to_be_focused()
    expect(page.locator("#said")).to_have_text("Table 6")
    page.keyboard.press("g")
    page.keyboard.press("9")
    expect(page.locator("#said")).to_have_text("There is no Table 9 in this text.")


def test_words_are_found_without_their_accents_and_stepped_through(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site, READER)

    search_for(page, "zareba")
    count = page.locator("#find-count")
    expect(count).to_have_text("1 of 2")
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(count).to_have_text("2 of 2")
    page.keyboard.press("Shift+Enter")
    expect(count).to_have_text("1 of 2")
    page.keyboard.press("Escape")

    expect(count).to_be_empty()
    expect(page.get_by_role("searchbox", name="Search in this text")).not_to_be_focused()


def test_what_is_not_in_the_text_is_said_so(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    search_for(page, "xylophone")

    expect(page.locator("#find-count")).to_have_text("not found")


def test_every_passage_under_a_mark_is_reached_by_keys_alone(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site, READER)
    page.locator(".flow a.mark.entity.claim").first.focus()

    page.keyboard.press("Enter")
    card = page.locator(".card.open")
    expect(card).to_be_focused()
    first = card.get_attribute("id")
    card.get_by_text("Also here").get_by_role("link").first.focus()
    page.keyboard.press("Enter")

    expect(card).to_be_focused()
    assert card.get_attribute("id") != first
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_a_card_never_moves_the_text(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)
    mark = figure(page, "Table 6", "72")
    page.keyboard.press("g")
    page.keyboard.press("6")
    stands_still(page)
    before = mark.bounding_box()

    mark.click()

    expect(page.locator(".card.open")).to_be_in_viewport(ratio=0.99)
    stands_still(page)
    assert mark.bounding_box() == before


def test_the_list_of_keys_is_accessible(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.keyboard.press("?")

    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    assert violations(page) == []


def test_an_open_sheet_is_accessible(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER, **PHONE)

    figure(page, "Table 6", "72").tap()

    expect(page.locator(".card.open")).to_be_in_viewport(ratio=0.99)
    assert violations(page) == []


def test_layers_and_filters_work_without_scripts(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER, java_script_enabled=False)

    page.get_by_label("Entities").uncheck()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Contradictions", exact=True).last.select_option("settled")
    page.get_by_role("button", name="Show").click()

    expect(page.locator(".flow a.mark.contradicted")).to_have_count(0)
    expect(page.get_by_label("Entities")).not_to_be_checked()
    expect(page.get_by_text("Some marks are left out by the filter.")).to_be_visible()
    page.get_by_role("link", name="Show everything").last.click()
    expect(page.locator(".flow a.mark.contradicted").first).to_be_attached()


def test_a_hidden_layer_stands_in_the_address_at_once(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.get_by_label("Entities").uncheck()
    page.wait_for_url("**layer=&layer=claims&layer=contradictions")
    page.reload()

    expect(page.get_by_label("Entities")).not_to_be_checked()
    page.get_by_label("Entities").check()
    page.wait_for_url(f"**{READER}")


def test_a_claim_is_cited_from_its_card(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)
    figure(page, "Table 6", "72").click()
    card = page.locator(".card.open")

    expect(card.get_by_role("button", name="Copy citation")).to_be_visible()
    stands_still(page)
    card.get_by_role("link", name="All styles").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cite Zaręba 2022, Table 6")
    entry = page.get_by_role("region", name="APA")
    expect(entry).to_contain_text("Zaręba, M. (2022).")
    expect(entry.get_by_role("button", name="Copy")).to_be_visible()


def test_a_stretch_of_the_text_that_an_address_names_is_shown(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site, f"{READER}#char=20000,20040")

    until(page, "CSS.highlights.get('fragment')?.size > 0")


def test_the_public_goes_on_where_it_stopped(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)
    page.keyboard.press("g")
    page.keyboard.press("5")
    expect(page.get_by_role("region", name="Table 5")).to_be_focused()
    until(page, f"{KEPT} !== null")

    page.goto("about:blank")
    page.goto(READER)

    block = page.locator(f".flow [data-runs^='{page.evaluate(KEPT)}-']").first
    page.get_by_role("link", name="Go on where you stopped").click()
    expect(block).to_be_in_viewport()
    page.evaluate("localStorage.clear()")


def test_a_person_goes_on_on_another_machine(own_site: Site, open_page: OpenPage) -> None:
    page = open_page(own_site, f"/accounts/log-in/?next={READER}")
    fill_in(page, ANNOTATOR)
    expect(figure(page, "Table 6", "72")).to_be_attached()  # by now the scripts are at work
    with page.expect_response("**/stop/") as kept:
        page.get_by_role("region", name="Table 5").scroll_into_view_if_needed()

    page.goto("about:blank")
    page.evaluate("1")
    page.goto(READER)

    assert kept.value.status == 204
    page.get_by_role("link", name="Go on where you stopped").click()
    expect(page.get_by_role("region", name="Table 5")).to_be_in_viewport()
    page.goto("about:blank")  # leaving keeps the place once more, while the site is there
