"""Who visits the sites besides the public, and where a site finds its database."""

from __future__ import annotations

from urllib.parse import quote

from django.db import connection
from django.test import override_settings

from apps.accounts.actions import add_person
from apps.accounts.models import Role
from tests.databases import connected_to

EDITOR = ("petra", "Petra Novak", "reads every line twice")
ANNOTATOR = ("tomas", "Tomas Berg", "marks every name once")
# Tests may use quicker ones, which the servers do not know.
HASHERS_OF_A_SITE = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
PEOPLE = {EDITOR: Role.EDITOR, ANNOTATOR: Role.ANNOTATOR}


def welcome(database: str) -> None:
    """Let an editor and an annotator join those who loaded the corpus."""
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
