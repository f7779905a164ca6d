"""Lets people hear of what concerns them, on the site and, where they have an address, by mail."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.core.mail import send_mass_mail
from django.db import transaction

from apps.accounts.models import User
from apps.contradictions.models import Contradiction, Notice, Verdict

FROM_THE_SITE = None  # Django takes the sender from its settings


def notify(
    people: Iterable[User], *, about: Notice.About, case: Contradiction, says: str, by: User | None
) -> None:
    """Tell these people, but never the one who did it; mail goes out when all is stored."""
    told = [person for person in people if person != by and person.is_active]
    notices = Notice.objects.bulk_create(
        Notice(person=person, about=about, contradiction=case, says=says, by=by) for person in told
    )
    letters = [
        (f"{notice.get_about_display().capitalize()}: case {case.pk}", person.email)
        for notice, person in zip(notices, told, strict=True)
        if person.email
    ]
    if letters:
        body = f"{case.headline}\n\n{says}\n\n{settings.SITE_ADDRESS}{case.get_absolute_url()}"
        transaction.on_commit(partial(_send, letters, body))


def notify_authors(case: Contradiction, verdict: Verdict) -> None:
    """Tell those who entered the claims of a case that it has a verdict."""
    authors = User.objects.filter(claims__involvements__contradiction=case).distinct()
    notify(
        authors,
        about=Notice.About.VERDICT,
        case=case,
        says=f"{verdict.get_kind_display()}. {verdict.rationale}",
        by=verdict.given_by,
    )


def _send(letters: list[tuple[str, str]], body: str) -> None:
    """A mail server that is away undoes no verdict."""
    mails = [(subject, body, FROM_THE_SITE, [to]) for subject, to in letters]
    send_mass_mail(mails, fail_silently=True)
