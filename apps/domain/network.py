"""What facts say about one another: sums, bounds and shares, followed from claim to claim.

A finding names the claims that clash at one place. Who is to blame shows only when what the
other claims imply is followed further: with a total taken away, its rows still say what it must
have been. Two rounds do that on the corpus; one blames the wrong claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice, product

from apps.domain.figures import EXACT
from apps.domain.spans import Span, span_sum

HUNDRED = Decimal(100)
PER_CENT = Decimal("0.01")
MOST_COMBINATIONS = 48
FEWEST_COMBINATIONS = 4
MOST_KNOWN = 24
MOST_CONFLICTS = 1500
MOST_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Known:
    """A span for a fact, and the claims that it rests on."""

    span: Span
    support: frozenset[str]


@dataclass(frozen=True, slots=True)
class SumTie:
    """The rows add up to the total."""

    total: str
    rows: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.total, *self.rows)

    def derive(self, target: str, others: Mapping[str, Span]) -> Span:
        """The span of one fact, given those of all the others."""
        if target == self.total:
            return span_sum(others[row] for row in self.rows)
        return others[self.total] - span_sum(others[row] for row in self.rows if row != target)


@dataclass(frozen=True, slots=True)
class BoundTie:
    """Parts that do not overlap, together at most the whole; none is negative."""

    whole: str
    parts: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.whole, *self.parts)

    def derive(self, target: str, others: Mapping[str, Span]) -> Span:
        """At least the sum of the parts for the whole, at most what is left for a part."""
        if target == self.whole:
            least = span_sum(others[part] for part in self.parts)
            return Span(least.low, None, least.low_closed)
        left = others[self.whole] - span_sum(others[p] for p in self.parts if p != target)
        return Span(None, left.high, high_closed=left.high_closed)


@dataclass(frozen=True, slots=True)
class ShareTie:
    """A percentage is its part divided by its whole."""

    share: str
    part: str
    whole: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.share, self.part, self.whole)

    def derive(self, target: str, others: Mapping[str, Span]) -> Span:
        """The third of the three; anything where an end is missing."""
        first, second = (others[fact] for fact in self.facts if fact != target)
        if any(span.low is None or span.low < 0 for span in (first, second)):
            return Span.anything()
        if target == self.share:
            return first.divided_by(second).scaled(HUNDRED)
        if target == self.whole:
            return second.divided_by(first).scaled(HUNDRED)
        return _times(first, second).scaled(PER_CENT)


@dataclass(frozen=True, slots=True)
class RangeTie:
    """What is stated of every year bounds the figure of one; the year says nothing of others."""

    stated: str
    year: str

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.stated, self.year)

    def derive(self, target: str, others: Mapping[str, Span]) -> Span:
        """The stated range for the year, anything for the range."""
        return others[self.stated] if target == self.year else Span.anything()


Tie = SumTie | BoundTie | ShareTie | RangeTie
Pools = Mapping[str, Sequence[Known]]


def conflicts(claims: Pools, ties: Sequence[Tie]) -> list[frozenset[str]]:
    """Minimal sets of claims that cannot stand together, as far as two rounds show.

    `claims` holds for each fact what its claims say, each resting on itself alone.
    """
    return list(_followed(tuple((fact, tuple(said)) for fact, said in claims.items()), tuple(ties)))


@lru_cache(maxsize=MOST_REMEMBERED)
def _followed(
    pools: tuple[tuple[str, tuple[Known, ...]], ...], ties: tuple[Tie, ...]
) -> tuple[frozenset[str], ...]:
    """What a change leaves as it was need not be followed again."""
    claims = dict(pools)
    first = _pruned(_round(ties, claims, {}))
    second = _pruned(_round(ties, claims, first))
    clashing: set[frozenset[str]] = set()
    for fact in dict.fromkeys([*claims, *first, *second]):
        known = [*claims.get(fact, ()), *first.get(fact, ()), *second.get(fact, ())]
        clashing.update(_clashes(known))
    return tuple(_minimal(clashing))


def _round(ties: Sequence[Tie], claims: Pools, derived: Pools) -> Iterator[tuple[str, Known]]:
    """What each tie makes of its facts; in later rounds one of them comes from the round before."""
    for tie in ties:
        for target in tie.facts:
            others = [fact for fact in tie.facts if fact != target]
            for pools in _choices(others, claims, derived):
                yield from _derived(tie, target, others, pools)


def _choices(
    others: Sequence[str], claims: Pools, derived: Pools
) -> Iterator[list[Sequence[Known]]]:
    """Where each of the other facts is taken from."""
    if not derived:
        yield [claims.get(fact, ()) for fact in others]
        return
    for source in others:
        yield [derived.get(fact, ()) if fact == source else claims.get(fact, ()) for fact in others]


def _derived(
    tie: Tie, target: str, others: Sequence[str], pools: Sequence[Sequence[Known]]
) -> Iterator[tuple[str, Known]]:
    if not all(pools):
        return
    most = max(FEWEST_COMBINATIONS, MOST_COMBINATIONS // len(pools))
    for choice in islice(product(*pools), most):
        span = tie.derive(
            target, {fact: known.span for fact, known in zip(others, choice, strict=True)}
        )
        if span != Span.anything():
            support = frozenset().union(*(known.support for known in choice))
            yield target, Known(span, support)


def _pruned(derived: Iterable[tuple[str, Known]]) -> dict[str, list[Known]]:
    """For each fact what rests on least; nothing that a smaller support already says better."""
    by_fact: dict[str, dict[Known, None]] = {}
    for fact, known in derived:
        by_fact.setdefault(fact, {})[known] = None
    return {fact: _strongest(known) for fact, known in by_fact.items()}


def _strongest(known: Iterable[Known]) -> list[Known]:
    kept: list[Known] = []
    for candidate in sorted(known, key=_rank):
        beaten = (
            other.support <= candidate.support and candidate.span.contains(other.span)
            for other in kept
        )
        if not any(beaten):
            kept.append(candidate)
        if len(kept) == MOST_KNOWN:
            break
    return kept


def _rank(known: Known) -> tuple[int, list[str], Decimal, Decimal, bool, bool]:
    """What rests on least first; of equal support what says most, so that no two runs differ."""
    span = known.span
    low = Decimal("-Infinity") if span.low is None else span.low
    high = Decimal("Infinity") if span.high is None else span.high
    return len(known.support), sorted(known.support), -low, high, span.low_closed, span.high_closed


def _clashes(known: Sequence[Known]) -> Iterator[frozenset[str]]:
    for one, other in combinations(known, 2):
        if not one.span.meets(other.span):
            yield one.support | other.support


def _minimal(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Those that contain no other, smallest first."""
    kept: list[frozenset[str]] = []
    for candidate in sorted(sets, key=lambda s: (len(s), sorted(s))):
        if not any(other <= candidate for other in kept):
            kept.append(candidate)
        if len(kept) == MOST_CONFLICTS:
            break
    return kept


def _times(one: Span, other: Span) -> Span:
    """All products of non-negative figures."""
    assert one.low is not None
    assert other.low is not None
    return Span(
        EXACT.multiply(one.low, other.low),
        None if one.high is None or other.high is None else EXACT.multiply(one.high, other.high),
        one.low_closed and other.low_closed,
        one.high_closed and other.high_closed,
    )
