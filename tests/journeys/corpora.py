"""Databases with the real corpus: loaded once, then copied for each site that is served."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from unittest import mock
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from apps.accounts.actions import add_person
from apps.accounts.models import Role

EDITOR = ("petra", "Petra Novak", "reads every line twice")
ANNOTATOR = ("tomas", "Tomas Berg", "marks every name once")
# Tests may use quicker ones, which the servers do not know.
HASHERS_OF_A_SITE = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
PEOPLE = {EDITOR: Role.EDITOR, ANNOTATOR: Role.ANNOTATOR}


@contextmanager
def connected_to(database: str) -> Iterator[None]:
    """Everything inside reads and writes this database instead of the usual test database."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = database
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


@contextmanager
def migrated() -> Iterator[str]:
    """A database with all tables and no rows, apart from that of the other tests."""
    with connected_to(f"{connection.settings_dict['NAME']}_journeys"):
        database: str = connection.creation.create_test_db(
            verbosity=0, autoclobber=True, serialize=False
        )
    try:
        yield database
    finally:
        with connected_to(database):
            connection.creation.destroy_test_db(verbosity=0)


@contextmanager
def copied(database: str, name: str) -> Iterator[str]:
    """A copy of a database that nobody uses just now; it lives as long as the block."""
    with connected_to(database):
        connection.creation.clone_test_db(suffix=name, verbosity=0)
        copy: str = connection.creation.get_test_db_clone_settings(name)["NAME"]
    try:
        yield copy
    finally:
        with connected_to(database):
            connection.creation.destroy_test_db(suffix=name, verbosity=0)


def load(database: str, *, originals: bool) -> None:
    """Load the corpus as script/server does, and let an editor and an annotator join."""
    hidden = mock.patch("apps.sources.store.text_folders", return_value=())
    with connected_to(database), nullcontext() if originals else hidden:
        call_command("load_corpus", stdout=io.StringIO())
    with connected_to(database):
        for person, role in PEOPLE.items():
            join(person, role)


def join(person: tuple[str, str, str], role: Role) -> None:
    """Let a person join the team, with a password that the servers know how to check."""
    username, name, password = person
    with override_settings(PASSWORD_HASHERS=HASHERS_OF_A_SITE):
        add_person(username=username, name=name, password=password, role=role, by=None)


def address_of(database: str) -> str:
    """The database as DATABASE_URL names it."""
    chosen = connection.settings_dict
    person = ":".join(
        quote(part, safe="") for part in (chosen["USER"], chosen.get("PASSWORD")) if part
    )
    place = quote(chosen["HOST"] or "localhost", safe="")
    return f"postgres://{person}@{place}:{chosen['PORT'] or 5432}/{quote(database)}"
