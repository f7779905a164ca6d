"""Runs axe on a page and tells what it found in words that a person can follow."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
# These rules take most of the time, and a text has a thousand marks of the same few kinds.
COSTLY = ["color-contrast", "link-in-text-block", "target-size"]
# Everything but the rows of a reader, and of those enough to show all kinds of marks.
SAMPLE = [
    ".masthead",
    ".bar",
    "main > :not(.reader)",
    ".outline",
    ".pair:nth-of-type(-n + 3)",
    ".pair:has(.contradicted, .settled, .suggested):not(.pair:nth-of-type(n + 25))",
    ".foot",
]
# Of a long list or table two of each kind; the cheap rules look at the others too. What has the
# same tags, classes and states down to its last leaf, in a place of the same kind, is as legible.
MARK_WHAT_IS_ALIKE = """() => {
  const STATES = ["class", "type", "role", "scope", "aria-current", "aria-expanded"];
  const numbers = new Map(), kinds = new Map(), seen = new Map();
  const number = (words) => numbers.get(words) ?? numbers.set(words, numbers.size).get(words);
  const outside = (element) => [
    element.tagName, element.checked, ...STATES.map((name) => element.getAttribute(name)),
    ...element.getAttributeNames().filter((name) => name !== "data-alike").sort(),
  ].join();
  const learn = (element) => {
    const inside = new Set([...element.children].map(learn));
    kinds.set(element, number(`${outside(element)} of ${[...inside].sort()}`));
    return kinds.get(element);
  };
  const mark = (element, place) => {
    const kind = `${kinds.get(element)} in ${place}`;
    const times = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, times);
    const alike = times > 2 && !element.matches("td, th");
    element.toggleAttribute("data-alike", alike);
    const here = number(`${outside(element)} in ${place}`);
    if (!alike) for (const child of element.children) mark(child, here);
  };
  learn(document.body);
  mark(document.body, "");
}"""


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is shown now: by cheap rules on all of it."""
    cheap = {"rules": {rule: {"enabled": False} for rule in COSTLY}}
    costly = {"runOnly": {"type": "rule", "values": COSTLY}}
    return [*_run(page, None, cheap), *_run(page, _looked_at(page), costly)]


def violations_everywhere(page: Page) -> list[str]:
    """Violations when the page is wide and light, and when it is narrow and dark."""
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    found = [f"wide, light: {violation}" for violation in violations(page)]
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="dark")
    narrow = _run(page, _looked_at(page), {})
    return [*found, *(f"narrow, dark: {violation}" for violation in narrow)]


def _looked_at(page: Page) -> dict[str, list[str]]:
    """Some of a reader, which has a hundred rows; else all that is not alike."""
    if page.locator(".reader").count():
        return {"include": SAMPLE}
    page.evaluate(MARK_WHAT_IS_ALIKE)
    return {"exclude": ["[data-alike]"]}


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
