"""Record editions follow their claims: one whose claims have changed is written anew when read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from apps.accounts.demonstration import corpus_person
from apps.claims import changes
from apps.claims.record_edition import write_record_edition
from apps.sources.models import Source
from apps.sources.rights import Person, Readable, readable_by


def readable_now(person: Person, sources: Iterable[Source]) -> dict[int, Readable]:
    """For each source, by its key, what this person may read of it, as its claims stand now."""
    wanted = list(sources)
    readable = readable_by(person, wanted)
    stale = [source for source in wanted if _is_stale(readable[source.pk])]
    return readable_by(person, wanted) if stale and renew(stale) else readable


@transaction.atomic
def renew(sources: Iterable[Source]) -> bool:
    """Write the record editions of these sources that are stale or missing; whether it was tried.

    While somebody changes claims the editions stay as they are: readers do not wait.
    """
    if not changes.take_turn_now():
        return False
    for source in Source.objects.filter(pk__in=[source.pk for source in sources]).unwritten():
        write_record_edition(source=source, by=corpus_person())
    return True


def _is_stale(readable: Readable) -> bool:
    return readable.record is None or readable.record.is_stale
