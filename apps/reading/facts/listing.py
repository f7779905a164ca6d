"""Which facts a visitor asks to see, and what one can narrow by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, Sum
from django.http import QueryDict

from apps.claims.facts import ids_of
from apps.claims.models import Fact, Measure, SeriesTally, SourceTally
from apps.claims.querysets import FactQuerySet
from apps.domain.complaints import is_storable
from apps.domain.spelling import fold
from apps.entities.models import Entity
from apps.reading.facts.agreement import STANDINGS, Standing, disputed
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
        return found.in_order()


def _keys(model: type[Measure | Source], slug: str) -> list[int]:
    return list(model._default_manager.filter(slug=slug).values_list("pk", flat=True))


def facets(wanted: Wanted) -> list[Facet]:
    """All facets with their counts over all facts."""
    counted = {
        "measure": ("Measure", _measures()),
        "subject": ("Subject", _subjects()),
        "source": ("Source", _sources()),
        "standing": ("Answers", _standings()),
    }
    return [
        Facet(name, title, choices, getattr(wanted, name))
        for name, (title, choices) in counted.items()
    ]


def known_count(wanted: Wanted, offered: Sequence[Facet]) -> int | None:
    """How many facts are asked for, where the facets have counted that already."""
    if not wanted.is_narrowed:
        return sum(count for *_, count in offered[0].choices)
    asked = [name for name, value in vars(wanted).items() if value]
    for facet in offered:
        for value, _, count in facet.choices:
            if asked == [facet.name] and value == facet.chosen:
                return count
    return None


def _measures() -> Choices:
    return list(_told("measure__slug", "measure__label").order_by("measure__label"))


def _subjects() -> Choices:
    """Those of which most is told."""
    most = _told("subject__slug", "subject__label").order_by("-count", "subject__label")
    return sorted(most[:SUBJECTS_OFFERED], key=lambda choice: fold(choice[1]))


def _told(slug: str, label: str) -> Any:
    told = SeriesTally.objects.told().order_by().values_list(slug, label)
    return told.annotate(count=Sum("facts"))


def _sources() -> Choices:
    facts = dict(SourceTally.objects.values_list("source", "facts"))
    return [
        (one.slug, one.short_name, facts.get(one.pk, 0))
        for one in Source.objects.order_by("position", "slug")
    ]


def _standings() -> Choices:
    """As `FactQuerySet.standing` narrows: all that may be so, but for those in dispute."""
    differing = Fact.objects.answered().standing(Standing.DIFFER, ids_of(disputed()))
    counts = _if_none_differed()
    for witnesses, kind in differing.values_list("witnesses", "measure__kind"):
        told = Standing.WORDED if kind == Measure.Kind.TEXT else Standing.AGREE
        counts[Standing.ONE if witnesses == 1 else told] -= 1
        counts[Standing.DIFFER] += 1
    return [(name.value, words, counts[name]) for name, words in STANDINGS.items()]


def _if_none_differed() -> Counter[str]:
    """How many facts have one witness, and how the others would stand without any dispute."""
    several, text = F("facts") - F("alone"), Q(measure__kind=Measure.Kind.TEXT)
    one_answer = Q(measure__is_functional=True)
    return Counter(
        SeriesTally.objects.told().aggregate(
            one=Sum("alone", default=0),
            agree=Sum(several, filter=one_answer & ~text, default=0),
            worded=Sum(several, filter=one_answer & text, default=0),
            many=Sum(several, filter=~one_answer, default=0),
        )
    )
