"""How far two people who mark stretches of one text agree on where, chance laid aside.

Krippendorff's alpha for unitizing, as in Content Analysis (2004), section 11.6, and before that
On the reliability of unitizing contiguous data (Sociological Methodology 25, 1995).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Stretch = tuple[int, int]
Marked = Mapping[str, Sequence[Stretch]]
OBSERVERS = 2


@dataclass(frozen=True)
class Disagreement:
    """How much two differ in one category, and how much they would by chance."""

    observed: Fraction
    expected: Fraction


def unitizing_alpha(bounds: Stretch, one: Marked, other: Marked) -> Fraction | None:
    """1 is full agreement, 0 what chance would give; nothing where nobody marked anything.

    Each marks stretches of the text between the bounds under categories. Stretches that one
    person marks under one category count as one where they overlap.
    """
    found = [
        disagreement(bounds, _parted(one.get(name, ())), _parted(other.get(name, ())))
        for name in {**one, **other}
    ]
    expected = sum((each.expected for each in found), Fraction(0))
    if not expected:
        return None
    return 1 - sum((each.observed for each in found), Fraction(0)) / expected


def disagreement(bounds: Stretch, one: Sequence[Stretch], other: Sequence[Stretch]) -> Disagreement:
    """In one category: the units of each, apart from each other and in order."""
    length = bounds[1] - bounds[0]
    gaps = (_gaps(bounds, one), _gaps(bounds, other))
    apart = sum(_distance(a, b) for a in one for b in other)
    apart += sum(_uncovered(a, gaps[1]) for a in one) + sum(_uncovered(b, gaps[0]) for b in other)
    return Disagreement(
        observed=Fraction(apart, length * length),
        expected=_expected(length, [*one, *other], [*gaps[0], *gaps[1]]),
    )


def _expected(length: int, units: Sequence[Stretch], gaps: Sequence[Stretch]) -> Fraction:
    """Over all ways in which the units could lie, taken from whoever marked them."""
    pairs = OBSERVERS * length * (OBSERVERS * length - 1)
    pairs -= sum(_long(unit) * (_long(unit) - 1) for unit in units)
    if not pairs:
        return Fraction(0)
    crossing = Fraction(0)
    for unit in units:
        size = _long(unit)
        crossing += Fraction((len(units) - 1) * (2 * size**3 - 3 * size**2 + size), 3)
        wide = (_long(gap) for gap in gaps if _long(gap) >= size)
        crossing += size * size * sum(gap - size + 1 for gap in wide)
    return Fraction(2, length) * crossing / pairs


def _distance(one: Stretch, other: Stretch) -> int:
    """Of two units that share a character: how far their beginnings and ends are apart."""
    if one[0] >= other[1] or other[0] >= one[1]:
        return 0
    return int((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _uncovered(unit: Stretch, gaps: Sequence[Stretch]) -> int:
    """The unit's length squared, where all of it lies in a gap of the other person."""
    is_within = any(gap[0] <= unit[0] and unit[1] <= gap[1] for gap in gaps)
    return _long(unit) ** 2 if is_within else 0


def _gaps(bounds: Stretch, units: Sequence[Stretch]) -> list[Stretch]:
    edges = [bounds[0], *(edge for unit in units for edge in unit), bounds[1]]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return [(start, end) for start, end in gaps if start < end]


def _parted(stretches: Sequence[Stretch]) -> list[Stretch]:
    """In order, and those that overlap joined."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _long(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]
