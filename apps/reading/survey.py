"""Counts what lies where on a whole text, in queries whose answers grow with its blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Count, F, Func, IntegerField, Min, QuerySet, Value
from django.db.models.functions import Cast

from apps.reading.density import BARS
from apps.reading.frame import Frame
from apps.reading.sight import Sight
from apps.sources.models import Text

# The first offset of a crowd of passages, and how many they are.
Crowd = tuple[int, int]


@dataclass(frozen=True)
class Survey:
    """What is on a text; no crowd reaches over the edge of a block or of a bar."""

    mentions: tuple[Crowd, ...]
    evidence: tuple[Crowd, ...]
    disputes: tuple[tuple[int, int], ...]
    marks_of_rows: tuple[int, ...]
    claims: int
    entities: int
    open: int
    settled: int


def survey(sight: Sight, frame: Frame) -> Survey:
    """Count what is marked on the text."""
    named, claimed = sight.mentions(), sight.evidence()
    mentions = _crowds(named, sight.text, frame)
    evidence = _crowds(claimed, sight.text, frame)
    involved = sight.cases().filter(involvements__claim__in=claimed.values("claim"))
    cases = involved.distinct().only("state")
    is_open = [case.is_open for case in cases]
    return Survey(
        mentions=mentions,
        evidence=evidence,
        disputes=_disputes(sight),
        marks_of_rows=_by_row([*mentions, *evidence], frame),
        claims=claimed.aggregate(n=Count("claim", distinct=True))["n"],
        entities=named.aggregate(n=Count("entity", distinct=True))["n"],
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
