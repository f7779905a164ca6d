"""Logging in by OpenID Connect: who is let in, as whom, and who is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from apps.accounts.actions import keep_profile, let_in
from apps.accounts.inviting import invite
from apps.accounts.models import Identity, Role, User
from project.env import Provider
from tests.accounts.provider import CLIENT, SECRET, TestProvider, provider
from tests.world import World

pytestmark = pytest.mark.django_db
BEGIN, BACK = "/accounts/provider/", "/accounts/provider/back/"
ADDRESS = "anna@example.org"


@pytest.fixture(scope="module")
def running() -> Iterator[TestProvider]:
    with provider() as here:
        yield here


@pytest.fixture
def vouches(running: TestProvider, settings: Settings, world: World) -> TestProvider:
    settings.SIGN_IN = Provider(running.issuer, CLIENT, SECRET, "orcid.org")
    keep_profile(name="Anna Nowak", email=ADDRESS, orcid="", by=world.annotator)
    return running


def comes_back(client: Client, vouches: TestProvider, query: str = "", **claims: Any) -> Any:
    """Go there, say yes, and come back with what the provider says."""
    sent_on = client.get(f"{BEGIN}{query}")
    back = vouches.grants(sent_on["Location"], **{"sub": "0000-1", **claims})
    return client.get(BACK, back)


def who(client: Client) -> str:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else ""


def says(answer: Any) -> str:
    return str(answer.content.decode())


def test_without_a_provider_there_is_no_such_door(client: Client) -> None:
    assert [client.get(path).status_code for path in (BEGIN, BACK)] == [404, 404]
    assert "Log in with" not in says(client.get("/accounts/log-in/"))


def test_the_page_offers_it(client: Client, vouches: TestProvider) -> None:
    assert "Log in with orcid.org" in says(client.get("/accounts/log-in/"))


def test_a_verified_address_finds_its_account_and_links_it(
    client: Client, vouches: TestProvider, world: World
) -> None:
    answer = comes_back(client, vouches, email=ADDRESS.upper(), email_verified=True)

    assert (answer.status_code, who(client)) == (302, "annotator")
    linked = Identity.objects.get()
    assert (linked.person, linked.subject) == (world.annotator, "0000-1")
    assert linked.person.role == Role.ANNOTATOR
    again = Client()
    comes_back(again, vouches)
    assert who(again) == "annotator"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": ADDRESS, "email_verified": False},
        {"email": ADDRESS},
        {"email": ADDRESS, "email_verified": "true"},
        {"email": "somebody@example.org", "email_verified": True},
        {},
    ],
)
def test_nobody_gets_in_by_what_is_not_proved(
    client: Client, vouches: TestProvider, claims: dict[str, Any]
) -> None:
    answer = comes_back(client, vouches, **claims)

    assert (answer.status_code, who(client)) == (422, "")
    assert "Nobody here is known by this identity." in says(answer)
    assert not Identity.objects.exists()


def test_an_address_that_two_have_finds_neither(
    client: Client, vouches: TestProvider, world: World
) -> None:
    keep_profile(name="Eda", email=ADDRESS, orcid="", by=world.editor)

    comes_back(client, vouches, email=ADDRESS, email_verified=True)

    assert who(client) == ""


def test_an_invitation_makes_an_account_with_its_role(
    client: Client, vouches: TestProvider, world: World
) -> None:
    _, word = invite(role=Role.EDITOR, days=7, email="", by=world.admin)
    assert f"{BEGIN}?join={word}" in says(client.get(f"/accounts/join/{word}/"))

    comes_back(client, vouches, f"?join={word}", name="Irina Volkova")

    irina = User.objects.get(username=who(client))
    assert (irina.username, irina.role) == ("irina-volkova", Role.EDITOR)
    assert not irina.has_usable_password()
    assert comes_back(Client(), vouches, f"?join={word}", sub="0000-2").status_code == 422


def test_who_is_logged_in_links_their_own(
    client: Client, vouches: TestProvider, world: World
) -> None:
    client.force_login(world.editor)

    comes_back(client, vouches, email=ADDRESS, email_verified=True)

    assert Identity.objects.get().person == world.editor
    assert "Your account is linked." in says(client.get("/accounts/me/"))
    other = Client()
    other.force_login(world.annotator)
    answer = comes_back(other, vouches)
    assert "That identity belongs to another account." in says(answer)


def test_who_is_kept_out_stays_out(client: Client, vouches: TestProvider, world: World) -> None:
    comes_back(client, vouches, email=ADDRESS, email_verified=True)
    let_in(person=world.annotator, is_active=False, by=world.admin, reason="has left the project")
    later = Client()

    answer = comes_back(later, vouches, email=ADDRESS, email_verified=True)

    assert (who(later), who(client)) == ("", "")
    assert "This account is closed." in says(answer)


@pytest.mark.parametrize("wrong", ["nonce", "aud", "exp", "iss"])
def test_what_is_signed_for_another_visit_or_site_counts_for_nothing(
    client: Client, vouches: TestProvider, wrong: str
) -> None:
    lie: dict[str, Any] = {wrong: 1 if wrong == "exp" else "another"}

    answer = comes_back(client, vouches, email=ADDRESS, email_verified=True, **lie)

    assert (answer.status_code, who(client)) == (422, "")
    assert "orcid.org did not say who you are." in says(answer)


def test_nobody_comes_back_who_was_not_sent_on(client: Client, vouches: TestProvider) -> None:
    elsewhere = Client().get(BEGIN)
    back = vouches.grants(elsewhere["Location"], sub="0000-1", email=ADDRESS, email_verified=True)

    answers = [client.get(BACK, asked) for asked in (back, {}, {"error": "access_denied"})]

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert who(client) == ""
    assert client.post(BACK).status_code == 405
