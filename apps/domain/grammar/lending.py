"""Lends a figure the unit of another in its sentence: 12 per cent, from 7; 59 years in 1960, 75."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from apps.domain.figures import ONE
from apps.domain.grammar.amount import Amount
from apps.domain.grammar.measures import is_currency

_SENTENCE_OVER = re.compile(r"[.!?;][0-9]{0,2} ")
# A noun follows, rather than the small word that goes on with the sentence.
_NOUN_AHEAD = re.compile(
    r"[ -](?!(?:in|by|to|and|or|from|at|for|over|during|after|before|as|which|while|with|on|per|a"
    r"|of|the|respectively|compared|against|two|three|annually)\b)[^\W\d_]"
)
# What leads from one end of a change to the other, or from one side of a comparison.
_TO_THE_OTHER = re.compile(
    r"(?:^|[^.;]* )(?:to|from|against|versus|vs\.?|for|than|compared (?:to|with)|with|and) "
    r"(?:only |just |about |around |some |nearly |almost |over |more than |less than )?$"
)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_TO = re.compile(r" (?:in|at|on) [^.,;]{1,30} to (?:only |about |around |nearly |over )?| to ")
_NEXT_OF_A_LIST = re.compile(r", (?:and )?| and ")
_FARTHEST = 70


def in_one_currency(text: str, apart: Sequence[Amount]) -> list[Amount]:
    """Billions of nothing named are of the currency spoken of before: to 89 mln in 2021."""
    found: list[Amount] = []
    currency, behind = "", 0
    for amount in apart:
        if _SENTENCE_OVER.search(text, behind, amount.start):
            currency = ""
        if is_currency(amount.base):
            currency = amount.base
        bare = amount.base == "" and amount.scale > 1000
        lent = currency if bare and not _NOUN_AHEAD.match(text, amount.end) else amount.base
        behind = amount.end
        found.append(replace(amount, base=lent))
    return found


def lent(text: str, apart: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts, bare ones with the unit of that to which they are compared."""
    listed = _listed(text, apart)
    before: Amount | None = None
    for at, amount in enumerate(listed):
        behind = listed[at + 1] if at + 1 < len(listed) else None
        before = _lent(text, before, amount, behind)
        yield before


def _lent(text: str, before: Amount | None, amount: Amount, behind: Amount | None) -> Amount:
    if _is_bare(text, amount):
        if before is not None and _is_compared(text, before, amount):
            return _with_unit_of(before, amount)
        if behind is not None and _leads_to(text, amount, behind):
            return _with_unit_of(behind, amount)
    if before is not None and amount.base == "" and amount.scale != ONE:
        is_other_end = _TO.fullmatch(text, before.end, amount.start)
        return replace(amount, base=before.base) if is_other_end else amount
    return amount


def _listed(text: str, apart: Sequence[Amount]) -> list[Amount]:
    """Those of a list with the unit of its last: 6.3, 3.3 and 4.5 per cent."""
    found: list[Amount] = []
    for amount in reversed(apart):
        behind = found[-1] if found else None
        is_next = behind and _NEXT_OF_A_LIST.fullmatch(text, amount.end, behind.start)
        is_lent = behind is not None and is_next and behind.base and _is_bare(text, amount)
        found.append(_with_unit_of(behind, amount) if behind and is_lent else amount)
    return found[::-1]


def _is_bare(text: str, amount: Amount) -> bool:
    """Whether neither a unit nor something that it counts is told of it."""
    plain = amount.base == "" and amount.scale == ONE
    return plain and not _NOUN_AHEAD.match(text, amount.end)


def _is_compared(text: str, before: Amount, amount: Amount) -> bool:
    between = text[before.end : amount.start]
    return (
        (before.base != "" or before.scale != ONE)
        and before.base != "rank"
        and len(between) <= _FARTHEST
        and bool(_TO_THE_OTHER.fullmatch(between))
    )


def _leads_to(text: str, amount: Amount, behind: Amount) -> bool:
    """Whether this is where a change begins that ends in the other: from 9 to 30 percent."""
    between = _TO.fullmatch(text, amount.end, behind.start)
    if between is None or (behind.base == "" and behind.scale == ONE):
        return False
    return between[0] == " to " or bool(_FROM.search(text[max(0, amount.start - 6) : amount.start]))


def _with_unit_of(other: Amount, amount: Amount) -> Amount:
    return replace(amount, base=other.base, scale=other.scale)
