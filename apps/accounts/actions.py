"""What happens to people: they join, their role changes, they leave and come back."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from apps.accounts.history import because
from apps.accounts.models import Role, User
from apps.accounts.sessions import sign_out_elsewhere
from apps.domain.refusals import Refusal, quoted


@transaction.atomic
def add_person(
    *,
    username: str,
    role: Role,
    password: str | None,
    by: User | None,
    name: str = "",
    email: str = "",
    reason: str = "joined the team",
) -> User:
    """Give a person an account; `by` is None only for the first people of a new installation.

    Without a password nobody can log in with it.
    """
    person = User(username=username, email=email)
    _call(person, name)
    _hold(person, role)
    person.set_password(password)
    with because(by, reason):
        _refuse_what_does_not_fit(person)
        person.save()
    return person


@transaction.atomic
def rename_person(*, person: User, name: str, email: str, by: User, reason: str) -> User:
    """Change the name that is shown beside a person's work, and the address."""
    stored = User.objects.select_for_update().get(pk=person.pk)
    _call(stored, name)
    stored.email = email
    with because(by, reason):
        _refuse_what_does_not_fit(stored)
        stored.save(update_fields=["first_name", "last_name", "email"])
    return stored


@transaction.atomic
def keep_profile(*, name: str, email: str, orcid: str, by: User) -> User:
    """Say how one's own name stands beside one's work, and where one can be reached."""
    stored = User.objects.select_for_update().get(pk=by.pk)
    _call(stored, name)
    stored.email, stored.orcid = email, orcid
    with because(by, "changed their own profile"):
        _refuse_what_does_not_fit(stored)
        stored.save(update_fields=["first_name", "last_name", "email", "orcid"])
    return stored


@transaction.atomic
def change_role(*, person: User, role: Role, by: User, reason: str) -> User:
    """Give a person another role; only admins get into the admin pages."""
    stored = _one_of_several_admins(person, by, stays=role == Role.ADMIN)
    _hold(stored, role)
    with because(by, reason):
        _refuse_what_does_not_fit(stored)
        stored.save(update_fields=["role", "is_staff", "is_superuser"])
    return stored


@transaction.atomic
def let_in(*, person: User, is_active: bool, by: User, reason: str) -> User:
    """Let a person log in again, or no longer: then their sessions end. Their work stays theirs."""
    stored = _one_of_several_admins(person, by, stays=is_active)
    stored.is_active = is_active
    with because(by, reason):
        stored.save(update_fields=["is_active"])
    if not is_active:
        sign_out_elsewhere(person=stored, but=None)
    return stored


@transaction.atomic
def leave(*, by: User) -> User:
    """Close one's own account: nobody logs in with it, one's name stays on one's work.

    The address is forgotten, for nobody writes to somebody who left.
    """
    stored = _one_of_several_admins(by, by, stays=False)
    stored.is_active, stored.email = False, ""
    stored.set_unusable_password()
    with because(by, "left the team"):
        stored.save(update_fields=["is_active", "email", "password"])
    sign_out_elsewhere(person=stored, but=None)
    return stored


def _call(person: User, name: str) -> None:
    person.first_name, _, person.last_name = name.strip().partition(" ")


def _hold(person: User, role: Role) -> None:
    """Django's own marks follow the role; nothing else sets them."""
    person.role = role
    person.is_staff = person.is_superuser = role == Role.ADMIN


def _one_of_several_admins(person: User, by: User, *, stays: bool) -> User:
    """The person, locked together with all admins; the last admin who can log in stays one."""
    admins = User.objects.select_for_update().filter(role=Role.ADMIN, is_active=True)
    keys = {admin.pk for admin in admins}
    stored = User.objects.select_for_update().get(pk=person.pk)
    if stays or stored.pk not in keys:
        return stored
    if stored.pk == by.pk:
        raise Refusal("You cannot take your own keys away.", remedy="Ask another admin to do it.")
    if keys == {stored.pk}:
        raise Refusal(
            f"{stored.display_name} is the last admin.", remedy="Make somebody else an admin first."
        )
    return stored


def _refuse_what_does_not_fit(person: User) -> None:
    try:
        person.full_clean(exclude=["password"])
    except ValidationError as error:
        wrong = "; ".join(
            f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
        )
        raise Refusal(
            f"The account {quoted(person.username)} does not fit. {wrong}",
            remedy="Correct these fields and try again.",
        ) from error
