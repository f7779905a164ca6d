"""What is sifted out of all facts at once is not fewer than what a slow search finds."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.claims.models_of_facts import DAY_BITS, HASH_BITS, WORD
from apps.contradictions.sifting.along_slots import (
    exceeded_by_one,
    exceeded_together,
    pairs_of,
)
from apps.contradictions.sifting.along_time import exceeded_from_beside, sift_time
from apps.contradictions.sifting.columns import Facts, Steps

WIDER = {"a": "AW", "b": "AW", "c": "BW", "A": "W", "B": "W", "W": "", "x": "X", "y": "X", "X": ""}
SLOTS = [one + other for one, other in product("abcABW", "xyX")]
PERIODS = [(2010, 2011), (2011, 2012), (2012, 2013), (2013, 2014), (2010, 2012), (2012, 2014),
           (2010, 2014), (2011, 2014), (0, 2012), (0, 2013)]  # fmt: skip

Drawn = dict[tuple[str, tuple[int, int]], tuple[int, int]]
facts_drawn = st.dictionaries(
    st.tuples(st.sampled_from(SLOTS), st.sampled_from(PERIODS)),
    st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda span: (span[0], sum(span))),
    min_size=2,
    max_size=14,
)


def _wider(slots: str) -> set[str]:
    choices = [[slot, *WIDER[slot]] for slot in slots]
    return {one + other for one, other in product(*choices)} - {slots}


def _day(year: int) -> int:
    return date(year, 1, 1).toordinal() if year else 0


def _days(first: int, after: int) -> int:
    begin, end = _day(first), _day(after)
    return begin << DAY_BITS | end if begin else WORD | end << HASH_BITS | end


def _columns(drawn: Drawn) -> tuple[Facts, Steps]:
    rows = [
        (number, SLOTS.index(slots), 1, 0, 0, _days(*period))
        for number, (slots, period) in enumerate(drawn)
    ]
    order = sorted(range(len(rows)), key=lambda row: (rows[row][1], rows[row][5]))
    columns = [np.array(column, dtype=np.int64) for column in zip(*rows, strict=True)]
    columns += [np.array(ends, dtype=float) for ends in zip(*drawn.values(), strict=True)]
    measures = [np.array([value]) for value in (1, True, True, True)]
    facts = Facts.of([column[order] for column in columns], measures)
    named = {slots for slots, _ in drawn}
    steps = [(slots, step) for slots in named for step in (slots, *_wider(slots)) if step in SLOTS]
    pieces = [[SLOTS.index(s), SLOTS.index(t), ord(s[0]), ord(s[1])] for s, t in steps]
    return facts, Steps.of(facts, list(np.array(pieces, dtype=np.int64).T), 2)


@settings(max_examples=300, deadline=None)
@given(drawn=facts_drawn)
def test_nothing_that_exceeds_a_whole_is_sifted_away(drawn: Drawn) -> None:
    facts, steps = _columns(drawn)
    pairs, in_time = pairs_of(facts, steps), sift_time(facts)

    by_one = exceeded_by_one(facts, pairs) | in_time.by_one | exceeded_from_beside(facts, steps)
    together = exceeded_together(facts, pairs, 2) | in_time.together

    keys = list(drawn)
    assert {keys[n] for n in facts.id[by_one]} == {w for w in drawn if _exceeded_by_one(w, drawn)}
    assert {keys[n] for n in facts.id[together]} >= {w for w in drawn if _exceeded(w, drawn)}
    assert {keys[n] for n in facts.id[in_time.missed]} >= {w for w in drawn if _missed(w, drawn)}


def _lies_in(part: tuple[str, tuple[int, int]], whole: tuple[str, tuple[int, int]]) -> bool:
    is_inside = whole[1][0] <= part[1][0] and part[1][1] <= whole[1][1]
    beside = part[0] == whole[0] or whole[0] in _wider(part[0])
    return part != whole and is_inside and beside


def _exceeded_by_one(whole: tuple[str, tuple[int, int]], drawn: Drawn) -> bool:
    return any(_lies_in(p, whole) and drawn[p][0] >= drawn[whole][1] for p in drawn)


def _cuts(parts: list[tuple[str, tuple[int, int]]]) -> list[list[tuple[str, tuple[int, int]]]]:
    """The outermost of the parts, and the innermost."""
    return [
        [p for p in parts if not any(_lies_in(p, q) for q in parts)],
        [p for p in parts if not any(_lies_in(q, p) for q in parts)],
    ]


def _exceeded(whole: tuple[str, tuple[int, int]], drawn: Drawn) -> bool:
    inside = [p for p in drawn if _lies_in(p, whole)]
    sets = []
    for slot in (0, 1):
        sets += _cuts(
            [p for p in inside if p[1] == whole[1] and p[0][1 - slot] == whole[0][1 - slot]]
        )
    sets += [cut for cut in _in_time(whole, inside) if _are_apart(cut)]
    return any(len(s) > 1 and sum(drawn[p][0] for p in s) >= drawn[whole][1] for s in sets)


def _missed(whole: tuple[str, tuple[int, int]], drawn: Drawn) -> bool:
    inside = [p for p in drawn if _lies_in(p, whole)]
    for cut in _in_time(whole, inside):
        years = sum(last - first for _, (first, last) in cut)
        if whole[1][0] and _are_apart(cut) and years == whole[1][1] - whole[1][0]:
            low, high = (sum(drawn[p][end] for p in cut) for end in (0, 1))
            if low >= drawn[whole][1] or high <= drawn[whole][0]:
                return True
    return False


def _in_time(
    whole: tuple[str, tuple[int, int]], inside: list[tuple[str, tuple[int, int]]]
) -> list[list[tuple[str, tuple[int, int]]]]:
    """Years with years, blocks with blocks of one rhythm; the finest and the coarsest."""
    within = [p for p in inside if p[0] == whole[0] and p[1][0]]
    grains: dict[tuple[int, int], list[tuple[str, tuple[int, int]]]] = {}
    for part in within:
        first, after = part[1]
        grains.setdefault((after - first, first % (after - first)), []).append(part)
    return [*grains.values(), *_cuts(within)]


def _are_apart(parts: list[tuple[str, tuple[int, int]]]) -> bool:
    return all(a[1][1] <= b[1][0] or b[1][1] <= a[1][0] for a, b in combinations(parts, 2))
