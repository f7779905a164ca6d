"""Lets people hear of what concerns them, on the site and, where they have an address, by mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from django.conf import settings
from django.core.mail import send_mass_mail
from django.db import transaction

from apps.accounts.models import User
from apps.annotations.models import Passage
from apps.contradictions.models import Contradiction, Notice, Verdict
from apps.contradictions.models_of_talk import quoted_passage

Letter = tuple[str, str, None, list[str]]
FROM_THE_SITE = None  # Django takes the sender from its settings


def notify(
    people: Iterable[User], *, about: Notice.About, case: Contradiction, says: str, by: User | None
) -> None:
    """Tell these people, but never the one who did it; mail goes out when all is stored."""
    told = [person for person in people if person != by and person.is_active]
    notices = [
        Notice(person=person, about=about, contradiction=case, says=says, by=by) for person in told
    ]
    _deliver(notices, subject=f"case {case.pk}")


def notify_of_mention(people: Iterable[User], *, passage: Passage, says: str, by: User) -> None:
    """Tell people that a comment on a passage names them."""
    about, headline = Notice.About.MENTION, quoted_passage(passage)
    told = [person for person in people if person != by and person.is_active]
    fields = {"about": about, "passage": passage, "headline": headline, "says": says, "by": by}
    _deliver([Notice(person=person, **fields) for person in told])


def notify_of_review(author: User, *, headline: str, says: str, by: User) -> None:
    """Tell a person what became of what they proposed."""
    if author != by and author.is_active:
        about = Notice.About.REVIEW
        _deliver([Notice(person=author, about=about, headline=headline, says=says, by=by)])


def _deliver(notices: Sequence[Notice], subject: str = "") -> None:
    Notice.objects.bulk_create(notices)
    letters = [_letter(notice, subject) for notice in notices if notice.person.email]
    if letters:
        transaction.on_commit(partial(_send, letters))


def _letter(notice: Notice, subject: str) -> Letter:
    about = notice.get_about_display().capitalize()
    where = f"{settings.SITE_ADDRESS}{notice.get_absolute_url()}"
    body = f"{notice.title}\n\n{notice.says}\n\n{where}"
    return (f"{about}: {subject or notice.title}", body, FROM_THE_SITE, [notice.person.email])


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


def _send(letters: Sequence[Letter]) -> None:
    """A mail server that is away undoes no verdict."""
    send_mass_mail(letters, fail_silently=True)
