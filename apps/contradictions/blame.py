"""Who is to blame: the claim whose keeping costs most.

Each finding is a set of claims of which at least one must go. The cheapest way to satisfy all
sets is a weighted hitting set, solved exactly as MaxSAT (python-sat's RC2). The regret of a
claim is the cost of the cheapest repair that keeps it, less the cost of the cheapest repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

EQUAL_COST = 1
LARGEST_COMPONENT = 400


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
        return Blame(dict.fromkeys(keys, 0), explored=False)
    best = _cheapest(conflicts, keys, costs)
    assert best is not None
    regrets, candidates = {}, set()
    for key in keys:
        kept = _cheapest(conflicts, keys, costs, kept=key)
        regrets[key] = (kept - best) if kept is not None else sum(costs.values()) + len(keys)
        if regrets[key] > 0 or _cheapest(conflicts, keys, costs, dropped=key) == best:
            candidates.add(key)
    return Blame(regrets, frozenset(candidates))


def _cheapest(
    conflicts: Iterable[frozenset[str]],
    keys: Sequence[str],
    costs: Mapping[str, int],
    *,
    kept: str | None = None,
    dropped: str | None = None,
) -> int | None:
    """Cost of the cheapest set of claims to drop; None when the kept claim leaves no way."""
    number = {key: index for index, key in enumerate(keys, start=1)}
    formula = WCNF()
    for conflict in conflicts:
        formula.append([number[key] for key in sorted(conflict)])
    for key in keys:
        formula.append([-number[key]], weight=costs.get(key, EQUAL_COST))
    if kept is not None:
        formula.append([-number[kept]])
    if dropped is not None:
        formula.append([number[dropped]])
    with RC2(formula) as solver:
        return solver.cost if solver.compute() is not None else None


def _components(conflicts: Sequence[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The conflicts in groups that share claims, each group once."""
    groups: list[tuple[set[str], list[frozenset[str]]]] = []
    for conflict in conflicts:
        keys, sets = set(conflict), [conflict]
        apart = []
        for other_keys, other_sets in groups:
            if keys & other_keys:
                keys |= other_keys
                sets = [*other_sets, *sets]
            else:
                apart.append((other_keys, other_sets))
        groups = [*apart, (keys, sets)]
    return [sets for _, sets in groups]
