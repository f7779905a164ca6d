"""Joins two amounts that are the ends of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from apps.domain.figures import EXACT, ONE
from apps.domain.grammar.amount import Amount
from apps.domain.grammar.measures import is_currency
from apps.domain.grammar.numerals import times

_TO = re.compile(r" ?(?P<dash>[–-]) ?| (?P<to>to|or|até|до|đến) | (?P<and>and|và|и) (?:up to )?")
_BETWEEN = re.compile(r"\b(?:between|từ|между) $", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere) from $", re.IGNORECASE
)
_GIVE_OR_TAKE = re.compile(r" ?\(?(?:±|\+/[-–]) ?")
_LOOK = 24


def joined(text: str, apart: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts, two of them as one where they are the ends of a range."""
    waiting: Amount | None = None
    for amount in apart:
        one = _range(text, waiting, amount) if waiting is not None else None
        if waiting is not None and one is None:
            yield waiting
        if one is not None:
            yield one
        waiting = amount if one is None else None
    if waiting is not None:
        yield waiting


def _range(text: str, left: Amount, right: Amount) -> Amount | None:
    """One amount of two, or nothing where they stand apart."""
    if _GIVE_OR_TAKE.fullmatch(text, left.end, right.start):
        return _around(text, left, right)
    between = _TO.fullmatch(text, left.end, right.start)
    if between is None:
        dashed = text[left.end : left.end + 1] in "-–" and right.start == left.end
        if not dashed:
            return None
    before = text[max(0, left.start - _LOOK) : left.start]
    if between is not None:
        if between["and"] and not _BETWEEN.search(before):
            return None
        if between["to"] == "to" and _FROM.search(before) and not _RANGING.search(before):
            return None
    return _one_of_two(left, right)


def _around(text: str, left: Amount, right: Amount) -> Amount | None:
    """480 km ± 20 km is 460 to 500 km."""
    base = left.base or right.base
    if right.base not in ("", base) or right.scale not in (ONE, left.scale):
        return None
    scale = max(left.scale, right.scale)
    low = EXACT.subtract(Decimal(left.low), Decimal(right.low))
    high = EXACT.add(Decimal(left.low), Decimal(right.low))
    opened = "(" in text[left.end : right.start] and text.startswith(")", right.end)
    end = right.end + 1 if opened else right.end
    return replace(left, end=end, low=f"{low:f}", high=f"{high:f}", base=base, scale=scale)


def _one_of_two(left: Amount, right: Amount) -> Amount | None:
    base = right.base or left.base
    if left.base and right.base and left.base != right.base:
        return None
    low_scale = left.scale if left.scale != ONE or left.base not in ("", base) else right.scale
    if left.scale == ONE and left.base and right.scale != ONE and not is_currency(left.base):
        return None
    scale = min(low_scale, right.scale)
    right_low = right.low.lstrip("-")
    low = times(left.low, low_scale / scale)
    high = times(right_low, right.scale / scale)
    if Decimal(low) >= Decimal(high):
        return None
    return replace(left, end=right.end, low=low, high=high, base=base, scale=scale, other="")
