"""Runs axe on a page and tells what it found in words that a person can follow."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}
# These rules take most of the time, and a text has a thousand marks of the same few colours:
# rows that show all kinds of marks stand for the others.
COLOURS = ["color-contrast", "link-in-text-block"]
WITH_ALL_COLOURS = [
    ".masthead",
    ".bar",
    "main > :not(.reader)",
    ".outline",
    ".pair:nth-of-type(-n + 4)",
    ".pair:has(.contradicted, .settled, .suggested):not(.pair:nth-of-type(n + 40))",
    ".foot",
]


def violations(page: Page) -> list[str]:
    """All that axe finds on the page as it is shown now."""
    return [*_structure(page), *_colours(page)]


def violations_everywhere(page: Page) -> list[str]:
    """Violations when the page is wide and light, and when it is narrow and dark."""
    found = []
    for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{size['width']} pixels, {scheme}: {one}" for one in violations(page)]
    return found


def _structure(page: Page) -> list[str]:
    return _run(page, None, {"rules": {rule: {"enabled": False} for rule in COLOURS}})


def _colours(page: Page) -> list[str]:
    return _run(
        page, {"include": WITH_ALL_COLOURS}, {"runOnly": {"type": "rule", "values": COLOURS}}
    )


def _run(page: Page, where: dict[str, Any] | None, options: dict[str, Any]) -> list[str]:
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    answer = page.evaluate(
        "([where, options]) => axe.run(where ?? document, options)",
        [where, {**options, "resultTypes": ["violations"]}],
    )
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]} {node['failureSummary']}"
        for violation in answer["violations"]
        for node in violation["nodes"][:3]
    ]
