"""Watches pages for what must never happen: foreign hosts, errors, violations of the CSP."""

from __future__ import annotations

from itertools import count
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

# Not every violation is written to the console in words that one can rely on.
TELL_OF_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI}`));
"""

# A request that its page left; where one failed, htmx says another word besides the last of these.
LEFT = ("htmx:sendAbort", "htmx:afterRequest")


class Watch:
    """Collects the troubles of all pages of one browser context."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.host = host
        self.troubles: list[str] = []
        self._refusals: set[str] = set()
        context.add_init_script(TELL_OF_VIOLATIONS)
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))

    def told(self) -> list[str]:
        """The troubles so far; they are told once."""
        troubles, self.troubles = self.troubles, []
        return troubles

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc not in (self.host, ""):
            self.troubles.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        """Refusals of whole pages are meant; the tests look at their status."""
        if response.request.is_navigation_request():
            self._refusals.add(response.url)
        elif response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")

    def _failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):  # left before it came
            self.troubles.append(f"{request.failure}: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning") or message.text.startswith(LEFT):
            return
        is_refusal = message.text.startswith("Failed to load resource")
        if not (is_refusal and message.location.get("url") in self._refusals):
            self.troubles.append(f"console {message.type}: {message.text}")


# Some frames in a row at the same place. What is clicked on before may move away under the click.
STANDS_STILL = """() => new Promise((told) => {
    let last = -1, frames = 0;
    const look = () => {
        if (scrollY === last && ++frames > 5) return told(true);
        if (scrollY !== last) frames = 0;
        last = scrollY;
        requestAnimationFrame(look);
    };
    look();
})"""


def stands_still(page: Page) -> None:
    """Waits until the page no longer scrolls, as it does while rows get their real height."""
    page.evaluate(STANDS_STILL)


def until(page: Page, condition: str) -> None:
    """Waits for a condition. Playwright's own way evaluates words, which the CSP forbids."""
    for looked in count():
        if page.evaluate(condition):
            return
        assert looked < 600, f"It never came to be that {condition}"
        page.wait_for_timeout(50)
