"""What pages weigh on the wire, cold and warm: python tests/benchmarks/page_weight.py"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from playwright.sync_api import Browser, sync_playwright

from project.launch import chromium
from tests.benchmarks.workbench import site

GOAL = 150_000


def main() -> None:
    """Visit every main page in a new browser, then once more."""
    browser_path = chromium.find()  # before Playwright runs, for it asks Playwright too
    with site(with_corpus=True) as state:
        from tests.journeys.addresses import CASES, PAGES, address
        from tests.journeys.sites import collect_static, environment, served, servers

        paths = {name: address(name) for name in (*PAGES, *CASES)}
        told = environment(state, "variorum")
        told["VARIORUM_STATE"] = str(state / "served")
        collect_static(told)
        with (
            servers(told, state / "servers.log") as orders,
            served(orders, "variorum", state / "served.log") as opened,
            sync_playwright() as started,
        ):
            browser = started.chromium.launch(
                executable_path=browser_path, args=list(chromium.FLAGS)
            )
            for name, path in paths.items():
                _show(name, *_weights(browser, opened.at(path)))
            browser.close()


def _weights(browser: Browser, address: str) -> tuple[int, int, int]:
    """Bytes of the first visit, of the second, and how many answers the first one took."""
    from tests.journeys.transfers import transferred

    page = browser.new_page()
    cold, warm = transferred(page, address), transferred(page, address)
    page.close()
    return sum(cold.values()), sum(warm.values()), len(cold)


def _show(name: str, cold: int, warm: int, answers: int) -> None:
    met = "met" if warm < GOAL else "MISSED"
    print(
        f"{name:<28} cold {cold / 1000:7.1f} KB in {answers:2} answers"
        f"  warm {warm / 1000:7.1f} KB  goal {GOAL // 1000} KB: {met}"
    )


if __name__ == "__main__":
    main()
