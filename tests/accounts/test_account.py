"""One's own account: profile, sessions, password, leaving; and the pause for who guesses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from apps.accounts.actions import add_person
from apps.accounts.models import Attempt, Role, Session, User
from apps.accounts.sessions import browser_named
from apps.claims.models import Claim
from tests.importing import text_of
from tests.tiny import an_editor
from tests.world import World

pytestmark = pytest.mark.django_db
LOG_IN = "/accounts/log-in/"
ACCOUNT = "/accounts/me/"
RIGHT = {"username": "flavia", "password": "black elephant"}
WRONG = {**RIGHT, "password": "white mouse"}
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
WRITES = ("profile", "sign-out", "leave")


def a_browser(**logged_in: str) -> Client:
    browser = Client(headers={"User-Agent": FIREFOX})
    assert browser.post(LOG_IN, logged_in or RIGHT).status_code == 302
    return browser


# --- profile ---


def test_a_person_keeps_name_address_and_orcid(client: Client) -> None:
    client.force_login(an_editor())
    said = {"name": "Flavia Rossi", "email": "f@example.org", "orcid": "0000-0002-1825-0097"}

    answer = client.post(f"{ACCOUNT}profile/", said)

    flavia = User.objects.get(username="flavia")
    assert answer.headers["Location"] == ACCOUNT
    assert (flavia.display_name, flavia.email, flavia.orcid) == tuple(said.values())


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"orcid": "0000-0002-1825-0098"}, "has a wrong digit"),
        ({"orcid": "12"}, "is no ORCID iD"),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"name": "x" * 301}, "at most 300 characters"),
    ],
)
def test_nonsense_keeps_the_profile_as_it_was(
    client: Client, changed: dict[str, str], says: str
) -> None:
    client.force_login(an_editor())

    answer = client.post(f"{ACCOUNT}profile/", {"name": "F", "email": "", "orcid": "", **changed})

    flavia = User.objects.get(username="flavia")
    assert answer.status_code == 422
    assert says in text_of(answer)
    assert (flavia.orcid, flavia.email) == ("", "")


# --- sessions ---


def test_one_sees_where_one_is_logged_in_and_signs_out_elsewhere() -> None:
    flavia = an_editor()
    here, there = a_browser(), a_browser()
    page = text_of(here.get(ACCOUNT))

    answer = here.post(f"{ACCOUNT}sign-out/")

    assert page.count("Firefox on Linux") == 2
    assert page.count("(this one)") == 1
    assert answer.status_code == 302
    assert here.get(ACCOUNT).status_code == 200
    assert there.get(ACCOUNT).status_code == 302
    assert Session.objects.of(flavia).count() == 1


def test_nobody_elses_sessions_end_or_are_shown(client: Client) -> None:
    add_person(username="other", role=Role.READER, password="a grey old goose", by=None)
    an_editor()
    other = a_browser(username="other", password="a grey old goose")
    here = a_browser()

    here.post(f"{ACCOUNT}sign-out/")

    assert other.get(ACCOUNT).status_code == 200
    assert text_of(here.get(ACCOUNT)).count("Firefox on Linux") == 1


def test_a_new_password_signs_out_elsewhere() -> None:
    an_editor()
    here, there = a_browser(), a_browser()
    new = "a wholly new phrase"

    answer = here.post(
        f"{ACCOUNT}password/",
        {"old_password": RIGHT["password"], "new_password1": new, "new_password2": new},
    )

    assert answer.headers["Location"] == ACCOUNT
    assert here.get(ACCOUNT).status_code == 200
    assert there.get(ACCOUNT).status_code == 302
    a_browser(username="flavia", password=new)


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        (FIREFOX, "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/150 Safari/537.36 Edg/150", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU like Mac OS X) Version/18 Safari/604", "Safari on iPhone"),
        ("curl/8", "A browser"),
    ],
)
def test_browsers_are_named_in_a_few_words(agent: str, named: str) -> None:
    assert browser_named(agent) == named


# --- leaving ---


def test_who_leaves_is_out_everywhere_and_their_name_stays_on_their_work(world: World) -> None:
    claim = world.claim("100")
    here, there = Client(), Client()
    for browser in (here, there):
        browser.force_login(world.annotator)

    answer = here.post(f"{ACCOUNT}leave/", {"username": "annotator"})

    left = User.objects.get(pk=world.annotator.pk)
    assert answer.headers["Location"] == "/"
    assert [browser.get(ACCOUNT).status_code for browser in (here, there)] == [302, 302]
    assert (left.is_active, left.has_usable_password(), left.email) == (False, False, "")
    assert Claim.objects.get(pk=claim.pk).entered_by == left
    assert left.display_name == "Annotator"


def test_nobody_leaves_by_mistake_nor_does_the_last_admin(client: Client, world: World) -> None:
    client.force_login(world.admin)

    mistyped = client.post(f"{ACCOUNT}leave/", {"username": "adm"})
    last = client.post(f"{ACCOUNT}leave/", {"username": "admin"})

    assert "Your user name was not typed" in text_of(mistyped)
    assert "You cannot take your own keys away." in text_of(last)
    assert (mistyped.status_code, last.status_code) == (422, 422)
    assert User.objects.get(pk=world.admin.pk).is_active


# --- who may ---


def test_an_account_is_for_who_has_one(client: Client) -> None:
    answers = [client.get(ACCOUNT), client.get(f"{ACCOUNT}password/")]
    answers += [client.post(f"{ACCOUNT}{name}/") for name in WRITES]

    assert {answer.status_code for answer in answers} == {302}
    assert all(answer.headers["Location"].startswith(LOG_IN) for answer in answers)


def test_looking_writes_nothing(client: Client) -> None:
    client.force_login(an_editor())

    assert {client.get(f"{ACCOUNT}{name}/").status_code for name in WRITES} == {405}
    assert client.post(ACCOUNT).status_code == 405


# --- guessing ---


def test_who_guesses_waits_even_with_the_right_password(client: Client) -> None:
    an_editor()
    for _ in range(5):
        assert client.post(LOG_IN, WRONG).status_code == 200

    answer = client.post(LOG_IN, RIGHT)

    assert answer.status_code == 429
    assert "Too many attempts to log in have failed. Wait 15 minutes" in text_of(answer)
    assert client.get(ACCOUNT).status_code == 302


def test_the_one_who_is_guessed_at_logs_in_from_elsewhere_and_after_the_pause(
    client: Client,
) -> None:
    an_editor()
    for _ in range(6):
        client.post(LOG_IN, WRONG)

    elsewhere = Client(REMOTE_ADDR="192.0.2.7").post(LOG_IN, RIGHT)
    Attempt.objects.update(at=timezone.now() - timedelta(minutes=15))
    later = client.post(LOG_IN, RIGHT)

    assert (elsewhere.status_code, later.status_code) == (302, 302)
    assert Attempt.objects.count() == 0


def test_an_address_that_tries_many_names_waits(client: Client) -> None:
    an_editor()
    for number in range(40):
        client.post(LOG_IN, {"username": f"name{number}", "password": "x"})

    assert client.post(LOG_IN, RIGHT).status_code == 429


def test_what_was_typed_is_not_kept(client: Client) -> None:
    client.post(LOG_IN, {"username": "my password by mistake", "password": "x"})

    attempt = Attempt.objects.get()
    assert "password" not in attempt.who
    assert "127" not in attempt.where
