"""Who is to blame: the claim whose keeping costs most.

Each finding is a set of claims of which at least one must go. A claim goes because a witness to it
has erred, and a witness that has erred once may take several claims with it. The regret of a claim
is the cost of the cheapest repair that keeps it, less the cost of the cheapest repair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from apps.contradictions.repairs import Repairs, TooHard, Witness, Witnesses

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


def blame(conflicts: Sequence[frozenset[str]], witnesses: Witnesses) -> list[Blame]:
    """Blame within each connected component; a claim without named witnesses is its own."""
    claims = frozenset().union(*conflicts)
    behind = {claim: witnesses.get(claim) or (Witness(claim),) for claim in claims}
    return [_component_blame(component, behind) for component in _components(conflicts, behind)]


def _component_blame(conflicts: list[frozenset[str]], witnesses: Witnesses) -> Blame:
    keys = sorted(frozenset().union(*conflicts))
    if len(keys) > LARGEST_COMPONENT:
        return _unexplored(keys)
    hopeless = {key for conflict in conflicts if len(conflict) == 1 for key in conflict}
    weights = {witness.name: witness.weight for key in keys for witness in witnesses[key]}
    try:
        with closing(Repairs(conflicts, witnesses)) as repairs:
            regrets = {key: repairs.regret_of(key) for key in keys if key not in hopeless}
            candidates = frozenset(key for key in keys if repairs.is_given_up(key))
    except TooHard:
        return _unexplored(keys)
    return Blame(regrets | dict.fromkeys(hopeless, sum(weights.values())), candidates)


def _unexplored(keys: Sequence[str]) -> Blame:
    return Blame(dict.fromkeys(keys, 0), explored=False)


def _components(
    conflicts: Sequence[frozenset[str]], witnesses: Witnesses
) -> list[list[frozenset[str]]]:
    """The conflicts in groups that share claims or witnesses, each group and conflict once."""
    leader: dict[str, str] = {}

    def led_by(key: str) -> str:
        while leader.setdefault(key, key) != key:
            leader[key] = key = leader[leader[key]]
        return key

    named = {
        conflict: sorted({witness.name for claim in conflict for witness in witnesses[claim]})
        for conflict in conflicts
    }
    for first, *others in named.values():
        for key in others:
            leader[led_by(key)] = led_by(first)
    groups: dict[str, list[frozenset[str]]] = {}
    for conflict, (first, *_) in named.items():
        groups.setdefault(led_by(first), []).append(conflict)
    return list(groups.values())
