"""Counts what lies where on a whole text, in queries whose answers grow with its blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Count, F, Func, IntegerField, Min, QuerySet, Value
from django.db.models.functions import Cast

from apps.annotations.models import Mention, Passage
from apps.entities.models import Entity
from apps.reading.density import BARS
from apps.reading.frame import Frame
from apps.reading.keeping import Shelf
from apps.reading.sight import Sight
from apps.reading.versions import SHOWN, Stamp
from apps.sources.models import Text

NAMES = (Text, Entity, Passage, Mention)
CLAIMS = tuple(table for table in SHOWN if table not in (Entity, Mention))
# The first offset of a crowd of passages, and how many they are.
Crowd = tuple[int, int]


@dataclass(frozen=True)
class Named:
    """What is named in a text; no crowd reaches over the edge of a block or of a bar."""

    mentions: tuple[Crowd, ...]
    entities: int


@dataclass(frozen=True)
class Claimed:
    """What is claimed in a text, and what is in dispute."""

    evidence: tuple[Crowd, ...]
    disputes: tuple[tuple[int, int], ...]
    claims: int
    open: int
    settled: int


@dataclass(frozen=True)
class Survey:
    """What is on a text."""

    named: Named
    claimed: Claimed
    marks_of_rows: tuple[int, ...]


def survey(sight: Sight, frame: Frame, now: Stamp) -> Survey:
    """Count what is marked on the text, as far as it has changed since it was counted last."""
    key = (sight.key, frame.version)
    named_key, claimed_key = (*key, now.of(NAMES)), (*key, now.of(CLAIMS))
    named = _named.get(named_key) or _named.keep(named_key, _count_names(sight, frame))
    claimed = _claimed.get(claimed_key) or _claimed.keep(claimed_key, _count_claims(sight, frame))
    return Survey(named, claimed, _by_row([*named.mentions, *claimed.evidence], frame))


def _count_names(sight: Sight, frame: Frame) -> Named:
    named = sight.mentions()
    return Named(
        mentions=_crowds(named, sight.text, frame),
        entities=named.aggregate(n=Count("entity", distinct=True))["n"],
    )


def _count_claims(sight: Sight, frame: Frame) -> Claimed:
    claimed = sight.evidence()
    involved = sight.cases().filter(involvements__claim__in=claimed.values("claim"))
    is_open = [case.is_open for case in involved.distinct().only("state")]
    return Claimed(
        evidence=_crowds(claimed, sight.text, frame),
        disputes=_disputes(sight),
        claims=claimed.aggregate(n=Count("claim", distinct=True))["n"],
        open=sum(is_open),
        settled=len(is_open) - sum(is_open),
    )


def _crowds(laid: QuerySet[Any], text: Text, frame: Frame) -> tuple[Crowd, ...]:
    edges = _edges(frame)
    if not edges:
        return ()
    starts = Value(edges, output_field=ArrayField(IntegerField()))
    block = Func(F("passage__start"), starts, function="width_bucket", output_field=IntegerField())
    bar = Cast("passage__start", BigIntegerField()) * BARS / max(text.length, 1)
    crowds = laid.annotate(block=block, bar=bar).order_by().values("block", "bar")
    counted = crowds.annotate(first=Min("passage__start"), count=Count("pk"))
    return tuple(sorted(counted.values_list("first", "count")))


def _edges(frame: Frame) -> list[int]:
    """Where blocks begin; and where tables end, for the block around one may go on."""
    edges = {line.start for line in frame.lines}
    edges |= {line.end for line in frame.lines if line.kind == "table"}
    return sorted(edges)


def _disputes(sight: Sight) -> tuple[tuple[int, int], ...]:
    """Offsets of claims with the open contradictions in which they play a part."""
    case = "claim__involvements__contradiction"
    disputed = sight.evidence().filter(**{f"{case}__in": sight.cases().open()})
    return tuple(disputed.order_by().values_list("passage__start", case).distinct())


def _by_row(crowds: Iterable[Crowd], frame: Frame) -> tuple[int, ...]:
    counts = Counter[int]()
    for first, count in crowds:
        counts[frame.row_at(first).number] += count
    return tuple(counts[row.number] for row in frame.rows)


_named: Shelf[Named] = Shelf(bytes_at_most=2_000, weight=lambda _: 1)
_claimed: Shelf[Claimed] = Shelf(bytes_at_most=2_000, weight=lambda _: 1)
