"""From a case to what would be if one of its claims were wrong."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.accessibility import violations_everywhere
from tests.journeys.addresses import address
from tests.journeys.conftest import Inside, OpenPage
from tests.journeys.corpora import ANNOTATOR
from tests.journeys.people import log_in
from tests.journeys.sites import Site


def test_a_case_leads_to_what_would_fall_with_a_claim(
    site: Site, inside: Inside, open_page: OpenPage
) -> None:
    with inside(site):
        case = address("case of part-exceeds-whole")
    page = open_page(site, case)
    log_in(page, ANNOTATOR)

    page.goto(case)
    page.get_by_role("link", name=re.compile("^If this were wrong")).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("were wrong$"))
    expect(page.get_by_role("heading", name="What would fall")).to_be_visible()
    assert violations_everywhere(page) == []
