"""The admin's page of the team: roles, accounts that are closed and opened, and who may not."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from apps.accounts.actions import add_person
from apps.accounts.inviting import invite
from apps.accounts.models import Role, Session, User
from apps.accounts.past import past_of
from tests.importing import text_of
from tests.world import World

TEAM = "/accounts/team/"


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


def acts(world: World) -> dict[str, dict[str, str]]:
    """All that can be done there, and what is sent."""
    invitation, _ = invite(role=Role.READER, days=1, email="", by=world.admin)
    person = f"{TEAM}{world.annotator.pk}/"
    return {
        f"{TEAM}invitations/add/": {"role": "editor", "days": "7"},
        f"{TEAM}invitations/{invitation.pk}/withdraw/": {},
        f"{person}role/": {"role": "editor", "reason": "as agreed"},
        f"{person}close/": {"reason": "as agreed"},
        f"{person}reopen/": {"reason": "as agreed"},
    }


def test_a_person_gets_another_role_with_a_reason(admin: Client, world: World) -> None:
    answer = admin.post(
        f"{TEAM}{world.annotator.pk}/role/", {"role": "editor", "reason": "knows the field"}
    )

    annotator = User.objects.get(pk=world.annotator.pk)
    assert answer.status_code == 302
    assert (annotator.role, past_of(annotator)[0].why) == ("editor", "knows the field")


def test_who_is_kept_out_is_signed_out_everywhere_and_comes_back(
    admin: Client, world: World
) -> None:
    theirs = Client()
    theirs.force_login(world.annotator)

    admin.post(f"{TEAM}{world.annotator.pk}/close/", {"reason": "the project ended"})
    closed = text_of(admin.get(TEAM))
    out = theirs.get("/my-work/").status_code
    admin.post(f"{TEAM}{world.annotator.pk}/reopen/", {"reason": "it goes on"})

    assert (out, Session.objects.filter(person=world.annotator).count()) == (302, 0)
    assert "No account is closed." not in closed
    assert User.objects.get(pk=world.annotator.pk).is_active


def test_the_last_admin_keeps_the_keys(admin: Client, world: World) -> None:
    mine = f"{TEAM}{world.admin.pk}/"

    for act in ("close/", "role/"):
        answer = admin.post(mine + act, {"role": "reader", "reason": "enough"})
        assert answer.status_code == 422
        assert "You cannot take your own keys away." in text_of(answer)
    assert User.objects.get(pk=world.admin.pk).is_active


@pytest.mark.parametrize(
    ("act", "sent"),
    [
        ("role", {"role": "emperor", "reason": "why not"}),
        ("role", {"role": "editor"}),
        ("close", {}),
        ("close", {"reason": "x" * 301}),
        ("reopen", {"reason": ""}),
    ],
)
def test_nonsense_changes_nobody(
    admin: Client, world: World, act: str, sent: dict[str, str]
) -> None:
    assert admin.post(f"{TEAM}{world.annotator.pk}/{act}/", sent).status_code == 422
    annotator = User.objects.get(pk=world.annotator.pk)
    assert (annotator.role, annotator.is_active) == ("annotator", True)


def test_the_team_is_for_admins_alone(client: Client, world: World) -> None:
    addresses = acts(world)

    anonymous = [client.get(TEAM).status_code]
    anonymous += [client.post(path, sent).status_code for path, sent in addresses.items()]
    client.force_login(world.editor)
    editor = [client.get(TEAM).status_code]
    editor += [client.post(path, sent).status_code for path, sent in addresses.items()]

    assert set(anonymous) == {302}
    assert set(editor) == {403}


def test_looking_changes_nothing_and_writing_needs_a_post(admin: Client, world: World) -> None:
    assert {admin.get(path).status_code for path in acts(world)} == {405}
    assert admin.post(TEAM).status_code == 405


@pytest.mark.parametrize("act", ["role", "close", "reopen"])
def test_an_unknown_person_is_404(admin: Client, act: str) -> None:
    sent = {"role": "editor", "reason": "as agreed"}
    assert admin.post(f"{TEAM}987654/{act}/", sent).status_code == 404


def test_a_large_team_costs_no_more_queries(
    admin: Client, world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        add_person(username=f"p{number}", role=Role.READER, password=None, by=world.admin)
        invite(role=Role.READER, days=1, email="", by=world.admin)

    with django_assert_num_queries(5):  # session, person, people, closed, invitations
        assert admin.get(TEAM).status_code == 200
