"""Who is to blame: by hand, and against every repair there is."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.contradictions import repairs
from apps.contradictions.blame import LARGEST_COMPONENT, blame
from apps.contradictions.blaming import MOST_TOGETHER, Cluster, clusters_of, is_crowded, is_weighed
from apps.contradictions.models import Contradiction
from apps.contradictions.reconciling import Outcome
from apps.contradictions.repairs import Witness, Witnesses

Conflicts = Sequence[frozenset[str]]


def sets(*words: str) -> list[frozenset[str]]:
    """Each word is a conflict, each letter a claim."""
    return [frozenset(word) for word in words]


def dear(costs: Mapping[str, int]) -> Witnesses:
    """Each claim is its own witness, at this price."""
    return {key: (Witness(key, cost),) for key, cost in costs.items()}


def test_one_against_one_is_undecided() -> None:
    [component] = blame(sets("ab"), {})

    assert component.suspects == ()
    assert component.regrets == {"a": 0, "b": 0}
    assert component.candidates == {"a", "b"}


def test_one_against_two_witnesses_is_to_blame() -> None:
    #   a contradicts b, and c, which agree: keeping a costs both
    [component] = blame(sets("ab", "ac"), {})

    assert component.suspects == ("a",)
    assert component.regrets == {"a": 1, "b": 0, "c": 0}


def test_an_estimate_that_stands_in_many_conflicts_has_regret_at_equal_costs() -> None:
    #   the estimate e of all imports in a year: below what came from one supplier (p), and with
    #   the other rows (r, s) below the total of the years (t, printed twice)
    [component] = blame(sets("ep", "erst", "ersu"), {})

    assert component.suspects == ("e",)
    assert component.regrets["e"] > 0


def test_two_against_two_is_undecided() -> None:
    [component] = blame(sets("ac", "ad", "bc", "bd"), {})

    assert component.suspects == ()


def test_a_dearer_claim_is_blamed_less_easily() -> None:
    [component] = blame(sets("ab"), dear({"a": 3}))

    assert component.suspects == ("b",)
    assert component.regrets == {"a": 0, "b": 2}


def test_a_claim_that_contradicts_itself_cannot_be_kept() -> None:
    [component] = blame(sets("a", "ab"), {})

    assert component.suspects == ("a",)
    assert component.regrets["b"] == 0


def test_conflicts_that_share_no_claim_are_blamed_apart() -> None:
    components = blame(sets("ab", "cd", "ce"), {})

    assert sorted(component.suspects for component in components) == [(), ("c",)]


def test_no_conflicts_no_blame() -> None:
    assert blame([], {}) == []


def test_one_witness_behind_two_claims_is_counted_once() -> None:
    #   a and b, which both contradict c, rest on one sentence
    sentence = Witness("sentence")

    [component] = blame(sets("ac", "bc"), {"a": (sentence,), "b": (sentence,)})

    assert component.suspects == ()
    assert component.candidates == {"a", "b", "c"}


def test_what_a_wrong_witness_says_beside_is_not_given_up_with_it() -> None:
    #   a must go; b, of the same sentence, contradicts only a and d together
    sentence = Witness("sentence")

    [component] = blame(sets("a", "abd"), {"a": (sentence,), "b": (sentence,)})

    assert component.candidates == {"a"}


def test_a_dense_component_of_150_claims_is_explored() -> None:
    #   ten facts of fifteen claims in two camps each
    camps = [(f"{fact}.{one}", f"{fact}.{other}") for fact in range(10)
             for one in range(7) for other in range(7, 15)]  # fmt: skip
    ties = [frozenset((f"{n}.{n}", f"{n + 1}.{14 - n}")) for n in range(9)]

    components = blame([*map(frozenset, camps), *ties], {})

    assert all(component.explored for component in components)
    assert sum(len(component.regrets) for component in components) == 150


def test_what_is_too_hard_is_given_up_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repairs, "MOST_EFFORT", 20)
    dice = random.Random(2)
    claims = [str(number) for number in range(60)]

    [component] = blame([frozenset(dice.sample(claims, 4)) for _ in range(240)], {})

    assert not component.explored
    assert component.suspects == ()


def test_a_component_too_large_to_explore_says_so() -> None:
    chained = [frozenset({str(n), str(n + 1)}) for n in range(LARGEST_COMPONENT + 1)]

    [component] = blame(chained, {})

    assert not component.explored
    assert component.suspects == ()


def about(number: int, *facts: str) -> Contradiction:
    return Contradiction(pk=number, facts=list(facts))


def test_a_case_about_very_many_facts_accuses_nobody_and_ties_no_others_together() -> None:
    many = [f"imports of country {number}" for number in range(MOST_TOGETHER + 1)]
    first, last = about(1, many[0]), about(2, many[-1])
    few, crowd = about(3, *many[:-1]), about(4, *many)

    apart, together = clusters_of([first, last, crowd]), clusters_of([first, last, few, crowd])

    assert [cluster.cases for cluster in apart] == [[first], [last]]
    assert [cluster.cases for cluster in together] == [[few, first], [last]]
    assert [is_crowded(case) for case in (few, crowd)] == [False, True]


@pytest.mark.parametrize(
    ("severity", "clash", "is_accusing"),
    [
        ("likely", ("trend", "row"), True),
        ("advisory", ("trend", "row"), False),
        ("advisory", ("share", "row"), True),
    ],
)
def test_an_advisory_accuses_only_by_what_clashes_elsewhere_too(
    severity: str, clash: tuple[str, str], is_accusing: bool
) -> None:
    case = Contradiction(severity=severity, conflicts=[list(clash)])
    cluster = Cluster([case], conflicts={frozenset({"share", "row"})})

    assert is_weighed(case, cluster) == is_accusing


def test_facts_of_a_case_about_very_many_are_not_looked_at_again_for_it() -> None:
    many = [str(number) for number in range(MOST_TOGETHER)]
    outcome = Outcome()

    outcome.count("found", *many, "one too many")
    outcome.count("found", *many[:2])

    assert outcome.facts == {"0", "1"}
    assert outcome.counts == {"found": 2}


components = st.lists(
    st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3), min_size=1, max_size=7
)
behind = st.fixed_dictionaries(
    {
        key: st.lists(st.sampled_from([key, key, "S", "T"]), min_size=1, max_size=2, unique=True)
        for key in "abcdef"
    }
)
prices = st.fixed_dictionaries({name: st.integers(1, 4) for name in "abcdefST"})


@settings(max_examples=80, deadline=None)
@given(conflicts=components, named=behind, costs=prices)
def test_regret_equals_that_of_every_repair_tried_out(
    conflicts: list[frozenset[str]], named: dict[str, list[str]], costs: dict[str, int]
) -> None:
    witnesses = {
        key: tuple(Witness(name, costs[name]) for name in names) for key, names in named.items()
    }

    for component in blame(conflicts, witnesses):
        mine = [conflict for conflict in conflicts if conflict <= set(component.regrets)]
        every = all_repairs(mine, witnesses)
        best = min(every.values())
        for key, regret in component.regrets.items():
            kept = [cost for repair, cost in every.items() if key not in repair]
            if kept:
                assert regret == min(kept) - best
            else:
                assert regret == sum(prices_of(component.regrets, witnesses).values())
            needed = [
                cost
                for repair, cost in every.items()
                if key in repair and repair - {key} not in every
            ]
            assert (key in component.candidates) == (best in needed)


def prices_of(keys: Iterable[str], witnesses: Witnesses) -> dict[str, int]:
    return {witness.name: witness.weight for key in keys for witness in witnesses[key]}


def all_repairs(conflicts: Conflicts, witnesses: Witnesses) -> dict[frozenset[str], int]:
    """Every set of claims that may be given up, with the least that it costs."""
    keys = sorted(frozenset().union(*conflicts))
    prices = prices_of(keys, witnesses)
    every: dict[frozenset[str], int] = {}
    for wrong in subsets(sorted(prices)):
        for given_up in subsets(
            key for key in keys if any(witness.name in wrong for witness in witnesses[key])
        ):
            repair = frozenset(given_up)
            if all(conflict & repair for conflict in conflicts):
                cost = sum(prices[name] for name in wrong)
                every[repair] = min(cost, every.get(repair, cost))
    return every


def subsets(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    chosen = list(names)
    return chain.from_iterable(combinations(chosen, size) for size in range(len(chosen) + 1))
