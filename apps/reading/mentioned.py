"""The mentions of an entity, text by text, so that a page looks into no text but its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from django.db.models import Count, Q, QuerySet

from apps.annotations.models import Mention, Naming
from apps.claims.record_renewal import readable_now
from apps.entities.models import Entity
from apps.reading.audience import Audience
from apps.sources.models import Source, Text
from apps.sources.rights import Person

READING_ORDER = (
    *(f"passage__text__source__{name}" for name in ("position", "slug")),
    *("passage__start", "pk"),
)


@dataclass(frozen=True)
class Named:
    """How often a source names it in the edition that one may read."""

    source: Source
    text: int
    count: int


@dataclass(frozen=True)
class Mentioned:
    """Mentions in the texts that one may read, source by source."""

    mentions: QuerySet[Mention]
    named: Sequence[Named]

    @property
    def all(self) -> QuerySet[Mention]:
        """Every one, in no order."""
        return self.mentions.filter(passage__text__in=[one.text for one in self.named])

    def within(self, slug: str) -> Mentioned:
        """Those in one source, where that names it; else all."""
        chosen = [one for one in self.named if one.source.slug == slug]
        return replace(self, named=chosen or self.named)

    def __len__(self) -> int:
        return sum(one.count for one in self.named)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self[0 : len(self)])

    def __getitem__(self, wanted: slice) -> list[Mention]:
        ends = list(accumulate(one.count for one in self.named))
        begins = [0, *ends]
        inside = [
            place
            for place, end in enumerate(ends)
            if wanted.start < end and begins[place] < wanted.stop
        ]
        before = begins[inside[0]] if inside else 0
        found = self.mentions.filter(passage__text__in=[self.named[one].text for one in inside])
        ordered = found.select_related("passage").order_by(*READING_ORDER)
        return list(ordered[wanted.start - before : wanted.stop - before])


def readable_mentions(entity: Entity, person: Person, audience: Audience) -> Mentioned:
    """Its mentions as this person may read them."""
    naming = Text.objects.filter(pk__in=_counted(entity, audience)).values("source")
    may_name = Source.objects.unwritten().order_by().values("pk")
    sources = list(Source.objects.filter(Q(pk__in=naming) | Q(pk__in=may_name)))
    readable = readable_now(person, sources)
    counts = _counted(entity, audience)  # once what was not written is
    texts = ((source, readable[source.pk].text) for source in sources)
    named = [
        Named(source, text.pk, counts[text.pk])
        for source, text in texts
        if text is not None and text.pk in counts
    ]
    mentions = Mention.objects.filter(entity=entity, review__in=audience.reviews)
    return Mentioned(mentions, named)


def _counted(entity: Entity, audience: Audience) -> dict[int, int]:
    """How often each text names it, whoever may read it."""
    if audience == Audience.PUBLIC:
        named = Naming.objects.filter(entity=entity).order_by().values_list("text")
        return dict(named.annotate(count=Count("*")))
    seen = Mention.objects.filter(entity=entity, review__in=audience.reviews)
    return dict(seen.order_by().values_list("passage__text").annotate(count=Count("*")))
