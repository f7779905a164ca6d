"""Who is to blame: by hand, and against every repair there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from apps.contradictions.blame import LARGEST_COMPONENT, blame

Conflicts = Sequence[frozenset[str]]


def sets(*words: str) -> list[frozenset[str]]:
    """Each word is a conflict, each letter a claim."""
    return [frozenset(word) for word in words]


def test_one_against_one_is_undecided() -> None:
    [component] = blame(sets("ab"), costs={})

    assert component.suspects == ()
    assert component.regrets == {"a": 0, "b": 0}
    assert component.candidates == {"a", "b"}


def test_one_against_two_witnesses_is_to_blame() -> None:
    #   a contradicts b, and c, which agree: keeping a costs both
    [component] = blame(sets("ab", "ac"), costs={})

    assert component.suspects == ("a",)
    assert component.regrets == {"a": 1, "b": 0, "c": 0}


def test_an_estimate_that_stands_in_many_conflicts_has_regret_at_equal_costs() -> None:
    #   the estimate e of all imports in a year: below what came from one supplier (p), and with
    #   the other rows (r, s) below the total of the years (t, printed twice)
    [component] = blame(sets("ep", "erst", "ersu"), costs={})

    assert component.suspects == ("e",)
    assert component.regrets["e"] > 0


def test_two_against_two_is_undecided() -> None:
    [component] = blame(sets("ac", "ad", "bc", "bd"), costs={})

    assert component.suspects == ()


def test_a_dearer_claim_is_blamed_less_easily() -> None:
    [component] = blame(sets("ab"), costs={"a": 3})

    assert component.suspects == ("b",)
    assert component.regrets == {"a": 0, "b": 2}


def test_a_claim_that_contradicts_itself_cannot_be_kept() -> None:
    [component] = blame(sets("a", "ab"), costs={})

    assert component.suspects == ("a",)
    assert component.regrets["b"] == 0


def test_conflicts_that_share_no_claim_are_blamed_apart() -> None:
    components = blame(sets("ab", "cd", "ce"), costs={})

    assert sorted(component.suspects for component in components) == [(), ("c",)]


def test_no_conflicts_no_blame() -> None:
    assert blame([], costs={}) == []


def test_a_component_too_large_to_explore_says_so() -> None:
    chained = [frozenset({str(n), str(n + 1)}) for n in range(LARGEST_COMPONENT + 1)]

    [component] = blame(chained, costs={})

    assert not component.explored
    assert component.suspects == ()


components = st.lists(
    st.frozensets(st.sampled_from("abcdefg"), min_size=1, max_size=4), min_size=1, max_size=8
)
prices = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 4))


@settings(max_examples=60, deadline=None)
@given(conflicts=components, costs=prices)
def test_regret_equals_that_of_every_repair_tried_out(
    conflicts: list[frozenset[str]], costs: dict[str, int]
) -> None:
    for component in blame(conflicts, costs):
        mine = [conflict for conflict in conflicts if conflict <= set(component.regrets)]
        best = cheapest(mine, costs)
        assert best is not None
        for key, regret in component.regrets.items():
            kept = cheapest(mine, costs, kept=key)
            if kept is not None:
                assert regret == kept - best
            else:
                assert regret > sum(costs.get(other, 1) for other in component.regrets) - best
            assert (key in component.candidates) == (cheapest(mine, costs, dropped=key) == best)


def cheapest(
    conflicts: Conflicts, costs: Mapping[str, int], kept: str = "", dropped: str = ""
) -> int | None:
    """The cost of the cheapest repair, all of them tried; None where there is none."""
    keys = sorted(frozenset().union(*conflicts))
    repairs = chain.from_iterable(combinations(keys, size) for size in range(len(keys) + 1))
    prices = [
        sum(costs.get(key, 1) for key in repair)
        for repair in repairs
        if kept not in repair
        and (not dropped or dropped in repair)
        and all(conflict & set(repair) for conflict in conflicts)
    ]
    return min(prices, default=None)
