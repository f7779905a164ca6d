"""Counts the bytes that a page moves over the wire, as the browser counts them."""

from __future__ import annotations

from playwright.sync_api import Page

Sizes = dict[str, int]


def transferred(page: Page, path: str) -> Sizes:
    """Bytes by address for one visit: heads and bodies, compressed as they came; cached are 0."""
    page.goto("about:blank")
    session = page.context.new_cdp_session(page)
    names: dict[str, str] = {}
    sizes: Sizes = {}
    session.on(
        "Network.requestWillBeSent", lambda e: names.update({e["requestId"]: e["request"]["url"]})
    )
    session.on(
        "Network.loadingFinished",
        lambda e: sizes.update({names.get(e["requestId"], "?"): int(e["encodedDataLength"])}),
    )
    session.send("Network.enable")
    page.goto(path, wait_until="load")
    session.detach()
    return sizes
