"""The people of a demonstration: the one who loads the corpus, and accounts to try out."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from apps.accounts.actions import add_person
from apps.accounts.models import Role, User

CORPUS = "corpus"
DESKS = ("first", "second")
EMBEDDED = "project.postgres.backend"


@dataclass(frozen=True)
class DemoAccount:
    """An account with a phrase that everybody may know; never on a real server."""

    username: str
    role: Role
    name: str
    password: str


DEMO_ACCOUNTS = (
    DemoAccount("annotator", Role.ANNOTATOR, "Demo Annotator", "annotator reads twice"),
    DemoAccount("editor", Role.EDITOR, "Demo Editor", "editor settles slips"),
    DemoAccount("admin", Role.ADMIN, "Demo Admin", "admin keeps the keys"),
)


def is_demonstration() -> bool:
    """Whether the embedded database runs, so that no real server gets well-known passwords."""
    return bool(settings.DATABASES["default"]["ENGINE"] == EMBEDDED)


def corpus_person() -> User:
    """In whose name the corpus is loaded: an editor who cannot log in."""
    return User.objects.filter(username=CORPUS).first() or add_person(
        username=CORPUS,
        role=Role.EDITOR,
        password=None,
        by=None,
        name="Variorum demonstration team",
        reason="loads the demonstration corpus",
    )


def corpus_editors() -> dict[str, User]:
    """In whose names the cases of the corpus are settled: two editors who cannot log in."""
    return {desk: _at_desk(desk) for desk in DESKS}


def _at_desk(desk: str) -> User:
    username = f"{CORPUS}-{desk}-desk"
    return User.objects.filter(username=username).first() or add_person(
        username=username,
        role=Role.EDITOR,
        password=None,
        by=None,
        name=f"Demonstration editor, {desk} desk",
        reason="settles cases of the demonstration corpus",
    )


@transaction.atomic
def add_demo_accounts() -> list[DemoAccount]:
    """Give the demonstration its accounts; those that exist stay as they are."""
    there = set(User.objects.values_list("username", flat=True))
    missing = [account for account in DEMO_ACCOUNTS if account.username not in there]
    for account in missing:
        add_person(
            username=account.username,
            role=account.role,
            password=account.password,
            by=None,
            name=account.name,
            reason="an account to try the demonstration with",
        )
    return missing
