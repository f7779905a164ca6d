"""Three people read one text at once: one writes, two see it; a cut line misses nothing."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from apps.annotations.models import Mention
from tests.corpus.five_texts import NEEDS_THE_TEXTS
from tests.journeys.accessibility import violations_everywhere
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import ANNOTATOR, EDITOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site
from tests.journeys.windows import Windows

pytestmark = NEEDS_THE_TEXTS
READER = "/sources/zareba-2022/"
LIVE = re.compile("stream")


def listening(page: Page) -> None:
    expect(page.locator(".flow")).to_have_attribute("data-live", LIVE)


def enter(page: Page, person: tuple[str, str, str]) -> None:
    fill_in(page, person)
    page.goto(READER)
    listening(page)


def mark(page: Page, start: int, end: int, entity: str) -> None:
    """Mark a word on the page that needs no mouse and no script."""
    page.goto(f"{READER}mark/?start={start}&end={end}")
    page.get_by_label("Which entity?").fill(entity)
    expect(page.locator("#name-results label").first).to_contain_text(entity)
    page.get_by_role("button", name="Mark it").click()
    listening(page)


def marks(page: Page, row: int) -> Locator:
    return page.locator(f'.pair[data-row="{row}"] a.mark')


def test_three_people_see_each_other_and_what_one_of_them_writes(
    own_site: Site, open_page: OpenPage, windows: Windows, inside: Inside
) -> None:
    writer = open_page(own_site, f"/accounts/log-in/?next={READER}")
    enter(writer, ANNOTATOR)
    editor = open_page(own_site, f"/accounts/log-in/?next={READER}", locale="pl-PL")
    enter(editor, EDITOR)
    visitor = open_page(own_site, READER, locale="vi-VN")
    listening(visitor)
    expect(editor.locator("#presence")).to_have_text(f"{ANNOTATOR[1]} and 1 visitor read this too")
    expect(visitor.locator("#presence")).to_have_text("2 others read this too")
    assert violations_everywhere(editor) == []
    seen, public = marks(editor, 6).count(), marks(visitor, 6).count()

    marks(editor, 6).first.click()
    expect(editor.locator(".card.open")).to_be_visible()
    mark(writer, 1388, 1396, "Russia")

    expect(editor.locator('.pair[data-row="6"] > .fresh')).to_have_text("1 new")
    expect(marks(editor, 6)).to_have_count(seen)
    editor.keyboard.press("Escape")
    expect(marks(editor, 6)).to_have_count(seen + 1)

    editor.context.set_offline(True)
    mark(writer, 1397, 1404, "Poland")
    expect(marks(writer, 6)).to_have_count(seen + 2)
    expect(marks(editor, 6)).to_have_count(seen + 1)
    editor.context.set_offline(False)

    expect(marks(editor, 6)).to_have_count(seen + 2)
    listening(editor)
    expect(marks(visitor, 6)).to_have_count(public)  # nobody has accepted it yet
    with inside(own_site):
        by_hand = Mention.objects.filter(passage__start__in=(1388, 1397), review="proposed")
        assert by_hand.count() == 2
    windows.troubles()  # a browser that is offline says so on its console
