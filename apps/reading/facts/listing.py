"""Which facts a visitor asks to see, and what one can narrow by."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from apps.claims.facts import ids_of
from apps.claims.models import Fact, Measure
from apps.claims.querysets import FactQuerySet
from apps.domain.complaints import is_storable
from apps.domain.spelling import fold
from apps.entities.models import Entity
from apps.reading.facts.agreement import STANDINGS, disputed
from apps.reading.keeping import Shelf
from apps.reading.versions import stamp
from apps.sources.models import Source

SUBJECTS_OFFERED = 100
Choices = list[tuple[str, str, int]]


@dataclass(frozen=True)
class Facet:
    """What one can narrow by: value, words and count of each choice."""

    name: str
    title: str
    choices: Choices
    chosen: str


@dataclass(frozen=True)
class Wanted:
    """What an address asks for; a name that nothing bears finds nothing."""

    words: str
    measure: str
    subject: str
    source: str
    standing: str

    @classmethod
    def read(cls, asked: QueryDict) -> Wanted:
        """The wishes in an address."""
        names = ("q", "measure", "subject", "source", "standing")
        return cls(*(asked.get(name, "").strip()[:120] for name in names))

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than all."""
        return any(vars(self).values())

    def facts(self) -> FactQuerySet:
        """The facts asked for, in order."""
        found = Fact.objects.answered()
        if not all(map(is_storable, vars(self).values())):
            return found.none()
        if self.words:
            found = found.naming(fold(self.words).split())
        if self.measure:
            found = found.filter(measure__in=_keys(Measure, self.measure))
        if self.subject:
            found = found.filter(subject=Entity.objects.standing_for(self.subject))
        if self.source:
            found = found.of_source(next(iter(_keys(Source, self.source)), 0))
        if self.standing:
            found = found.standing(self.standing, ids_of(disputed()))
        return found.select_related("measure").in_order()


def _keys(model: type[Measure | Source], slug: str) -> list[int]:
    return list(model._default_manager.filter(slug=slug).values_list("pk", flat=True))


def facets(wanted: Wanted) -> list[Facet]:
    """All facets with their counts over all facts, kept until something changes."""
    version = stamp()
    counted = _kept.get(version) or _kept.keep(version, _counted())
    titles = {"measure": "Measure", "subject": "Subject", "source": "Source", "standing": "Answers"}
    return [
        Facet(name, titles[name], choices, getattr(wanted, name))
        for name, choices in counted.items()
    ]


def _counted() -> dict[str, Choices]:
    facts, cases = Fact.objects.answered(), ids_of(disputed())
    measures, subjects = facts.counted_by("measure"), facts.counted_by("subject")
    sources = facts.counted_by_source()
    most = sorted(subjects, key=lambda key: -subjects[key])[:SUBJECTS_OFFERED]
    labelled = Entity.objects.filter(pk__in=most).order_by("label")
    return {
        "measure": [
            (one.slug, one.label, measures[one.pk])
            for one in Measure.objects.filter(pk__in=measures).order_by("label")
        ],
        "subject": [(one.slug, one.label, subjects[one.pk]) for one in labelled],
        "source": [
            (one.slug, one.short_name, sources.get(one.pk, 0))
            for one in Source.objects.order_by("position", "slug")
        ],
        "standing": [
            (name.value, words, facts.standing(name, cases).count())
            for name, words in STANDINGS.items()
        ],
    }


_kept: Shelf[dict[str, Choices]] = Shelf(bytes_at_most=50, weight=lambda _: 1)
