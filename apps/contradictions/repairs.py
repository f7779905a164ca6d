"""The cheapest ways to leave no conflict, counted by a SAT solver.

Costs are added up from cores: sets of witnesses of which one has to err. Each core raises what
every repair costs, until one of just that cost is found (the OLL way of MaxSAT). What a claim's
keeping costs is counted on from there, so that nothing is learned twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pysat.card import ITotalizer
from pysat.solvers import Minisat22

# Conflicts (of the solver, not of claims) after which a component counts as too hard: about a
# tenth of a second. MiniSat stops right there, Glucose only when it begins anew.
MOST_EFFORT = 3_000
EFFORT_TO_SHORTEN = 50
LONGEST_TO_SHORTEN = 60

Costs = dict[int, int]


class TooHard(Exception):
    """The solver gave up on a question."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One who may have erred, and what it takes to think so."""

    name: str
    weight: int = 1


Witnesses = Mapping[str, tuple[Witness, ...]]


@dataclass
class Repairs:
    """Claims to give up so that no conflict is left; each for a witness that then has erred."""

    conflicts: Sequence[frozenset[str]]
    witnesses: Witnesses
    best: int = 0
    dropped_at_best: set[str] = field(default_factory=set)
    kept_at_best: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._claims = sorted(frozenset().union(*self.conflicts))
        self._about = {claim: [c for c in self.conflicts if claim in c] for claim in self._claims}
        self._number: dict[str, int] = {claim: n for n, claim in enumerate(self._claims, start=1)}
        self._top = len(self._claims)
        self._solver = Minisat22()
        self._counters: dict[int, tuple[ITotalizer, int]] = {}
        self._costs: Costs = {}
        errs = self._state_witnesses()
        for conflict in self.conflicts:
            self._solver.add_clause([self._number[claim] for claim in sorted(conflict)])
        self.best = self._count_cliques(errs) + self._count_up(self._costs, ())
        self._learn()

    def close(self) -> None:
        """Let go of what the solver holds."""
        self._solver.delete()
        for counter, _ in self._counters.values():
            counter.delete()

    def regret_of(self, claim: str) -> int:
        """What it costs more to keep this claim."""
        if claim in self.kept_at_best:
            return 0
        regret = self._count_up(dict(self._costs), (-self._number[claim],))
        if not regret:
            self._learn()
        return regret

    def is_given_up(self, claim: str) -> bool:
        """Whether some cheapest repair has to give this claim up."""
        if claim not in self.dropped_at_best and self._is_possible(
            [*_in_order(self._costs), self._number[claim], self._is_needed(claim)]
        ):
            self._learn()
        return claim in self.dropped_at_best

    def _state_witnesses(self) -> dict[str, frozenset[int]]:
        """A claim is given up only for a witness that errs; gives the variables of these."""
        named: dict[str, int] = {}
        errs: dict[str, frozenset[int]] = {}
        for claim in self._claims:
            for witness in self.witnesses[claim]:
                number = named.setdefault(witness.name, self._top + 1)
                self._top = max(self._top, number)
                self._costs[-number] = witness.weight
            errs[claim] = frozenset(named[witness.name] for witness in self.witnesses[claim])
            self._solver.add_clause([-self._number[claim], *sorted(errs[claim])])
        return errs

    def _count_cliques(self, errs: Mapping[str, frozenset[int]]) -> int:
        """Of witnesses that all contradict one another at most one is right: counted at sight."""
        beside: dict[int, set[int]] = {}
        for conflict in self.conflicts:
            pair = frozenset().union(*(errs[claim] for claim in conflict))
            if len(pair) == 2:
                one, other = pair
                beside.setdefault(one, set()).add(other)
                beside.setdefault(other, set()).add(one)
        free = set(beside)
        return sum(self._count_clique(c) for c in _cliques(beside, free))

    def _count_clique(self, clique: Sequence[int]) -> int:
        weight = min(self._costs[-witness] for witness in clique)
        for witness in clique:
            _lower(self._costs, -witness, weight)
        self._top += 1
        self._solver.add_clause([*(-witness for witness in clique), self._top])
        self._costs[-self._top] = weight
        return weight * (len(clique) - 1)

    def _count_up(self, costs: Costs, wanted: Sequence[int]) -> int:
        """What the cheapest repair costs beyond what is counted in; changes these costs."""
        counted = 0
        while not self._is_possible([*wanted, *_in_order(costs)]):
            core = [literal for literal in self._solver.get_core() if literal in costs]
            counted += self._relax(core if wanted else self._shortened(core), costs)
        return counted

    def _shortened(self, core: list[int]) -> list[int]:
        """The core without what it does not need, as far as that is cheap to see."""
        if len(core) > LONGEST_TO_SHORTEN:
            return core
        for literal in list(core):
            fewer = [other for other in core if other != literal]
            self._solver.conf_budget(EFFORT_TO_SHORTEN)
            if literal in core and self._solver.solve_limited(assumptions=fewer) is False:
                needed = set(self._solver.get_core() or ())
                core = [other for other in fewer if other in needed]
        return core

    def _relax(self, core: Sequence[int], costs: Costs) -> int:
        """One of the core has to err: count it, and price what more of them would cost."""
        weight = min(costs[literal] for literal in core)
        for literal in core:
            _lower(costs, literal, weight)
            if literal in self._counters:
                counter, bound = self._counters[literal]
                self._price(counter, bound + 1, weight, costs)
        if len(core) > 1:
            errs = [-literal for literal in core]
            counter = ITotalizer(lits=errs, ubound=1, top_id=self._top)
            self._append(counter, counter.cnf.clauses)
            self._price(counter, 1, weight, costs)
        return weight

    def _price(self, counter: ITotalizer, bound: int, weight: int, costs: Costs) -> None:
        """Let it cost so much that more than this many of those counted err."""
        if bound >= len(counter.lits):
            return
        if bound > counter.ubound:
            counter.increase(ubound=bound, top_id=self._top)
            self._append(counter, counter.cnf.clauses[-counter.nof_new :])
        literal = -counter.rhs[bound]
        self._counters[literal] = (counter, bound)
        costs[literal] = costs.get(literal, 0) + weight

    def _append(self, counter: ITotalizer, clauses: Iterable[Sequence[int]]) -> None:
        self._top = max(self._top, counter.top_id)
        for clause in clauses:
            self._solver.add_clause(clause)

    def _is_needed(self, claim: str) -> int:
        """A variable that is true only where a conflict is left to this claim alone."""
        own = self._number[claim]
        choices = []
        for conflict in self._about[claim]:
            self._top += 1
            choices.append(self._top)
            for other in conflict - {claim}:
                self._solver.add_clause([-self._top, -self._number[other]])
        self._top += 1
        self._solver.add_clause([-self._top, -own, *choices])
        return self._top

    def _is_possible(self, wanted: Sequence[int]) -> bool:
        spent = self._solver.accum_stats()["conflicts"]
        self._solver.conf_budget(max(MOST_EFFORT - spent, 1))
        answer = self._solver.solve_limited(assumptions=wanted)
        if answer is None:
            raise TooHard
        return bool(answer)

    def _learn(self) -> None:
        """A repair at the best cost also answers for the other claims that it keeps or drops."""
        chosen = {literal for literal in self._solver.get_model() if literal > 0}
        dropped = {claim for claim in self._claims if self._number[claim] in chosen}
        for claim in sorted(dropped):
            if all(conflict & dropped - {claim} for conflict in self._about[claim]):
                dropped.remove(claim)
        self.dropped_at_best |= dropped
        self.kept_at_best |= set(self._claims) - dropped


def _in_order(costs: Costs) -> list[int]:
    return sorted(costs, key=abs)


def _lower(costs: Costs, literal: int, weight: int) -> None:
    costs[literal] -= weight
    if not costs[literal]:
        del costs[literal]


def _cliques(beside: Mapping[int, set[int]], free: set[int]) -> Iterable[list[int]]:
    """Sets of witnesses that all contradict one another, no two with a common one."""
    for first in sorted(beside, key=lambda witness: (len(beside[witness]), witness)):
        if first not in free:
            continue
        clique, left = [first], beside[first] & free
        while left:
            clique.append(min(left, key=lambda witness: (len(beside[witness] & free), witness)))
            left = left & beside[clique[-1]]
        if len(clique) > 1:
            free -= set(clique)
            yield clique
