"""The reader is read without a mouse, and keys do nothing while somebody types."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.sites import Site

READER = "/sources/kozyrev-2014/"
LONGEST_READER = "/sources/zareba-2022/"
STEPS = 5
MOST_DISPUTED = 14


def focused(page: Page) -> tuple[int, bool]:
    """Which mark of the text has the focus, and whether it lies inside the window."""
    found = page.evaluate("""() => {
        const mark = document.activeElement, box = mark.getBoundingClientRect();
        const marks = [...document.querySelectorAll(".flow a.mark")];
        return [marks.indexOf(mark), box.top >= 0 && box.bottom <= innerHeight];
    }""")
    return (found[0], found[1])


def press_and_settle(page: Page, key: str) -> tuple[int, bool]:
    """Press a key and wait until what it scrolled to stands still."""
    page.keyboard.press(key)
    page.evaluate("""() => new Promise((done) => {
        let frames = 0;
        const again = () => (++frames < 12 ? requestAnimationFrame(again) : done());
        again();
    })""")
    return focused(page)


def test_the_first_tab_stop_skips_to_the_content(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.keyboard.press("Tab")

    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_n_and_p_step_through_the_passages(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    forth = [press_and_settle(page, "n") for _ in range(STEPS)]
    back = [press_and_settle(page, "p") for _ in range(STEPS - 1)]

    assert [place for place, _ in forth] == sorted({place for place, _ in forth})
    assert back == forth[-2::-1]
    assert all(is_visible for _, is_visible in [*forth, *back])


def test_c_steps_through_the_contradictions_only(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, LONGEST_READER)
    disputed = min(page.locator(".flow a.mark.contradicted").count(), MOST_DISPUTED)

    places = []
    for _ in range(disputed):
        place, is_visible = press_and_settle(page, "c")
        expect(page.locator(".flow a.mark:focus")).to_have_accessible_description("contradicted")
        assert is_visible
        places.append(place)

    assert len(set(places)) == disputed > STEPS


def test_the_focus_is_seen(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.keyboard.press("n")

    outline = page.locator(".flow a.mark:focus").evaluate(
        "mark => { const s = getComputedStyle(mark); return [s.outlineStyle, s.outlineWidth]; }"
    )
    assert outline == ["solid", "2px"]


def test_enter_opens_the_card_and_escape_returns_to_its_passage(
    site: Site, open_page: OpenPage
) -> None:
    page = open_page(site, READER)
    before = press_and_settle(page, "c")

    page.keyboard.press("Enter")
    expect(page.locator(".card.open")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(".card.open")).to_have_count(0)
    assert focused(page)[0] == before[0]


def test_a_question_mark_lists_the_keys(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.keyboard.press("?")

    keys = page.get_by_role("dialog", name="Keyboard")
    expect(keys).to_be_visible()
    for words in (
        "next and previous passage",
        "next contradiction",
        "go to Table 6",
        "search in this text",
    ):
        expect(keys).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_no_key_fires_while_typing(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)
    page.keyboard.press("/")
    box = page.get_by_role("searchbox", name="Search in this text")
    expect(box).to_be_focused()

    page.keyboard.type("ncpjky?/")

    expect(box).to_have_value("ncpjky?/")
    expect(box).to_be_focused()
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_a_key_with_control_belongs_to_the_browser(site: Site, open_page: OpenPage) -> None:
    page = open_page(site, READER)

    page.keyboard.press("Control+c")

    assert focused(page)[0] == -1
