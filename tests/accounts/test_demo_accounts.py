"""Demonstration accounts exist only where the embedded database runs."""

from __future__ import annotations

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from apps.accounts.demonstration import DEMO_ACCOUNTS, corpus_person
from apps.accounts.models import Role, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "project.postgres.backend")


def run() -> str:
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("embedded")
def test_each_role_of_the_team_gets_an_account_that_works() -> None:
    said = run()

    for account in DEMO_ACCOUNTS:
        person = User.objects.get(username=account.username)
        assert person.role == account.role
        assert person.check_password(account.password)
        assert person.is_superuser == (account.role == Role.ADMIN)
        assert f"{account.username:<10} password: {account.password}" in said


@pytest.mark.usefixtures("embedded")
def test_a_second_time_nobody_is_added_and_changed_passwords_stay() -> None:
    run()
    editor = User.objects.get(username="editor")
    editor.set_password("mine alone")
    editor.save()

    run()

    editor.refresh_from_db()
    assert editor.check_password("mine alone")
    assert User.objects.count() == len(DEMO_ACCOUNTS)


def test_a_real_server_gets_none_and_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")

    said = run()

    assert said.startswith("No demonstration accounts were made: DATABASE_URL names a real server")
    assert User.objects.count() == 0


def test_nobody_can_log_in_as_the_one_who_loads_the_corpus() -> None:
    person = corpus_person()

    assert not person.has_usable_password()
    assert (person.role, person.display_name) == (Role.EDITOR, "Variorum demonstration team")
    assert corpus_person() == person
