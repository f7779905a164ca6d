"""Lays two sources side by side, fact by fact, and counts all pairs of sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.db import connection
from django.db.models import Q, Sum

from apps.claims.facts import ids_of
from apps.claims.models import Claim, Fact, Measure, PairTally
from apps.claims.wording import printed_with_unit, topic
from apps.domain.complaints import is_storable
from apps.reading.facts.agreement import disputed
from apps.sources.models import Source

# Two sources meet on a fact where each answer of one and each of the other may both be true.
# Texts are not compared, and of questions with several answers each source may name another.
MEETINGS = """
WITH told AS (
  SELECT DISTINCT fact_key, source_id, hard, value_entity_id
    FROM claims_claim claim JOIN claims_measure measure ON measure.id = measure_id
   WHERE review = 'accepted' AND is_functional AND kind <> 'text'
     AND (%(sources)s::bigint[] IS NULL OR source_id = ANY(%(sources)s))
     AND (%(keys)s::text[] IS NULL OR fact_key = ANY(%(keys)s))
)
SELECT one.source_id, other.source_id, fact_key,
       bool_and(coalesce(one.hard && other.hard, one.value_entity_id = other.value_entity_id))
  FROM told one JOIN told other USING (fact_key)
 WHERE one.source_id < other.source_id
 GROUP BY one.source_id, other.source_id, fact_key
 ORDER BY fact_key
"""
# The same of facts.
COMPARED = Q(measure__is_functional=True) & ~Q(measure__kind=Measure.Kind.TEXT)
Pair = frozenset[int]
WIDEST = 12


@dataclass(frozen=True)
class Meeting:
    """The questions that two sources both answer."""

    agree: tuple[str, ...]
    differ: tuple[str, ...]


NOTHING = Meeting((), ())


@dataclass(frozen=True)
class Shared:
    """How many questions two sources both answer, by how they stand to each other there."""

    agree: int
    differ: int


@dataclass(frozen=True)
class Compared:
    """One question with what each of two sources prints."""

    key: str
    question: str
    one: tuple[Claim, ...]
    other: tuple[Claim, ...]

    @property
    def sides(self) -> tuple[tuple[tuple[str, Claim], ...], ...]:
        """For each source its prints, each with its claim."""
        return tuple(
            tuple((printed_with_unit(claim), claim) for claim in claims)
            for claims in (self.one, self.other)
        )


def shared(among: Sequence[Source]) -> dict[Pair, Shared]:
    """For each pair of these sources how many questions both answer.

    Where nothing is in dispute the tallies know it; the other questions are looked at.
    """
    sources = sorted(source.pk for source in among)
    judged = Claim.objects.accepted().filter(is_judged_wrong=True)
    special = disputed() | set(judged.values_list("fact_key", flat=True))
    agree = _tallied(sources)
    agree.subtract(_pairs_told(special, sources))
    differ: Counter[Pair] = Counter()
    for pair, both in _meetings(sources=sources, keys=sorted(special)).items():
        agree[pair] += len(both.agree)
        differ[pair] += len(both.differ)
    met = {pair for pair in agree | differ if agree[pair] or differ[pair]}
    return {pair: Shared(agree[pair], differ[pair]) for pair in met}


def _tallied(sources: Collection[int]) -> Counter[Pair]:
    """How many facts two of these sources both answer, those in dispute too."""
    told = PairTally.objects.filter(COMPARED, facts__gt=0, one__in=sources, other__in=sources)
    counted = told.values_list("one", "other").annotate(Sum("facts"))
    return Counter({frozenset((one, other)): facts for one, other, facts in counted})


def _pairs_told(keys: Collection[str], sources: Collection[int]) -> Counter[Pair]:
    """What these questions count for in the tallies of these sources."""
    facts = Fact.objects.answered().filter(COMPARED, pk__in=ids_of(keys))
    told = facts.values_list("source_ids", flat=True)
    known = (set(sources).intersection(tellers) for tellers in told)
    return Counter(frozenset(pair) for tellers in known for pair in combinations(tellers, 2))


def _meetings(
    *, sources: list[int] | None = None, keys: list[str] | None = None
) -> dict[Pair, Meeting]:
    """The questions that two of these sources, or of all, both answer; of these, or of all."""
    asked = {"sources": sources, "keys": keys}
    with connection.cursor() as cursor:
        cursor.execute(MEETINGS, asked)
        rows = cursor.fetchall()
    cases = disputed({key for *_, key, _ in rows})
    found: dict[Pair, tuple[list[str], list[str]]] = {}
    for one, other, key, meets in rows:
        agree, differ = found.setdefault(frozenset((one, other)), ([], []))
        (differ if key in cases and meets is False else agree).append(key)
    return {pair: Meeting(tuple(agree), tuple(differ)) for pair, (agree, differ) in found.items()}


def meeting(one: Source, other: Source) -> Meeting:
    """The questions that these two both answer."""
    return _meetings(sources=[one.pk, other.pk]).get(frozenset((one.pk, other.pk)), NOTHING)


def sharing_most(sources: Sequence[Source]) -> list[Source]:
    """As many sources as a matrix can hold, those that share most questions with others."""
    count: Counter[int] = Counter()
    for side in ("one", "other"):
        told = PairTally.objects.filter(COMPARED).values_list(side)
        count.update(dict(told.annotate(Sum("facts"))))
    most = {source.pk for source in sorted(sources, key=lambda one: -count[one.pk])[:WIDEST]}
    return [source for source in sources if source.pk in most]


def only_in(one: Source, other: Source) -> Sequence[str]:
    """The questions that the first answers and the second does not."""
    facts = Fact.objects.answered().of_source(one.pk).exclude(source_ids__contains=[other.pk])
    both = meeting(one, other)
    found = facts.exclude(pk__in=ids_of([*both.agree, *both.differ]))
    return list(found.in_order().values_list("key", flat=True))


def side_by_side(keys: Iterable[str], one: Source, other: Source) -> list[Compared]:
    """These questions with the prints of both sources."""
    keys = [key for key in keys if is_storable(key)]
    accepted = Claim.objects.accepted().on_facts(keys).filter(source__in=(one, other))
    by_key: dict[str, list[Claim]] = {key: [] for key in keys}
    for claim in accepted.in_words().order_by("pk"):
        by_key[claim.fact_key].append(claim)
    return [
        Compared(
            key,
            topic(claims[0]),
            tuple(claim for claim in claims if claim.source_id == one.pk),
            tuple(claim for claim in claims if claim.source_id == other.pk),
        )
        for key, claims in by_key.items()
        if claims
    ]
