"""Browser windows that tests use one after another, each time cleared of what the last one did."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.sites import Site
from tests.journeys.watching import Watch

MILLISECONDS_TO_WAIT = 120_000  # a slow machine is not wrong
USUAL = {"width": 1280, "height": 720}


class Windows:
    """One window for each site and each kind of browser (a phone, one without scripts …)."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        expect.set_options(timeout=MILLISECONDS_TO_WAIT)
        self.pages: dict[str, Page] = {}
        self.watches: list[Watch] = []

    def open(self, site: Site, path: str = "/", **options: Any) -> Page:
        """The site's page in its window; nobody is logged in."""
        settings = {"viewport": USUAL, **options}
        kind = f"{site.url} {sorted(settings.items())}"
        if kind not in self.pages:
            self.pages[kind] = self._context(site, settings).new_page()
        page = self.pages[kind]
        page.goto("about:blank")  # a page that is left keeps its place; somebody is logged in yet
        page.context.clear_cookies()
        page.set_viewport_size(settings["viewport"])
        page.emulate_media(color_scheme="light")
        page.goto(path)
        return page

    def rest(self) -> None:
        """Leave every page, so that none asks for anything when its site is gone."""
        for page in self.pages.values():
            page.goto("about:blank")

    def troubles(self) -> list[str]:
        """What went wrong in any window since this was asked last."""
        return [trouble for watch in self.watches for trouble in watch.told()]

    def close(self) -> None:
        """Close all windows."""
        for page in self.pages.values():
            page.context.close()

    def _context(self, site: Site, settings: dict[str, Any]) -> BrowserContext:
        context = self.browser.new_context(base_url=site.url, **settings)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        self.watches.append(Watch(context, urlsplit(site.url).netloc))
        return context
