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
from itertools import islice, product

from apps.domain.figures import EXACT
from apps.domain.spans import Span, span_sum

HUNDRED = Decimal(100)
PER_CENT = Decimal("0.01")
MOST_COMBINATIONS = 48
FEWEST_COMBINATIONS = 4
MOST_KNOWN = 24
MOST_CONFLICTS = 1500
MOST_REMEMBERED = 64
ANYTHING = Span.anything()
NOBODY = frozenset[str]()


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

    def derive(self, place: int, others: Sequence[Span]) -> Span:
        """The span of the fact at this place, given those of all the others, in their order."""
        if place == 0:
            return span_sum(others)
        return others[0] - span_sum(others[1:])


@dataclass(frozen=True, slots=True)
class BoundTie:
    """Parts that do not overlap, together at most the whole; none is negative."""

    whole: str
    parts: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.whole, *self.parts)

    def derive(self, place: int, others: Sequence[Span]) -> Span:
        """At least the sum of the parts for the whole, at most what is left for a part."""
        if place == 0:
            least = span_sum(others) if len(others) > 1 else others[0]
            return Span(least.low, None, least.low_closed)
        left = others[0] - span_sum(others[1:]) if len(others) > 1 else others[0]
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

    def derive(self, place: int, others: Sequence[Span]) -> Span:
        """The third of the three; anything where an end is missing."""
        first, second = others
        if any(span.low is None or span.low < 0 for span in others):
            return ANYTHING
        if place == 0:
            return first.divided_by(second).scaled(HUNDRED)
        if place == 2:
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

    def derive(self, place: int, others: Sequence[Span]) -> Span:
        """The stated range for the year, anything for the range."""
        return others[0] if place == 1 else ANYTHING


Tie = SumTie | BoundTie | ShareTie | RangeTie
Pool = Sequence[Known]
Pools = Mapping[str, Pool]


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
        facts = tie.facts
        said = [claims.get(fact, ()) for fact in facts]
        before = [derived.get(fact, ()) for fact in facts]
        for place, fact in enumerate(facts):
            others = said[:place] + said[place + 1 :]
            chosen = [others] if not derived else _choices(others, before, place)
            for pools in chosen:
                for known in _derived(tie, place, pools):
                    yield fact, known


def _choices(said: list[Pool], before: list[Pool], place: int) -> Iterator[list[Pool]]:
    """Each of the other facts in turn as it was derived before, the rest as claims have it."""
    for at, pool in enumerate(before[:place] + before[place + 1 :]):
        if pool:
            yield [*said[:at], pool, *said[at + 1 :]]


def _derived(tie: Tie, place: int, pools: list[Pool]) -> Iterator[Known]:
    if not all(pools):
        return
    most = max(FEWEST_COMBINATIONS, MOST_COMBINATIONS // len(pools))
    for choice in islice(product(*pools), most):
        span = tie.derive(place, [known.span for known in choice])
        if span.low is not None or span.high is not None:
            yield Known(span, NOBODY.union(*[known.support for known in choice]))


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
    """The supports of each two spans that do not meet."""
    rising = sorted((k for k in known if k.span.high is not None), key=_high)
    for one in known:
        if one.span.low is None:
            continue
        for other in rising:
            if one.span.low < _high(other):
                break
            if not one.span.meets(other.span):
                yield one.support | other.support


def _high(known: Known) -> Decimal:
    assert known.span.high is not None
    return known.span.high


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
