"""An annotator marks a name in two actions, a claim in four, and selects just what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from apps.annotations.models import Mention
from apps.claims.models import Claim
from apps.sources.models import Text
from tests.corpus.five_texts import NEEDS_THE_TEXTS, SOURCES
from tests.journeys.accessibility import violations, violations_everywhere
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import ANNOTATOR, EDITOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site
from tests.journeys.watching import stands_still
from tests.journeys.windows import Windows

pytestmark = NEEDS_THE_TEXTS
SOURCE = "zareba-2022"
RECTANGLE = """(element, words) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2 };
  }
}"""
# Of each block all of it, its first, middle and last word: [offsets asked for, words selected].
SELECTED = """async () => {
  const { stretchOn } = await import("/static/js/selecting.js");
  const { pointAt } = await import("/static/js/cursor.js");
  const { pieces } = await import("/static/js/segments.js");
  return [...document.querySelectorAll(".flow [data-runs]")].flatMap((block) => {
    const words = pieces(block.textContent, "word");
    const asked = [words[0], words[words.length >> 1], words.at(-1)].filter(Boolean);
    if (words.length) asked.push({ start: words[0].start, end: words.at(-1).end });
    return asked.map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(...pointAt(block, start));
      range.setEnd(...pointAt(block, end));
      const found = stretchOn(block, range);
      return [found.start, found.end, block.dataset.runs, block.textContent.slice(start, end)];
    });
  });
}"""


@dataclass
class Hands:
    """Does what a person does, and counts it."""

    page: Page
    did: list[str] = field(default_factory=list)

    def select(self, block: str, words: str) -> None:
        """Draw the mouse over some words of a block."""
        paragraph = self.page.locator(".flow p", has_text=block).first
        paragraph.scroll_into_view_if_needed()
        stands_still(self.page)
        place = paragraph.evaluate(RECTANGLE, words)
        mouse = self.page.mouse
        mouse.move(place["left"] + 1, place["middle"])
        mouse.down()
        mouse.move((place["left"] + place["right"]) / 2, place["middle"], steps=3)
        mouse.move(place["right"] - 0.5, place["middle"], steps=3)
        mouse.up()
        expect(self.page.locator("#marking button.main")).to_be_focused()
        self.did.append(f"select {words}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.did.append(f"press {key}")

    def write(self, label: str, words: str) -> None:
        self.page.locator("#marking").get_by_label(label, exact=True).fill(words)
        self.did.append(f"write {label}")


@pytest.fixture
def hands(own_site: Site, open_page: OpenPage) -> Hands:
    """Those of an annotator who has a text open."""
    page = open_page(own_site, f"/accounts/log-in/?next=/sources/{SOURCE}/")
    fill_in(page, ANNOTATOR)
    return Hands(page)


def said(page: Page, words: str) -> None:
    expect(page.locator("#said")).to_contain_text(words)


def test_a_name_takes_two_actions_and_a_claim_four(
    hands: Hands, own_site: Site, inside: Inside
) -> None:
    page = hands.page
    hands.select("primary purpose", "Federation")
    hands.press("Enter")
    said(page, "Saved: Federation → ")
    assert len(hands.did) == 2
    expect(page.locator("a.mark.suggested", has_text="Federation")).to_be_visible()
    expect(page.locator("#marking")).to_be_hidden()

    hands.did.clear()
    hands.select("largest sale", "around 56%")
    expect(page.get_by_label("Value", exact=True)).to_have_value("about 56")
    expect(page.locator("#trial-panel")).to_contain_text("50.4 to 61.6 %")
    assert violations(page) == []
    hands.write("Subject", "Vietnam")
    hands.write("Period", "2017/2021")
    hands.press("Enter")
    said(page, "Saved: around 56%")
    assert len(hands.did) == 4

    with inside(own_site):
        mention = Mention.objects.filter(entered_by__username=ANNOTATOR[0]).latest("pk")
        claim = Claim.objects.filter(entered_by__username=ANNOTATOR[0]).latest("pk")
        assert (mention.passage.quote, mention.review) == ("Federation", "proposed")
        assert (claim.printed, claim.reading, claim.period) == (
            "around 56%",
            "about 56",
            "2017/2021",
        )
        assert (claim.measure.slug, claim.unit, claim.review) == ("supplier-share", "%", "proposed")

    page.reload()
    page.keyboard.press("Control+z")
    said(page, "Taken back: around 56%")
    review_by_keyboard(page)


def review_by_keyboard(page: Page) -> None:
    """What is left is accepted by an editor, and waits again when that is undone."""
    page.goto("about:blank")  # it keeps its place as it is left, while somebody is logged in
    page.context.clear_cookies()
    page.goto("/accounts/log-in/?next=/proposals/")
    fill_in(page, EDITOR)
    main = page.get_by_role("main")
    expect(main).to_contain_text("1 proposal waits")
    assert violations_everywhere(page) == []
    page.keyboard.press("j")
    expect(page.locator(".move")).to_be_focused()
    page.keyboard.press("a")
    expect(main).to_contain_text("Nothing waits.")
    expect(main).to_contain_text("“Federation” accepted")
    main.get_by_role("button", name="Undo").click()
    expect(main).to_contain_text("1 proposal waits")


def test_esc_keeps_a_draft_and_what_could_not_be_sent_is_sent_once(
    hands: Hands, own_site: Site, inside: Inside, windows: Windows
) -> None:
    page = hands.page
    hands.select("largest sale", "around 56%")
    hands.write("Subject", "n")  # no shortcut while a field has the focus
    with page.expect_response("**/mark/draft/"):
        hands.press("Escape")
    expect(page.locator("#marking")).to_be_hidden()

    page.evaluate("localStorage.clear()")  # as on another machine
    page.goto("/my-work/")
    page.get_by_role("link", name="“around 56%”").click()
    expect(page.get_by_label("Subject", exact=True)).to_have_value("n")
    hands.write("Subject", "Vietnam")
    page.context.set_offline(True)
    hands.press("Enter")
    said(page, "The line is cut.")
    page.context.set_offline(False)
    said(page, "Saved: around 56%")
    assert {"ERR_INTERNET_DISCONNECTED" in trouble for trouble in windows.troubles()} == {True}

    with inside(own_site):
        entered = Claim.objects.filter(entered_by__username=ANNOTATOR[0])
        assert [claim.printed for claim in entered] == ["around 56%"]


@pytest.mark.parametrize("source", SOURCES)
def test_what_is_selected_is_just_what_the_text_says(
    source: str, site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        content = Text.objects.originals().current().get(source__slug=source).content or ""
    page = open_page(site, f"/sources/{source}/")

    wrong: list[Any] = []
    count = 0
    while True:
        found = page.evaluate(SELECTED)
        count += len(found)
        wrong += [one for one in found if shown(content, *one[:3]) != one[3]]
        onward = page.locator(".more [rel=next]")
        if not onward.count():
            break
        page.goto(str(onward.get_attribute("href")))

    assert (wrong[:5], count > 50) == ([], True)


def shown(content: str, start: int, end: int, runs: str) -> str:
    """What is shown of the content between two offsets: run by run, as the block names them."""
    pieces = re.findall(r"(\d+)-(\d+)([+,]?)", runs)
    words = ""
    for first, last, glue in pieces:
        low, high = max(int(first), start), min(int(last), end)
        if low < high:
            words += content[low:high] + (" " if glue == "+" and end > int(last) else "")
    return words
