"""The main job: two sources part ways, an editor settles it, and everybody sees why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote_plus

from playwright.sync_api import Page, Response, expect

from apps.accounts.models import User
from apps.claims.actions import correct_claim, draft_of
from apps.claims.models import Claim
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import EDITOR
from tests.journeys.people import log_in, log_out
from tests.journeys.sites import Site
from tests.journeys.watching import stands_still

WRONG = "nghiem-2025.T1.2021.mln"
REASON = "Deliveries from Russia alone came to 72 in the database that both sources name."
CORRECTED = "at least 72"
EVIDENCE = "SIPRI Arms Transfers Database, 2021"
SUM = "1,822"


def test_a_contradiction_is_followed_settled_seen_and_reopened(
    own_site: Site, open_page: OpenPage, inside: Inside
) -> None:
    page = open_page(own_site)
    go_to_the_contradicted_figure(page)
    case = follow_it_to_its_case(page)
    sum_case = read_the_case(page)

    log_in(page, EDITOR)
    take_it(page)
    settle_without_a_reason(page)
    settle_with_a_reason(page)
    log_out(page)

    page.goto(case)
    the_verdict_is_on_the_case(page)
    page.goto(sum_case)
    the_sum_was_closed_with_it(page)
    the_verdict_is_on_the_first_page(page)
    the_verdict_is_in_the_reader(page)

    with inside(own_site):
        correct_the_claim_behind_the_verdict()
    page.goto(case)
    the_case_is_open_again_with_the_difference(page)


def go_to_the_contradicted_figure(page: Page) -> None:
    """An anonymous newcomer goes from the first page to the figure 72 of Table 6."""
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Five sources, read against each other"
    )
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Sources").click()
    page.get_by_role("link", name="Role of military cooperation").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Role of military cooperation")
    expect(page.locator(".flow a.mark.claim").nth(200)).to_be_attached()
    expect(page.locator(".flow a.mark.entity").nth(100)).to_be_attached()


def follow_it_to_its_case(page: Page) -> str:
    table = page.get_by_role("region", name="Table 6")
    figure = table.get_by_role("button", name="72", exact=True)
    expect(figure).to_have_accessible_description("contradicted")
    figure.click()
    card = page.locator(".card.open")
    expect(card).to_be_in_viewport(ratio=0.8)
    expect(card).to_contain_text("71.5 to 72.5 million USD")
    expect(card.get_by_role("table")).to_contain_text("<20 (est.)")
    stands_still(page)
    card.get_by_role("link", name="Read the case").first.click()
    page.wait_for_url("**/contradictions/*/")
    return page.url


def read_the_case(page: Page) -> str:
    """Both claims, the difference, the state; gives the address of the sum beside it."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("<20 (est.)")
    for title, figure in (
        ("Zaręba 2022, Table 6", "72 mil"),
        ("Nghiem 2025, Table 1", "<20 (est.)"),
    ):
        side = page.get_by_role("article").filter(has=page.get_by_role("heading", name=title))
        expect(side).to_contain_text(figure)
        expect(side.locator("td.now")).to_contain_text(figure.split()[0])
    expect(page.get_by_role("img", name="gives 72 for the arms imports")).to_be_visible()
    expect(page.locator(".facts .state")).to_have_text("open")
    expect(page.get_by_role("button", name="Settle")).to_have_count(0)
    beside = page.get_by_role("region", name="Likeliest culprit").get_by_role("link", name=SUM)
    return str(beside.evaluate("link => link.href"))


def take_it(page: Page) -> None:
    page.get_by_role("button", name="Take it for review").click()
    expect(page.locator(".facts .state")).to_have_text("Petra Novak")


def settle_without_a_reason(page: Page) -> None:
    """Nothing is stored, and nothing typed is lost."""
    page.get_by_label("The source is wrong").check()
    page.get_by_role("checkbox", name="<20 (est.)").check()
    page.get_by_label("Corrected reading").fill(CORRECTED)
    with page.expect_response(keeps(EVIDENCE)):  # else it may come after the next page was made
        page.get_by_label("Evidence").fill(EVIDENCE)
    page.get_by_role("button", name="Settle").click()

    expect(page.get_by_role("alert").filter(has_text="Nothing was stored.")).to_be_visible()
    expect(page.get_by_text("Write the reason: at least 10 characters.")).to_be_visible()
    expect(page.get_by_label("The source is wrong")).to_be_checked()
    expect(page.get_by_role("checkbox", name="<20 (est.)")).to_be_checked()
    expect(page.get_by_label("Corrected reading")).to_have_value(CORRECTED)
    expect(page.get_by_label("Evidence")).to_have_value(EVIDENCE)


def keeps(words: str) -> Callable[[Response], bool]:
    """Whether an answer is to a draft that holds these words."""
    return lambda answer: (
        answer.url.endswith("/draft/") and words in unquote_plus(answer.request.post_data or "")
    )


def settle_with_a_reason(page: Page) -> None:
    page.get_by_label("Reason", exact=True).fill(REASON)
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_role("heading", name="Settled: the source is wrong")).to_be_visible()


def the_verdict_is_on_the_case(page: Page) -> None:
    verdict = page.get_by_role("region", name="Settled: the source is wrong")
    for words in (REASON, CORRECTED, EVIDENCE, "Petra Novak", "<20 (est.)"):
        expect(verdict).to_contain_text(words)
    expect(page.get_by_role("region", name="History")).to_contain_text(REASON)


def the_sum_was_closed_with_it(page: Page) -> None:
    """The rows of 2017 to 2021 miss their total no longer, for one of them is judged wrong."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(SUM)
    verdict = page.get_by_role("region", name="Settled: the source is wrong")
    expect(verdict).to_contain_text(REASON)
    expect(verdict.get_by_role("link", name="another case")).to_be_visible()


def the_verdict_is_on_the_first_page(page: Page) -> None:
    page.get_by_role("link", name="Variorum", exact=True).click()
    news = page.get_by_role("region", name="Newest verdicts")
    for words in ("72 ≠ <20 (est.)", "The source is wrong", "Petra Novak"):
        expect(news).to_contain_text(words)


def the_verdict_is_in_the_reader(page: Page) -> None:
    page.goto("/sources/nghiem-2025/")
    figure = page.get_by_role("region", name="Table 1").get_by_role("button", name="<20 (est.)")
    # What it should say is more than the year before had, and another passage says "steadily".
    expect(figure).to_have_accessible_description("contradicted")
    figure.click()
    card = page.locator(".card.open")
    expect(card).to_contain_text(f"corrected to {CORRECTED}")
    expect(card).to_contain_text("The source is wrong")
    page.goto("/sources/zareba-2022/")
    table = page.get_by_role("region", name="Table 6")
    # Of which year the edition of the cited database is, nobody has said yet.
    other = table.get_by_role("button", name="72", exact=True)
    expect(other).to_have_accessible_description("contradicted")
    other.click()
    expect(card).to_contain_text("The source is wrong")


def correct_the_claim_behind_the_verdict() -> None:
    claim = Claim.objects.get(key=WRONG)
    correct_claim(
        claim=claim,
        draft=replace(draft_of(claim), reading="under 30 estimated"),
        by=User.objects.get(username=EDITOR[0]),
        reason="the print is blurred and may say 30",
        version=claim.version,
    )


def the_case_is_open_again_with_the_difference(page: Page) -> None:
    expect(page.locator(".facts .state")).to_have_text("open")
    history = page.get_by_role("region", name="History")
    expect(history).to_contain_text("A claim behind the verdict changed.")
    expect(history).to_contain_text("read as under 30 estimated")
