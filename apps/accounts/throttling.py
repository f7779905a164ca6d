"""Slows down whoever guesses passwords, without locking out the one whose password it is."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from apps.accounts.models import Attempt
from apps.domain.refusals import Refusal

PAUSE = timedelta(minutes=15)
# How many may fail within the pause: one name from one address, one address, one name.
MOST_OF_A_NAME_HERE = 5
MOST_HERE = 40
MOST_OF_A_NAME = 100


def attempt_begins(*, name: str, address: str) -> Attempt:
    """Count an attempt before its password is looked at, so that many at once count as many."""
    since = timezone.now() - PAUSE
    Attempt.objects.until(since).delete()
    begun = Attempt.objects.create(who=_digest(name.casefold()), where=_digest(address))
    named = Attempt.objects.since(since).filter(who=begun.who)
    counts = (
        (named.filter(where=begun.where).count(), MOST_OF_A_NAME_HERE),
        (Attempt.objects.since(since).filter(where=begun.where).count(), MOST_HERE),
        (named.count(), MOST_OF_A_NAME),
    )
    if any(count > most for count, most in counts):
        begun.delete()  # else the pause would never end for somebody who goes on trying
        raise Refusal(
            "Too many attempts to log in have failed.",
            remedy=f"Wait {PAUSE.seconds // 60} minutes, or ask an admin for a new password.",
        )
    return begun


def attempt_succeeds(attempt: Attempt) -> None:
    """Forget what failed before, here and under this name."""
    Attempt.objects.filter(who=attempt.who, where=attempt.where).delete()


def _digest(said: str) -> str:
    return salted_hmac("apps.accounts.throttling", said, algorithm="sha256").hexdigest()
