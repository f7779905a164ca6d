"""Who is to blame: the claim whose keeping costs most.

Each finding is a set of claims of which at least one must go. The cheapest way to satisfy all
sets is a weighted hitting set, found exactly by a SAT solver that counts the cost of a repair.
The regret of a claim is the cost of the cheapest repair that keeps it, less the cost of the
cheapest repair. One solver answers for all claims of a component, and what it learns for one
serves the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from pysat.card import ITotalizer
from pysat.solvers import Glucose4

EQUAL_COST = 1
LARGEST_COMPONENT = 400
# Conflicts (of the solver, not of claims) after which a question counts as too hard to answer.
MOST_EFFORT = 20_000


class TooHard(Exception):
    """The solver gave up on a question."""


@dataclass(frozen=True, slots=True)
class Blame:
    """Regret for each claim of a connected component; `explored` is False where it was too big.

    `candidates` are the claims that some cheapest repair gives up: where nobody's regret stands
    out, the error is one of theirs.
    """

    regrets: Mapping[str, int]
    candidates: frozenset[str] = frozenset()
    explored: bool = True

    @property
    def suspects(self) -> tuple[str, ...]:
        """The claims of highest regret; none when the sources alone cannot tell."""
        highest = max(self.regrets.values(), default=0)
        if highest <= 0:
            return ()
        return tuple(sorted(key for key, regret in self.regrets.items() if regret == highest))


def blame(conflicts: Sequence[frozenset[str]], costs: Mapping[str, int]) -> list[Blame]:
    """Blame within each connected component of the conflicts; costs default to 1."""
    return [_component_blame(component, costs) for component in _components(conflicts)]


def _component_blame(conflicts: list[frozenset[str]], costs: Mapping[str, int]) -> Blame:
    keys = sorted(frozenset().union(*conflicts))
    if len(keys) > LARGEST_COMPONENT:
        return _unexplored(keys)
    if len(conflicts) == 1 and len(keys) > 1 and not costs:
        return Blame(dict.fromkeys(keys, 0), frozenset(keys))
    hopeless = {key for conflict in conflicts if len(conflict) == 1 for key in conflict}
    try:
        with _repairs_of(conflicts, keys, costs) as repairs:
            regrets = {key: repairs.regret_of(key) for key in keys if key not in hopeless}
            candidates = frozenset(key for key in keys if repairs.is_given_up(key))
    except TooHard:
        return _unexplored(keys)
    return Blame(regrets | dict.fromkeys(hopeless, sum(costs.values()) + len(keys)), candidates)


def _unexplored(keys: Sequence[str]) -> Blame:
    return Blame(dict.fromkeys(keys, 0), explored=False)


@dataclass
class _Repairs:
    """Sets of claims to give up, so that no conflict is left; `number` is a claim's variable."""

    solver: Glucose4
    counter: ITotalizer
    number: Mapping[str, int]
    costs: Mapping[str, int]
    best: int = 0
    kept_at_best: set[str] = field(default_factory=set)
    dropped_at_best: set[str] = field(default_factory=set)

    def find_best(self, least: int) -> None:
        self.best = least
        while not self._is_possible(self.best):
            self.best += 1

    def regret_of(self, key: str) -> int:
        """What it costs more to keep this claim."""
        regret = 0
        while key not in self.kept_at_best and not self._is_possible(
            self.best + regret, -self.number[key]
        ):
            regret += 1
        return regret

    def is_given_up(self, key: str) -> bool:
        """Whether some cheapest repair gives this claim up."""
        return key in self.dropped_at_best or self._is_possible(self.best, self.number[key])

    def _is_possible(self, cost: int, *wanted: int) -> bool:
        """Whether a repair of at most this cost does what is wanted."""
        if cost > self.counter.ubound:
            self.counter.increase(ubound=cost * 2)
            self.solver.append_formula(self.counter.cnf.clauses[-self.counter.nof_new :])
        limit = [-self.counter.rhs[cost]] if cost < len(self.counter.rhs) else []
        self.solver.conf_budget(MOST_EFFORT)
        answer = self.solver.solve_limited(assumptions=[*limit, *wanted])
        if answer is None:
            raise TooHard
        if answer:
            self._learn()
        return bool(answer)

    def _learn(self) -> None:
        """A repair at the best cost also answers for the other claims that it keeps or drops."""
        chosen = {literal for literal in self.solver.get_model() if literal > 0}
        dropped = {key for key, number in self.number.items() if number in chosen}
        if sum(self.costs.get(key, EQUAL_COST) for key in dropped) == self.best:
            self.dropped_at_best |= dropped
            self.kept_at_best |= self.number.keys() - dropped


@contextmanager
def _repairs_of(
    conflicts: list[frozenset[str]], keys: Sequence[str], costs: Mapping[str, int]
) -> Iterator[_Repairs]:
    """The repairs of a component, with the cost of the cheapest found."""
    number = {key: place for place, key in enumerate(keys, start=1)}
    priced = [number[key] for key in keys for _ in range(costs.get(key, EQUAL_COST))]
    least = _least_cost(conflicts, costs)
    with (
        Glucose4(bootstrap_with=[[number[key] for key in sorted(c)] for c in conflicts]) as solver,
        ITotalizer(lits=priced, ubound=2 * least, top_id=len(keys)) as counter,
    ):
        solver.append_formula(counter.cnf.clauses)
        repairs = _Repairs(solver, counter, number, costs)
        repairs.find_best(least)
        yield repairs


def _least_cost(conflicts: list[frozenset[str]], costs: Mapping[str, int]) -> int:
    """A cost that no repair goes below: conflicts without a common claim need one each."""
    touched: set[str] = set()
    least = 0
    for conflict in sorted(conflicts, key=lambda keys: (len(keys), sorted(keys))):
        if not conflict & touched:
            touched |= conflict
            least += min(costs.get(key, EQUAL_COST) for key in conflict)
    return least


def _components(conflicts: Sequence[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The conflicts in groups that share claims, each group once."""
    leader: dict[str, str] = {}

    def led_by(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = key = leader[leader[key]]
        return key

    for conflict in conflicts:
        first, *others = conflict
        for key in others:
            leader[led_by(key)] = led_by(first)
    groups: dict[str, list[frozenset[str]]] = {}
    for conflict in conflicts:
        groups.setdefault(led_by(next(iter(conflict))), []).append(conflict)
    return list(groups.values())
