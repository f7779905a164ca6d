"""Every page passes axe, fits its window and is light: wide and narrow, by day and by night."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.accessibility import violations_everywhere
from tests.journeys.addresses import CASES, MISSING, OF_THE_TEAM, PAGES, address
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import ANNOTATOR, EDITOR
from tests.journeys.people import fill_in, log_in
from tests.journeys.sites import Site
from tests.journeys.transfers import transferred
from tests.journeys.windows import Windows

READER = "/sources/kozyrev-2014/"
MOST_BYTES_WARM = 150_000
MOST_BYTES_OF_ASSETS = 100_000
WIDTHS = (1024, 390, 320)


def sideways(page: Page) -> dict[int, int]:
    """Widths at which the page can be scrolled sideways, and by how many pixels."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return {width: pixels for width, pixels in found.items() if pixels > 0}


@pytest.fixture(scope="module")
def cached(windows: Windows, site: Site) -> None:
    """The usual window has the style and all scripts in its cache."""
    windows.open(site, READER)


@pytest.mark.parametrize("name", [*PAGES, *CASES])
def test_a_page_is_light_accessible_and_never_wider_than_its_window(
    name: str, site: Site, cached: None, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        path = address(name)
    page = open_page(site, "about:blank")

    sizes = transferred(page, path)

    assert sideways(page) == {}
    assert violations_everywhere(page) == []
    assert sum(sizes.values()) < MOST_BYTES_WARM, sizes


def test_the_pages_of_the_team_are_accessible_and_never_wider_than_their_window(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site, "/my-work/")
    fill_in(page, EDITOR)
    found = {}

    for path in OF_THE_TEAM:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        found[path] = [sideways(page), violations_everywhere(page)]

    assert {path: told for path, told in found.items() if told != [{}, []]} == {}


def test_a_page_that_is_missing_is_accessible_and_says_where_to_go(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site)

    answer = page.goto(MISSING)

    assert answer is not None
    assert answer.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "There is no such page"
    assert page.get_by_role("main").get_by_role("link").count() >= 3
    assert sideways(page) == {}
    assert violations_everywhere(page) == []


def test_a_refusal_of_the_role_is_accessible(
    site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        case = address("case of part-exceeds-whole")
    page = open_page(site, case)
    log_in(page, ANNOTATOR)
    page.locator("footer form").evaluate("(form, to) => form.action = to", f"{case}take/")

    page.get_by_role("button", name="Log out").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Your role does not allow this")
    assert violations_everywhere(page) == []


def test_style_and_scripts_are_light_and_come_once(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, locale="en-GB")  # a window that nobody used before

    first = assets(transferred(page, READER))
    second = assets(transferred(page, READER))

    assert sum(first.values()) < MOST_BYTES_OF_ASSETS, first
    assert {address: size for address, size in second.items() if size} == {}


def assets(sizes: dict[str, int]) -> dict[str, int]:
    """Not the icon: a browser fetches it when it pleases."""
    ours = {address: size for address, size in sizes.items() if "/static/" in address}
    return {address: size for address, size in ours.items() if not address.endswith(".svg")}
