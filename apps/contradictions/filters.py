"""Keeps the filters of the queue that a person wants to come back to."""

from __future__ import annotations

from django.db import transaction
from django.http import QueryDict

from apps.accounts.models import User
from apps.contradictions.facets import FACETS
from apps.contradictions.models import Filter
from apps.domain.complaints import is_storable
from apps.domain.refusals import Refusal

LONGEST_NAME = 60
LONGEST_QUERY = 1_000


@transaction.atomic
def keep_filter(*, name: str, query: str, by: User) -> Filter:
    """Keep a filter under a name; the same name again takes the place of the old one."""
    called, chosen = name.strip(), _facets_in(query)
    if not called or len(called) > LONGEST_NAME or not is_storable(called):
        raise Refusal("The filter has no good name.", remedy=f"1 to {LONGEST_NAME} characters.")
    if not chosen or len(chosen) > LONGEST_QUERY:
        raise Refusal("There is no filter to keep.", remedy="Choose something first.")
    kept, _ = Filter.objects.update_or_create(person=by, name=called, defaults={"query": chosen})
    return kept


def drop_filter(*, kept: Filter) -> None:
    """Throw it away."""
    kept.delete()


def _facets_in(query: str) -> str:
    """Only what the queue knows."""
    chosen = QueryDict(mutable=True)
    for name, values in QueryDict(query[:LONGEST_QUERY]).lists():
        if name in FACETS and all(map(is_storable, values)):
            chosen.setlist(name, values)
    return chosen.urlencode()
