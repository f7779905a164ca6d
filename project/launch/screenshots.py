"""Pictures of the main pages, to look at before handing in: wide and narrow, light and dark."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from project.env import CHECKOUT
from project.launch import address, chromium
from project.launch.errors import CannotStart
from project.postgres import locks
from project.postgres.places import Places

WIDTHS = {"wide": (1440, 900), "narrow": (390, 844)}
SCHEMES = ("light", "dark")
TALLEST = 4000


@dataclass(frozen=True)
class Shot:
    """One page: an address, or the first link on it whose own address matches."""

    name: str
    at: str
    first_link: str = ""
    status: int = 200


SHOTS = (
    Shot("home", "/"),
    Shot("sources", "/sources/"),
    Shot("reader-zareba", "/sources/zareba-2022/"),
    Shot("reader-nghiem", "/sources/nghiem-2025/"),
    Shot("revisions", "/sources/zareba-2022/revisions/"),
    Shot("finding", "/sources/zareba-2022/find/?q=cam+ranh"),
    Shot("cite", "/sources/zareba-2022/cite/"),
    Shot("facts", "/facts/"),
    Shot("fact", "/facts/?standing=differ", first_link=r"/facts/[^/]+/"),
    Shot("series", "/series/arms-imports/vietnam/"),
    Shot("works", "/works/"),
    Shot("measures", "/measures/"),
    Shot("measure", "/measures/arms-imports/"),
    Shot("compare", "/compare/"),
    Shot("compared", "/compare/zareba-2022/nghiem-2025/"),
    Shot("timeline", "/timeline/"),
    Shot("entities", "/entities/?q=Lurong"),
    Shot("entity", "/entities/vietnam/"),
    Shot("contradictions", "/contradictions/"),
    Shot("contradiction", "/contradictions/", first_link=r"/contradictions/\d+/"),
    Shot("agreement", "/agreement/"),
    Shot("log-in", "/accounts/log-in/"),
    Shot("missing", "/no-such-page/", status=404),
    Shot("admin", "/admin/login/"),
)


def main(arguments: list[str]) -> int:
    """Take all pictures into a folder; the status tells whether every page answered."""
    if len(arguments) != 1:
        raise CannotStart("Name the folder for the pictures: script/screenshots DIR")
    folder = Path(arguments[0]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    browser_path = chromium.find_or_install()
    if browser_path is None:
        raise CannotStart("There is no Chromium. Name one: VARIORUM_CHROMIUM=/path/to/chromium")
    with _site() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=list(chromium.FLAGS)
        )
        troubles = [trouble for shot in SHOTS for trouble in _take(browser, root, shot, folder)]
        browser.close()
    for trouble in troubles:
        print(f"  ! {trouble}")
    return 1 if troubles else 0


def _take(browser: Browser, root: str, shot: Shot, folder: Path) -> Iterator[str]:
    """Take one page at each width in each scheme; yield what a person should look at."""
    for width_name, (width, height) in WIDTHS.items():
        for scheme in SCHEMES:
            name = f"{shot.name}-{width_name}-{scheme}"
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            for trouble in _picture(page, root, shot, folder / f"{name}.png"):
                yield f"{name}: {trouble}"
            page.close()
        print(f"  {shot.name}, {width} pixels", flush=True)


def _picture(page: Page, root: str, shot: Shot, file: Path) -> list[str]:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(f"script error: {error}"))
    page.on("console", lambda message: said.extend(_complaint(message)))
    address_of_page = _find(page, root, shot)
    if not address_of_page:
        return [f"no link on {shot.at} matches {shot.first_link}"]
    said.clear()
    answer = page.goto(root + address_of_page, wait_until="load")
    status = answer.status if answer else 0
    width = page.evaluate("innerWidth")
    wide = page.evaluate("document.documentElement.scrollWidth")
    _open_wide(page, width)
    page.screenshot(path=file)
    if status != shot.status:
        said.append(f"{address_of_page} answered {status}, not {shot.status}")
    if wide > width:
        said.append(f"scrolls sideways: {wide} pixels of content in {width}")
    # The browser logs every answer that is not 200, also one that is meant so.
    return [line for line in said if shot.status == 200 or "Failed to load resource" not in line]


def _open_wide(page: Page, width: int) -> None:
    """Make the window as high as the page: what is out of sight is not painted."""
    for _ in range(2):  # what comes into sight may turn out longer than it was guessed
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(tall, TALLEST)})
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))")


def _complaint(message: ConsoleMessage) -> list[str]:
    if message.type != "error":
        return []
    return [f"console: {message.text} ({message.location.get('url', '')})"]


def _find(page: Page, root: str, shot: Shot) -> str:
    if not shot.first_link:
        return shot.at
    page.goto(root + shot.at)
    links: list[str] = page.eval_on_selector_all("a[href]", "all => all.map(a => a.pathname)")
    return next((link for link in links if re.fullmatch(shot.first_link, link)), "")


@contextlib.contextmanager
def _site() -> Iterator[str]:
    """Serve the site on a free port with a state of its own, and clear up afterwards."""
    port = address.free_port()
    with tempfile.TemporaryDirectory(prefix="variorum-", ignore_cleanup_errors=True) as state:
        output = Path(state) / "server.txt"
        server = _start_server(port, state, output)
        try:
            _wait_for(port, server, output)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()
            _wait_for_the_database_to_end(Path(state))


def _start_server(port: int, state: str, output: Path) -> subprocess.Popen[bytes]:
    with output.open("w") as log:
        return subprocess.Popen(
            [sys.executable, CHECKOUT / "project" / "launch", "server"],
            env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1", "VARIORUM_STATE": state},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _wait_for(port: int, server: subprocess.Popen[bytes], output: Path) -> None:
    print("Starting a server with a state of its own …", flush=True)
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if server.poll() is not None:
            raise CannotStart(f"The server ended:\n{output.read_text(encoding='utf-8')}")
        time.sleep(0.1)


def _wait_for_the_database_to_end(state: Path) -> None:
    watch = Places.of(state).supervisor_lock
    end = time.monotonic() + 20
    while watch.exists() and locks.is_held(watch) and time.monotonic() < end:
        time.sleep(0.1)
