"""One marks a text apart, takes it back and marks again; an editor settles what differs."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from apps.accounts.actions import add_person
from apps.accounts.models import Role, User
from apps.annotations.assigning import finish, keep_mark
from apps.annotations.drafts import MentionDraft
from apps.annotations.models import Assignment, Mention
from apps.claims.apart import assign, mention_apart
from apps.reading.apart import parts_of
from apps.sources.models import Text
from tests.corpus.five_texts import NEEDS_THE_TEXTS
from tests.journeys.accessibility import violations
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import ANNOTATOR, EDITOR
from tests.journeys.people import fill_in
from tests.journeys.sites import Site
from tests.journeys.test_every_page import sideways

pytestmark = NEEDS_THE_TEXTS
SOURCE = "kozyrev-2014"


def begun() -> Assignment:
    """The annotator and somebody else have the first section before them; that one has marked."""
    text = Text.objects.originals().current().get(source__slug=SOURCE)
    annotator, editor = (User.objects.get(username=person[0]) for person in (ANNOTATOR, EDITOR))
    other = add_person(username="irina", role=Role.ANNOTATOR, password=None, by=editor)
    asked = assign(text=text, part=parts_of(text)[0], one=annotator, other=other, by=editor)
    start = (text.content or "").index("Vietnam")
    draft = MentionDraft(SOURCE, start, start + len("Vietnam"), "vietnam", "Vietnam")
    keep_mark(assignment=asked, mark=mention_apart("key-of-irina", draft, None), by=other)
    finish(assignment=asked, by=other)
    return asked


def mark_a_word(page: Page) -> None:
    """By keyboard: the first word of the text, and whoever the form offers first."""
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    asked = page.locator("#marking form")
    expect(asked).to_be_visible()
    if asked.get_attribute("data-as") != "mention":
        asked.get_by_role("link", name="Entity").click()
    form = page.locator("#marking form[data-as=mention]")
    form.locator('[name="entity"][value=""]').check()
    form.get_by_label("Its kind").select_option("organisation")
    form.get_by_role("button", name="Mark it").click()
    expect(page.locator("#said")).to_contain_text("Only you see it.")


def test_what_is_marked_apart_is_settled(
    own_site: Site, open_page: OpenPage, inside: Inside
) -> None:
    with inside(own_site):
        address = begun().get_absolute_url()
    page = open_page(own_site, f"/accounts/log-in/?next={address}")
    fill_in(page, ANNOTATOR)
    mark_a_word(page)
    own = page.locator("a.mark.entity")
    expect(own).to_have_count(1)
    assert [sideways(page), violations(page)] == [{}, []]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.keyboard.press("Control+z")
    expect(own).to_have_count(0)
    mark_a_word(page)
    own.click()
    expect(page.get_by_role("link", name="Take it back")).to_be_visible()
    page.get_by_role("button", name="I am done").click()

    settling = open_page(own_site, f"/accounts/log-in/?next={address}")
    fill_in(settling, EDITOR)
    expect(settling.get_by_text("Vietnam").first).to_be_visible()
    assert [sideways(settling), violations(settling)] == [{}, []]
    settling.get_by_role("button", name=f"Take {ANNOTATOR[1]}'s").click()
    expect(settling.get_by_role("heading", name="Settled")).to_be_visible()

    with inside(own_site):
        assert Mention.objects.filter(entered_by__username=ANNOTATOR[0]).count() == 1
