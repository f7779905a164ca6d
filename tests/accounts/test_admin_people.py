"""People on the admin pages: added, renamed, given roles, kept out, never deleted."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from apps.accounts import actions
from apps.accounts.models import Role, User
from apps.accounts.past import past_of
from apps.domain.refusals import Refusal
from tests.importing import text_of
from tests.world import World

PASSWORD = "seven quiet herons"


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def admin(client: Client, world: World) -> Client:
    client.force_login(world.admin)
    return client


def new_person(**changed: str) -> dict[str, str]:
    return {
        "username": "irina",
        "name": "Irina Petrova Volkova",
        "role": "annotator",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "reason": "new in the project",
        **changed,
    }


def said_of(person: User, **changed: Any) -> dict[str, Any]:
    fields = {
        "name": person.get_full_name(),
        "email": person.email,
        "role": person.role,
        "is_active": "on",
        "reason": "as agreed on Monday",
        **changed,
    }
    return {name: value for name, value in fields.items() if value is not None}


def test_a_person_is_added_with_a_password_that_works(admin: Client, world: World) -> None:
    response = admin.post("/admin/accounts/user/add/", new_person())

    irina = User.objects.get(username="irina")
    assert response.headers["Location"] == f"/admin/accounts/user/{irina.pk}/change/"
    assert (irina.display_name, irina.role) == ("Irina Petrova Volkova", Role.ANNOTATOR)
    assert irina.check_password(PASSWORD)
    assert not irina.is_staff
    [line] = past_of(irina)
    assert (line.who, line.why) == (world.admin.display_name, "new in the project")


def test_an_account_can_do_without_a_password(admin: Client) -> None:
    admin.post(
        "/admin/accounts/user/add/",
        new_person(usable_password="false", password1="", password2=""),
    )

    assert not User.objects.get(username="irina").has_usable_password()


NONSENSE: list[tuple[dict[str, Any], str]] = [
    ({"username": "no spaces"}, "Enter a valid username."),
    ({"role": "emperor"}, "Select a valid choice. emperor is not one of the available"),
    ({"password2": "seven loud herons"}, "The two password fields didn’t match."),
    ({"password1": "12345678", "password2": "12345678"}, "This password is too common."),
    ({"reason": ""}, "This field is required."),
    ({"username": "EDITOR"}, "A user with that username already exists."),
]


def test_nonsense_about_a_person_adds_nobody(admin: Client, world: World) -> None:
    User.objects.filter(pk=world.editor.pk).update(username="editor")
    before = User.objects.count()

    for changed, says in NONSENSE:
        response = admin.post("/admin/accounts/user/add/", new_person(**changed))

        assert response.status_code == 422, changed
        assert says in text_of(response), changed
    assert User.objects.count() == before


def test_staff_and_superuser_follow_the_role(admin: Client, world: World) -> None:
    page = f"/admin/accounts/user/{world.editor.pk}/change/"

    admin.post(page, said_of(world.editor, role="admin"))
    promoted = User.objects.get(pk=world.editor.pk)
    admin.post(page, said_of(world.editor, role="reader"))
    demoted = User.objects.get(pk=world.editor.pk)

    assert (promoted.role, promoted.is_staff, promoted.is_superuser) == ("admin", True, True)
    assert (demoted.role, demoted.is_staff, demoted.is_superuser) == ("reader", False, False)
    assert past_of(demoted)[0].why == "as agreed on Monday"


def test_the_marks_of_django_cannot_be_typed(admin: Client, world: World) -> None:
    page = f"/admin/accounts/user/{world.editor.pk}/change/"

    admin.post(page, said_of(world.editor, is_staff="on", is_superuser="on"))

    editor = User.objects.get(pk=world.editor.pk)
    assert (editor.is_staff, editor.is_superuser) == (False, False)


def test_a_person_is_renamed_and_kept_out(admin: Client, world: World) -> None:
    page = f"/admin/accounts/user/{world.annotator.pk}/change/"

    response = admin.post(page, said_of(world.annotator, name="Anna Nowak", is_active=None))

    anna = User.objects.get(pk=world.annotator.pk)
    assert response.status_code == 302
    assert (anna.display_name, anna.is_active) == ("Anna Nowak", False)


def test_who_is_kept_out_is_logged_out(admin: Client, world: World) -> None:
    elsewhere = Client()
    elsewhere.force_login(world.annotator)

    admin.post(
        f"/admin/accounts/user/{world.annotator.pk}/change/",
        said_of(world.annotator, is_active=None),
    )

    assert not world.annotator.sessions.exists()
    assert elsewhere.get("/accounts/me/").status_code == 302


@pytest.mark.parametrize("changed", [{"role": "editor"}, {"is_active": None}])
def test_nobody_takes_their_own_keys_away(
    admin: Client, world: World, changed: dict[str, Any]
) -> None:
    page = f"/admin/accounts/user/{world.admin.pk}/change/"

    response = admin.post(page, said_of(world.admin, name="Somebody Else", **changed))

    assert response.status_code == 422
    assert "You cannot take your own keys away. Ask another admin to do it." in text_of(response)
    stored = User.objects.get(pk=world.admin.pk)
    assert (stored.role, stored.is_active) == (Role.ADMIN, True)
    assert stored.display_name != "Somebody Else"


def test_the_last_admin_stays_one(world: World) -> None:
    with pytest.raises(Refusal, match=r"is the last admin\. Make somebody else an admin first\."):
        actions.change_role(
            person=world.admin, role=Role.READER, by=world.editor, reason="not by an admin page"
        )


def test_a_new_password_comes_by_its_own_page(admin: Client, world: World) -> None:
    page = f"/admin/accounts/user/{world.reader.pk}/password/"
    form = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}

    response = admin.post(page, {**form, "set-password": "on"})

    assert response.headers["Location"] == f"/admin/accounts/user/{world.reader.pk}/change/"
    assert User.objects.get(pk=world.reader.pk).check_password(PASSWORD)


def test_people_are_never_deleted(admin: Client, world: World) -> None:
    assert admin.post(f"/admin/accounts/user/{world.reader.pk}/delete/").status_code == 403
    response = admin.post(
        "/admin/accounts/user/",
        {"action": "delete_selected", "_selected_action": [world.reader.pk], "post": "yes"},
    )

    assert response.status_code in (200, 302)
    assert User.objects.filter(pk=world.reader.pk).exists()


@pytest.mark.parametrize("page", ["change", "history", "password"])
def test_an_unknown_person_is_not_found(admin: Client, page: str) -> None:
    assert admin.get(f"/admin/accounts/user/987654/{page}/").status_code == 404
    assert admin.get(f"/admin/accounts/user/nonsense/{page}/").status_code == 404
