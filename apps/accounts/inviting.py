"""How people join: an admin makes a link, and whoever opens it first gets an account."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from hashlib import sha256
from secrets import token_urlsafe

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from apps.accounts.actions import add_person
from apps.accounts.history import because
from apps.accounts.models import Invitation, Role, User
from apps.domain.refusals import Refusal

LONGEST = 90  # days
FROM_THE_SITE = None  # Django takes the sender from its settings


@transaction.atomic
def invite(*, role: Role, days: int, email: str, by: User) -> tuple[Invitation, str]:
    """Let somebody join with this role; the word of their link is told once and not kept."""
    if not 1 <= days <= LONGEST:
        raise Refusal(
            f"A link is good for 1 to {LONGEST} days, not {days}.", remedy="Choose fewer."
        )
    word = token_urlsafe(32)
    with because(by, f"invited {email or 'somebody'} as {role.label}"):
        invitation = Invitation.objects.create(
            secret=_digest(word),
            role=role,
            email=email,
            invited_by=by,
            expires_at=timezone.now() + timedelta(days=days),
        )
    return invitation, word


def send_invitation(*, invitation: Invitation, address: str) -> None:
    """Send the link when all is stored; a mail server that is away undoes no invitation."""
    body = (
        f"{invitation.invited_by.display_name} invites you to Variorum as "
        f"{invitation.get_role_display()}.\n\n{address}\n\n"
        f"The link works once, until {invitation.expires_at:%d %B %Y}."
    )
    letter = partial(
        send_mail,
        "An invitation to Variorum",
        body,
        FROM_THE_SITE,
        [invitation.email],
        fail_silently=True,
    )
    transaction.on_commit(letter)


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User) -> Invitation:
    """Let nobody join by this link."""
    stored = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if stored.joined_as_id is not None:
        raise Refusal("Somebody joined by this link.", remedy="Close their account instead.")
    with because(by, "withdrew an invitation"):
        stored.withdrawn_at = timezone.now()
        stored.save(update_fields=["withdrawn_at"])
    return stored


@transaction.atomic
def join(*, word: str, username: str, name: str, password: str | None) -> User:
    """Use a link: an account with the role that it gives."""
    invitation = Invitation.objects.select_for_update().open().filter(secret=_digest(word)).first()
    if invitation is None:
        raise Refusal("This link is no longer good.", remedy="Ask an admin for a new one.")
    with because(invitation.invited_by, f"joined by invitation {invitation.pk}"):
        person = add_person(
            username=username,
            role=Role(invitation.role),
            password=password,
            name=name,
            email=invitation.email,
            by=invitation.invited_by,
        )
        invitation.joined_as = person
        invitation.save(update_fields=["joined_as"])
    return person


def invitation_of(word: str) -> Invitation | None:
    """The invitation behind a link, if somebody can still join by it."""
    return Invitation.objects.open().filter(secret=_digest(word)).first()


def _digest(word: str) -> str:
    return sha256(word.encode()).hexdigest()
