"""Joining by a link: made by an admin, good once, for a while, with a role."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from apps.accounts.inviting import invite, withdraw
from apps.accounts.models import Invitation, Role, User
from apps.accounts.past import past_of
from apps.domain.refusals import Refusal
from tests.importing import text_of
from tests.world import World

ADD = "/accounts/team/invitations/add/"
PASSWORD = "seven quiet herons"
JOINING = {"username": "irina", "name": "Irina V", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


@pytest.fixture
def link(world: World) -> str:
    """A link for an editor."""
    _, word = invite(role=Role.EDITOR, days=7, email="", by=world.admin)
    return f"/accounts/join/{word}/"


def test_an_admin_makes_a_link_and_its_guest_joins_with_the_role(admin: Client) -> None:
    made = admin.post(ADD, {"role": "editor", "days": "7", "email": ""})
    [path] = re.findall(r"http://testserver(/accounts/join/[^/]+/)", made.content.decode())
    guest = Client()
    asked = guest.get(path)

    entered = guest.post(f"{path}enter/", JOINING)

    irina = User.objects.get(username="irina")
    assert "invites you as editor" in text_of(asked)
    assert (irina.role, irina.display_name) == (Role.EDITOR, "Irina V")
    assert entered.headers["Location"] == "/accounts/me/"
    assert guest.get("/my-work/").status_code == 200
    assert past_of(irina)[0].why == f"joined by invitation {irina.invitation.pk}"


def test_the_link_is_shown_once_and_only_a_digest_is_kept(admin: Client) -> None:
    made = admin.post(ADD, {"role": "annotator", "days": "1", "email": ""}).content.decode()
    [word] = re.findall(r"/accounts/join/([^/]+)/", made)

    assert word not in admin.get("/accounts/team/").content.decode()
    assert Invitation.objects.filter(secret=word).count() == 0


def test_a_link_works_once(client: Client, link: str) -> None:
    client.post(f"{link}enter/", JOINING)

    again = Client().post(f"{link}enter/", {**JOINING, "username": "second"})

    assert again.status_code == 404
    assert not User.objects.filter(username="second").exists()


def test_a_link_that_is_too_old_or_withdrawn_lets_nobody_in(
    client: Client, world: World, link: str
) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    other, word = invite(role=Role.READER, days=1, email="", by=world.admin)
    withdraw(invitation=other, by=world.admin)

    for path in (link, f"/accounts/join/{word}/", "/accounts/join/made-up/"):
        assert client.get(path).status_code == 404
        assert client.post(f"{path}enter/", JOINING).status_code == 404
    assert not User.objects.filter(username="irina").exists()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"username": "ANNOTATOR"}, "A user with that username already exists."),
        ({"username": "no spaces"}, "Enter a valid username."),
        ({"password2": "other herons here"}, "The two password fields didn’t match."),
        ({"password1": "short one", "password2": "short one"}, "This password is too short."),
        ({"password1": "123456789012", "password2": "123456789012"}, "entirely numeric"),
    ],
)
def test_nonsense_makes_no_account_and_leaves_the_link_good(
    client: Client, link: str, changed: dict[str, str], says: str
) -> None:
    answer = client.post(f"{link}enter/", {**JOINING, **changed})

    assert answer.status_code == 422
    assert says in text_of(answer)
    assert client.get(link).status_code == 200


def test_the_link_is_sent_by_mail_if_an_address_is_given(
    admin: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(ADD, {"role": "annotator", "days": "3", "email": "irina@example.org"})

    [letter] = mail.outbox
    [path] = re.findall(r"http://testserver(/\S+)", str(letter.body))
    Client().post(f"{path}enter/", JOINING)
    assert letter.to == ["irina@example.org"]
    assert User.objects.get(username="irina").email == "irina@example.org"


@pytest.mark.parametrize(
    "sent",
    [
        {"role": "emperor", "days": "7"},
        {"role": "editor", "days": "0"},
        {"role": "editor", "days": "9" * 20},
        {"role": "editor", "days": "soon"},
        {"role": "editor", "days": "7", "email": "nobody"},
    ],
)
def test_nonsense_invites_nobody(admin: Client, sent: dict[str, str]) -> None:
    assert admin.post(ADD, sent).status_code == 422
    assert Invitation.objects.count() == 0


def test_a_link_is_withdrawn_but_not_after_it_was_used(
    admin: Client, world: World, link: str
) -> None:
    invitation = Invitation.objects.get()
    Client().post(f"{link}enter/", JOINING)

    with pytest.raises(Refusal, match=r"Close their account instead\."):
        withdraw(invitation=invitation, by=world.admin)
    open_one, _ = invite(role=Role.READER, days=1, email="", by=world.admin)
    answer = admin.post(f"/accounts/team/invitations/{open_one.pk}/withdraw/")

    assert answer.status_code == 302
    assert Invitation.objects.open().count() == 0
    assert admin.post("/accounts/team/invitations/98765/withdraw/").status_code == 404
