"""What is new on a text since a page was made, as far as its reader may see it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from apps.accounts.models import User
from apps.annotations.models import Touch
from apps.annotations.touching import horizon
from apps.domain.refusals import Refusal
from apps.reading.audience import Audience
from apps.reading.edition import rows_at
from apps.reading.sight import Sight
from apps.sources.models import Text
from apps.sources.rights import may_read_original

KEPT = timedelta(days=1)
# So many rows at once are no news any more: the page is loaded again.
MOST_ROWS = 60
MARK = re.compile(r"(\d{1,19})-(\d{1,12})")


@dataclass(frozen=True)
class News:
    """Rows by their first blocks, as they are now, and from where to ask on.

    An outdated page is not mended row by row but loaded again.
    """

    after: str
    rows: dict[int, str] = field(default_factory=dict)
    is_outdated: bool = False


def news_since(sight: Sight, after: str) -> News:
    """All that changed since a horizon; what is told twice is the same."""
    written, seconds = read_mark(after)
    now = horizon()  # before anything is read: what is written meanwhile is told the next time
    if time.time() - seconds > KEPT.total_seconds() / 2:
        return News(now, is_outdated=True)
    touches = Touch.objects.on(sight.text.pk, since=written)
    if sight.audience == Audience.PUBLIC:
        touches = touches.filter(is_public=True)
    places = {place for one in touches for place in zip(one.starts, one.ends, strict=True)}
    if not places:
        return News(now)
    # Others write a record edition anew as a whole, when its claims have changed.
    if sight.text.kind == Text.Kind.RECORD or len(places) > MOST_ROWS:
        return News(now, is_outdated=True)
    if not may_still_see(sight):
        return News(now, is_outdated=True)
    return News(now, {position: str(html) for position, html in rows_at(sight, places).items()})


def may_still_see(sight: Sight) -> bool:
    """Whether the rights have not been narrowed since the page was made."""
    if sight.text.kind == Text.Kind.RECORD or sight.audience == Audience.TEAM:
        return True
    source = Text.objects.select_related("source").get(pk=sight.text.pk).source
    return may_read_original(source, AnonymousUser())


def still_there(people: dict[int, Audience]) -> set[int]:
    """Those of these people who belong to the same audience as when they sat down."""
    found = User.objects.in_bulk(people)
    return {key for key, person in found.items() if Audience.of(person) == people[key]}


def forget_old_news() -> None:
    """Drop what nobody asks for any more."""
    Touch.objects.before(timezone.now() - KEPT).delete()


def read_mark(after: str) -> tuple[int, int]:
    """The transaction and the second of a horizon, as a page or a browser sends it back."""
    found = MARK.fullmatch(after)
    if found is None:
        raise Refusal("It is not said since when.", remedy="Load the page again.")
    return int(found[1]), int(found[2])
