"""What the network finds, against a prover that knows nothing but the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations

import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.contradictions.blame import blame
from apps.domain.network import BoundTie, Known, RangeTie, SumTie, Tie, conflicts
from apps.domain.quantities import Quantity
from apps.domain.spans import Span

ROWS = ("first", "second")
#   total = first + second; the first is part of a whole; a range holds for the second
TIES: list[Tie] = [
    SumTie("total", ROWS),
    *(BoundTie("total", (row,)) for row in ROWS),
    BoundTie("whole", ("first",)),
    RangeTie("stated", "second"),
]
READINGS = ["3", "4", "3.5", "7", "8", "12", "under 4", "over 3", "at most 7", "at least 8", "3..8"]
SLACK = settings(max_examples=25, deadline=None)


@dataclass(frozen=True)
class Small:
    """A world of five facts and at most seven claims."""

    claims: Mapping[str, tuple[str, Span]]

    @property
    def known(self) -> dict[str, list[Known]]:
        known: dict[str, list[Known]] = {}
        for key, (fact, span) in self.claims.items():
            known.setdefault(fact, []).append(Known(span, frozenset({key})))
        return known


@st.composite
def small_worlds(draw: st.DrawFn) -> Small:
    facts = st.sampled_from(["total", *ROWS, "whole", "stated"])
    said = draw(st.lists(st.tuples(facts, st.sampled_from(READINGS)), min_size=2, max_size=7))
    return Small({f"{n}": (fact, Quantity.read(r).hard) for n, (fact, r) in enumerate(said)})


class Prover:
    """The same world as formulas: each claim is true under an assumption of its own."""

    def __init__(self, world: Small) -> None:
        self.solver = z3.Solver()
        amounts = {name: z3.Real(name) for name in ("total", *ROWS, "whole")}
        self.solver.add(*(amount >= 0 for amount in amounts.values()))
        self.solver.add(amounts["total"] == z3.Sum([amounts[row] for row in ROWS]))
        self.solver.add(amounts["first"] <= amounts["whole"])
        self.assumed = {key: z3.Bool(key) for key in world.claims}
        for key, (fact, span) in world.claims.items():
            figure = amounts["second" if fact == "stated" else fact]
            self.solver.add(z3.Implies(self.assumed[key], _within(figure, span)))

    def is_possible(self, keys: Sequence[str]) -> bool:
        """Whether all these claims can be true at once."""
        return bool(self.solver.check([self.assumed[key] for key in keys]) == z3.sat)


def _within(figure: z3.ArithRef, span: Span) -> z3.BoolRef:
    ends = []
    if span.low is not None:
        low = _exact(span.low)
        ends.append(figure >= low if span.low_closed else figure > low)
    if span.high is not None:
        high = _exact(span.high)
        ends.append(figure <= high if span.high_closed else figure < high)
    return z3.And(*ends)


def _exact(value: Decimal) -> z3.RatNumRef:
    return z3.RealVal(str(value))


def subsets(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(keys, size) for size in range(len(keys) + 1))


@SLACK
@given(world=small_worlds())
def test_the_same_claims_conflict_as_a_prover_says(world: Small) -> None:
    found = conflicts(world.known, TIES)
    prover = Prover(world)

    for keys in subsets(list(world.claims)):
        assert prover.is_possible(keys) == (not any(conflict <= set(keys) for conflict in found))


@SLACK
@given(world=small_worlds())
def test_keeping_a_claim_costs_what_a_prover_says(world: Small) -> None:
    prover = Prover(world)
    kept = [frozenset(keys) for keys in subsets(list(world.claims)) if prover.is_possible(keys)]
    most = max(map(len, kept))

    regrets = {
        key: regret
        for component in blame(conflicts(world.known, TIES), {})
        for key, regret in component.regrets.items()
    }

    for key in world.claims:
        with_it = [len(keys) for keys in kept if key in keys]
        if with_it:
            assert regrets.get(key, 0) == most - max(with_it)
        else:
            assert regrets[key] > 0
