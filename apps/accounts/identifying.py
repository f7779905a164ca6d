"""Who somebody is here whom a provider of identities vouches for; it never gives a role by itself.

An account is found by the identity that was linked with it, by an address that the provider has
verified, or made by an invitation. Whoever is logged in links their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from apps.accounts.history import because
from apps.accounts.inviting import join
from apps.accounts.models import Identity, User
from apps.domain.free_names import free_names
from apps.domain.refusals import Refusal


@dataclass(frozen=True)
class Told:
    """What a provider says of somebody; the address only if it has verified it."""

    issuer: str
    subject: str
    name: str = ""
    email: str = ""


@transaction.atomic
def identified(*, told: Told, by: User | None = None, word: str = "") -> User:
    """The person whose account this is; `word` is that of an invitation that is being used."""
    known = Identity.objects.select_related("person").filter(
        issuer=told.issuer, subject=told.subject
    )
    identity = known.select_for_update(of=("self",)).first()
    if identity is None:
        return _link(told, by or _joined(told, word) or _at_address(told.email))
    if by is not None and identity.person != by:
        raise Refusal("That identity belongs to another account.", remedy="Log in with that one.")
    if not identity.person.is_active:
        raise Refusal("This account is closed.", remedy="Ask an admin to let you in again.")
    return identity.person


def _link(told: Told, person: User | None) -> User:
    if person is None:
        raise Refusal(
            "Nobody here is known by this identity.",
            remedy="Log in with your password and link it on your account page, or ask an admin "
            "for an invitation.",
        )
    with because(person, f"linked an identity of {told.issuer}"):
        Identity.objects.create(person=person, issuer=told.issuer, subject=told.subject)
    return person


def _joined(told: Told, word: str) -> User | None:
    """A new account, with the role that the invitation gives."""
    if not word:
        return None
    return join(word=word, username=_free_name(told), name=told.name, password=None)


def _at_address(email: str) -> User | None:
    """The one who can log in and has this address, if only one has."""
    found = list(User.objects.filter(email__iexact=email, is_active=True)[:2]) if email else []
    return found[0] if len(found) == 1 else None


def _free_name(told: Told) -> str:
    """From the name or the address, with a number where somebody has it."""
    base = slugify(told.name) or slugify(told.email.partition("@")[0]) or "member"
    taken = set(User.objects.filter(username__startswith=base).values_list("username", flat=True))
    return free_names([base], taken)[0]
