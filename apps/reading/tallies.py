"""Counts what there is: on the site as a whole, and in each source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from apps.annotations.models import Naming
from apps.claims.models import Claim
from apps.contradictions.models import Contradiction
from apps.entities.models import Entity
from apps.reading.entity_search import named_by_source
from apps.reading.keeping import Shelf
from apps.reading.versions import stamp
from apps.sources.models import Source


@dataclass(frozen=True)
class Tally:
    """Live counts for everything, or for one source."""

    claims: int
    entities: int
    open: int
    settled: int


@dataclass(frozen=True)
class SourceLine:
    """A source with its counts, as lists show it."""

    source: Source
    tally: Tally


def tally_of_all(lines: Iterable[SourceLine]) -> Tally:
    """What the whole site holds; every claim is one of its source's."""
    return Tally(
        claims=sum(line.tally.claims for line in lines),
        entities=Entity.objects.living().accepted().count(),
        **Contradiction.objects.counted_by_state(),
    )


def source_lines() -> list[SourceLine]:
    """Every source in its order, with its counts, kept until something changes."""
    version = stamp()
    return _kept.get(version) or _kept.keep(version, _counted())


def _counted() -> list[SourceLine]:
    accepted = Claim.objects.accepted().values_list("source")
    claims = dict(accepted.annotate(count=Count("*")))  # which an index counts alone
    entities = named_by_source(Naming.objects.in_originals())
    by_source = Contradiction.objects.values_list("involvements__claim__source")
    contested = by_source.annotate(Count("pk", distinct=True))
    open_cases = dict(contested.filter(state__in=["open", "in_review"]))
    settled = dict(contested.filter(state="settled"))
    return [
        SourceLine(
            source,
            Tally(
                claims=claims.get(source.pk, 0),
                entities=entities.get(source.pk, 0),
                open=open_cases.get(source.pk, 0),
                settled=settled.get(source.pk, 0),
            ),
        )
        for source in Source.objects.order_by("position", "slug")
    ]


_kept: Shelf[list[SourceLine]] = Shelf(bytes_at_most=4, weight=lambda _: 1)
