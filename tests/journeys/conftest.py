"""A browser, sites with the real corpus to visit, and a watch over every page."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker

from project.launch import chromium
from tests.databases import connected_to, copied, with_corpus
from tests.journeys.corpora import welcome
from tests.journeys.sites import Site, collect_static, environment, served, servers
from tests.journeys.windows import Windows

# Playwright keeps an event loop in this thread, so Django would refuse the database to it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"

T = TypeVar("T")
OpenPage = Callable[..., Page]
Inside = Callable[[Site], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The browser that script/screenshots uses too."""
    found = chromium.find()
    if found is None:
        pytest.fail("There is no Chromium. Install it, or name one in VARIORUM_CHROMIUM.")
    return {"executable_path": str(found), "args": list(chromium.FLAGS)}


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: there are several sites. (The plugin's own fixture is of a deprecated kind.)"""


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder for the servers, with the static files in it."""
    folder = tmp_path_factory.mktemp("journeys")
    collect_static(environment(folder, "none"))
    return folder


@pytest.fixture(scope="session")
def orders(state: Path) -> Iterator[socket.socket]:
    """Through this a program is told what to serve; it starts once, which takes seconds."""
    with servers(environment(state, "none"), state / "servers.log") as opened:
        yield opened


@pytest.fixture(scope="session")
def visited(
    django_test_environment: None,
    django_db_modify_db_settings: None,  # each of two workers has databases of its own
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """A database with the corpus as this machine can load it; nobody writes to it."""
    with _between(django_db_blocker, _visited("corpus", originals=True)) as database:
        yield database


@pytest.fixture(scope="session")
def visited_records(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """A database with the corpus as a machine without the originals loads it."""
    with _between(django_db_blocker, _visited("records", originals=False)) as database:
        yield database


@pytest.fixture(scope="session")
def site(
    visited: str, state: Path, orders: socket.socket, django_db_blocker: DjangoDbBlocker
) -> Iterator[Site]:
    """A site for all that only read."""
    with _between(django_db_blocker, _site(state, orders, "reading", visited)) as opened:
        yield opened


@pytest.fixture
def own_site(
    visited: str, state: Path, orders: socket.socket, django_db_blocker: DjangoDbBlocker
) -> Iterator[Site]:
    """A site for one journey that writes."""
    with _between(django_db_blocker, _site(state, orders, "writing", visited)) as opened:
        yield opened


@pytest.fixture(scope="session")
def record_site(
    visited_records: str, state: Path, orders: socket.socket, django_db_blocker: DjangoDbBlocker
) -> Iterator[Site]:
    """A site on a machine that has none of the originals."""
    with _between(
        django_db_blocker, _site(state, orders, "records_read", visited_records)
    ) as opened:
        yield opened


@pytest.fixture
def inside(django_db_blocker: DjangoDbBlocker) -> Inside:
    """To look into the database of a site, or to act as a program of its own would."""

    @contextmanager
    def looking(site: Site) -> Iterator[None]:
        with django_db_blocker.unblock(), connected_to(site.database):
            yield

    return looking


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """The windows that stay open, for a new one costs a second."""
    kept = Windows(browser)
    yield kept
    kept.close()


@pytest.fixture
def open_page(windows: Windows) -> Iterator[OpenPage]:
    """Open a page of a site, as nobody in particular; at the end no page may have had trouble."""
    yield windows.open
    windows.rest()
    assert windows.troubles() == []


@contextmanager
def _between(blocker: DjangoDbBlocker, made: AbstractContextManager[T]) -> Iterator[T]:
    """Make and clear away with the database at hand, but keep it from the tests in between."""
    stack = ExitStack()
    with blocker.unblock():
        value = stack.enter_context(made)
    try:
        yield value
    finally:
        with blocker.unblock():
            stack.close()


@contextmanager
def _visited(name: str, *, originals: bool) -> Iterator[str]:
    with copied(with_corpus(originals=originals), name) as database:
        welcome(database)
        yield database


@contextmanager
def _site(state: Path, orders: socket.socket, name: str, visited: str) -> Iterator[Site]:
    with (
        copied(visited, name) as database,
        served(orders, database, state / f"{database}.log") as opened,
    ):
        yield opened
