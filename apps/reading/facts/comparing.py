"""Lays two sources side by side, fact by fact, and counts all pairs of sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from apps.claims.facts import ids_of
from apps.claims.models import Claim, Fact
from apps.claims.wording import printed_with_unit, topic
from apps.domain.complaints import is_storable
from apps.reading.facts.agreement import disputed
from apps.reading.keeping import Shelf
from apps.reading.versions import stamp
from apps.sources.models import Source

# Two sources meet on a fact where an answer of one and an answer of the other may both be true.
# Texts are not compared, and of questions with several answers each source may name another.
MEETINGS = """
WITH told AS (
  SELECT fact_key, source_id, range_agg(hard) AS ranges,
         array_remove(array_agg(value_entity_id), NULL) AS answers
    FROM claims_claim claim JOIN claims_measure measure ON measure.id = measure_id
   WHERE review = 'accepted' AND is_functional AND kind <> 'text'
     AND (%(sources)s::bigint[] IS NULL OR source_id = ANY(%(sources)s))
   GROUP BY fact_key, source_id
)
SELECT one.source_id, other.source_id, fact_key,
       coalesce(one.ranges && other.ranges, one.answers && other.answers)
  FROM told one JOIN told other USING (fact_key)
 WHERE one.source_id < other.source_id
 ORDER BY fact_key
"""
Pair = frozenset[int]
WIDEST = 24


@dataclass(frozen=True)
class Meeting:
    """The questions that two sources both answer."""

    agree: tuple[str, ...]
    differ: tuple[str, ...]


NOTHING = Meeting((), ())


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


def meetings() -> dict[Pair, Meeting]:
    """For each pair of sources the questions that both answer, kept until something changes."""
    version = stamp()
    return _kept.get(version) or _kept.keep(version, _meetings(None))


def _meetings(sources: list[int] | None) -> dict[Pair, Meeting]:
    """Of these sources, or of all."""
    with connection.cursor() as cursor:
        cursor.execute(MEETINGS, {"sources": sources})
        rows = cursor.fetchall()
    cases = disputed(None if sources is None else {key for *_, key, _ in rows})
    found: dict[Pair, tuple[list[str], list[str]]] = {}
    for one, other, key, meets in rows:
        agree, differ = found.setdefault(frozenset((one, other)), ([], []))
        (differ if key in cases and meets is False else agree).append(key)
    return {pair: Meeting(tuple(agree), tuple(differ)) for pair, (agree, differ) in found.items()}


def meeting(one: Source, other: Source) -> Meeting:
    """The questions that these two both answer."""
    known = _kept.get(stamp()) or _meetings([one.pk, other.pk])
    return known.get(frozenset((one.pk, other.pk)), NOTHING)


def meeting_most(sources: Sequence[Source], met: Mapping[Pair, Meeting]) -> list[Source]:
    """As many sources as a matrix can hold, those that share most questions with others."""
    shared: Counter[int] = Counter()
    for pair, both in met.items():
        for source in pair:
            shared[source] += len(both.agree) + len(both.differ)
    most = {source.pk for source in sorted(sources, key=lambda one: -shared[one.pk])[:WIDEST]}
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


_kept: Shelf[dict[Pair, Meeting]] = Shelf(bytes_at_most=4, weight=lambda _: 1)
