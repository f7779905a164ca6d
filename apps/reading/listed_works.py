"""Lists every work that the bibliographies of the sources name, each once, with who lists it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Min, Q, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce, Lower, Replace

from apps.claims.record_renewal import readable_now
from apps.reading.audience import Audience
from apps.reading.sight import Sight
from apps.sources.models import Source
from apps.sources.models_bibliography import Reference
from apps.sources.rights import Person


@dataclass(frozen=True)
class ListedWork:
    """A work as its first entry gives it, with the entries that name it."""

    first: Reference
    entries: Sequence[Reference]

    @property
    def signed(self) -> str:
        """“I. Storey, C. Thayer”."""
        names = (f"{given} {family}".strip() for family, given in self.first.authors)
        return ", ".join(names)

    @property
    def source(self) -> Source | None:
        """The source here that it is, if it is one."""
        return next((entry.cites for entry in self.entries if entry.cites is not None), None)

    @property
    def listed(self) -> list[tuple[str, str]]:
        """Who lists it, each with the way to the entry."""
        return [(entry.text.source.short_name, _address(entry)) for entry in self.entries]


def listed_works(person: Person) -> QuerySet[Any, Any]:
    """The works in the texts that this person may read, by author and year; entries by number.

    Entries with one title and year are one work; notes that only point back are none.
    """
    readable = readable_now(person, Source.objects.all()).values()
    texts = [one.original.pk for one in readable if one.original is not None]
    named = Reference.objects.filter(text__in=texts).exclude(title="")
    works = named.filter(~Q(authors=[]) | ~Q(year="") | Q(is_undated=True))
    lead = Lower(KeyTextTransform("0", KeyTransform("0", "authors")))
    plain = Replace(F("title"), Value("’"), Value("'"), output_field=TextField())
    return (
        works.annotate(same=Lower(plain))
        .values("same", "year", "letter")
        .annotate(lead=Min(Coalesce(lead, F("same"))), entries=ArrayAgg("pk", order_by="pk"))
        .order_by("lead", "year", "letter", "same")
    )


def in_full(groups: Iterable[Mapping[str, Any]]) -> list[ListedWork]:
    """These works with their entries, found in one query."""
    groups = list(groups)
    numbers = [number for group in groups for number in group["entries"]]
    found = Reference.objects.select_related("text__source", "cites").in_bulk(numbers)
    works = [[found[number] for number in group["entries"]] for group in groups]
    return [ListedWork(entries[0], entries) for entries in works]


def _address(entry: Reference) -> str:
    """The entry in the reader."""
    query = Sight(entry.text, Audience.PUBLIC).query
    at = f"at={entry.start}#char={entry.start},{entry.end}"
    return f"{entry.text.source.get_absolute_url()}{query}{at}"
