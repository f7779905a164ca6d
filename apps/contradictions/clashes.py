"""Which claims cannot stand together, one of each fact at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import product
from math import prod

from apps.domain.statements import Statement

Fact = tuple[Statement, ...]
Choice = tuple[Statement, ...]
MOST_CHOICES = 64
LARGEST = Decimal("Infinity")


def clashing(
    facts: tuple[Fact, ...], clash: Callable[[Choice], bool]
) -> tuple[frozenset[str], ...]:
    """Sets of claim keys, one of each fact, of which at least one must go.

    A fact's witnesses may go on disagreeing with the rest when one of them is given up, so each
    choice is looked at by itself. Where there are too many, the choice that clashes most and its
    neighbours stand for all; to list just the first would blame whoever stands in them.
    """
    many = prod(len(fact) for fact in facts) > MOST_CHOICES
    choices: Iterable[Choice] = _neighbours(facts, clash) if many else product(*facts)
    found = (frozenset(claim.key for claim in choice) for choice in choices if clash(choice))
    return tuple(dict.fromkeys(found))


def _neighbours(facts: tuple[Fact, ...], clash: Callable[[Choice], bool]) -> Iterator[Choice]:
    """The sharpest choice that clashes, then each that differs from it by one claim."""
    sharpest = next((choice for choice in _extremes(facts) if clash(choice)), None)
    if sharpest is None:
        return
    yield sharpest
    for place, fact in enumerate(facts):
        for claim in fact:
            if claim is not sharpest[place]:
                yield (*sharpest[:place], claim, *sharpest[place + 1 :])


def _extremes(facts: tuple[Fact, ...]) -> Iterator[Choice]:
    """The lowest claim of the first fact against the highest of the others, and the reverse."""
    first, *others = facts
    yield (min(first, key=_high), *(max(fact, key=_low) for fact in others))
    yield (max(first, key=_low), *(min(fact, key=_high) for fact in others))


def _low(statement: Statement) -> Decimal:
    return statement.hard.low if statement.hard.low is not None else -LARGEST


def _high(statement: Statement) -> Decimal:
    return statement.hard.high if statement.hard.high is not None else LARGEST
