"""By what the queue of proposals can be narrowed."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count

from apps.accounts.models import User
from apps.annotations.models import Mention
from apps.claims.models import Claim
from apps.sources.models import Source


def authors_waiting() -> list[tuple[User, int]]:
    """Who proposed what waits, and how much of it is theirs."""
    counts: Counter[int] = Counter()
    for waiting in (Claim.objects.proposed(), Mention.objects.proposed()):
        counts.update(dict(waiting.order_by().values_list("entered_by").annotate(Count("pk"))))
    people = User.objects.filter(pk__in=counts).order_by("username")
    return [(person, counts[person.pk]) for person in people]


def sources_waiting() -> list[tuple[Source, int]]:
    """In which sources something waits, and how much."""
    claims = Claim.objects.proposed().order_by().values_list("source").annotate(Count("pk"))
    path = "passage__text__source"
    mentions = Mention.objects.proposed().order_by().values_list(path).annotate(Count("pk"))
    counts = Counter(dict(claims)) + Counter(dict(mentions))
    return [(source, counts[source.pk]) for source in Source.objects.filter(pk__in=counts)]
