"""Puts figures together with their signs, scales, units and hedges, and says which are amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from apps.domain.figures import ONE
from apps.domain.grammar.amount import Amount
from apps.domain.grammar.counted import Figures, counts_something
from apps.domain.grammar.hedges import hedge_after, hedge_before
from apps.domain.grammar.measures import (
    LONGEST_SIGN,
    NARROW_SCALES,
    SCALE_AFTER,
    SCALES,
    SIGN_AFTER,
    SIGN_BEFORE,
    UNIT_AFTER,
    base_of,
    is_currency,
)
from apps.domain.grammar.numerals import Numeral, numerals_in, times
from apps.domain.grammar.ranges import joined
from apps.domain.grammar.ranks import ranks_in
from apps.domain.grammar.shapes import Taken

_SIGNED = re.compile(r"(?<![\w)–-])[-–]$")
_PER = re.compile(
    r",? ?(?:(?:a|per|each|every) (?P<unit>year|month|week|day|hour|quarter)\b"
    r"|/ ?(?P<short>year|yr|month|day)\b"
    r"|(?P<word>annually|yearly|monthly|daily|weekly|per annum|p\.a\.|в год|mỗi năm)(?!\w))"
)
_PER_WORD = {
    "annually": "year", "yearly": "year", "per annum": "year", "p.a.": "year", "в год": "year",
    "mỗi năm": "year", "monthly": "month", "daily": "day", "weekly": "week", "yr": "year",
}  # fmt: skip
_AGED = re.compile(r"\b(?:aged|ages?) $")
_SMALL_SCALE = Decimal(1000)
_SENTENCE_OVER = re.compile(r"[.!?;] ")
# A noun follows, rather than the small word that goes on with the sentence.
_NOUN_AHEAD = re.compile(
    r" (?!(?:in|by|to|and|or|from|at|for|over|during|after|before|as|which|while|with|on|per|a"
    r"|of)\b)[^\W\d_]"
)
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<lead>one|a|two|three) ?-?)?(?P<part>half|thirds?|quarters?|fifths?|tenth)"
    r"(?= (?:of|the)\b|(?:(?<=by half)|(?<=one third)|(?<=thirds)|(?<=quarters))(?!\w))",
    re.IGNORECASE,
)
_PARTS = {"half": "50", "third": "33.3", "quarter": "25", "fifth": "20", "tenth": "10"}
_TIMES = {"": 1, "one": 1, "a": 1, "two": 2, "three": 3}


def amounts_in(text: str, taken: Taken, *, in_cell: bool = False) -> Iterator[Amount]:
    """The amounts of a block's words that are not taken yet, in their order.

    A bare figure in a cell always counts; in a sentence it depends on what stands around it.
    """
    for start, end, place in ranks_in(text, taken):
        taken.add(start, end)
        yield Amount(start, end, place, place, "rank")
    numerals = [n for n in numerals_in(text) if taken.is_free(n.start, n.end)]
    apart = _in_one_currency(text, [_with_unit(text, numeral) for numeral in _apart(numerals)])
    for amount in (*joined(text, apart), *_fractions(text, taken)):
        hedged = _hedged(text, amount)
        if in_cell or counts_something(
            text, (hedged.start, hedged.end), _figures_of(amount, hedged)
        ):
            yield hedged


def _in_one_currency(text: str, apart: Sequence[Amount]) -> list[Amount]:
    """Billions of nothing named are of the currency spoken of before: to 89 mln in 2021."""
    found: list[Amount] = []
    currency, behind = "", 0
    for amount in apart:
        if _SENTENCE_OVER.search(text, behind, amount.start):
            currency = ""
        if is_currency(amount.base):
            currency = amount.base
        bare = amount.base == "" and amount.scale > _SMALL_SCALE
        lent = currency if bare and not _NOUN_AHEAD.match(text, amount.end) else amount.base
        behind = amount.end
        found.append(replace(amount, base=lent))
    return found


def _figures_of(amount: Amount, hedged: Amount) -> Figures:
    return Figures(
        start=amount.start,
        end=amount.end,
        figure=amount.high,
        has_unit=bool(amount.base) or amount.scale != ONE,
        is_hedged=bool(hedged.hedge),
        in_words=amount.in_words,
        is_range=amount.is_range,
    )


def _apart(numerals: Sequence[Numeral]) -> Iterator[Numeral]:
    end = 0
    for numeral in numerals:
        if numeral.start >= end:
            yield numeral
            end = numeral.end


def _with_unit(text: str, numeral: Numeral) -> Amount:
    """The numeral with what stands glued or next to it: a sign, a scale, a unit."""
    start, end, base, scale = numeral.start, numeral.end, "", ONE
    before = SIGN_BEFORE.search(text[max(0, start - LONGEST_SIGN) : start])
    if before and not numeral.in_words:
        base = base_of(before[0].strip())
        start -= len(before[0])
    negative = not before and bool(_SIGNED.search(text[max(0, start - 2) : start]))
    if negative:
        start -= 1
    found = SCALE_AFTER.match(text, end)
    if found and _is_scale(text, found, numeral, base):
        scale, end = SCALES[found["scale"]], found.end()
    if not base:
        base, end = _unit_after(text, end)
    if not base and _AGED.search(text[max(0, start - 10) : start]):
        base = "years"
    figure = f"-{numeral.figure}" if negative else numeral.figure
    return Amount(
        start, end, figure, figure, base, scale, other=numeral.other, in_words=numeral.in_words
    )


def _is_scale(text: str, found: re.Match[str], numeral: Numeral, base: str) -> bool:
    if found["scale"] not in NARROW_SCALES:
        return True
    is_glued = found.start("scale") == numeral.end
    if base:
        return True
    if SIGN_AFTER.match(text, found.end()):
        return True
    behind = UNIT_AFTER.match(text, found.end())
    if behind and is_currency(base_of(behind["unit"])):
        return True
    return is_glued and found["scale"] in ("k", "b", "bn", "mn", "tn")


def _unit_after(text: str, end: int) -> tuple[str, int]:
    sign = SIGN_AFTER.match(text, end)
    if sign:
        return base_of(sign[0].strip()), sign.end()
    unit = UNIT_AFTER.match(text, end)
    if unit and not (len(unit["unit"]) == 1 and unit["gap"] == " " and unit["unit"] in "gKl°"):
        return base_of(unit["unit"]), unit.end()
    return "", end


def _fractions(text: str, taken: Taken) -> Iterator[Amount]:
    for match in _FRACTION.finditer(text):
        if not taken.is_free(*match.span()):
            continue
        lead, part = (match["lead"] or "").lower(), match["part"].lower().rstrip("s")
        if part != "half" and not lead:
            continue
        figure = (
            "66.7"
            if (lead, part) == ("two", "third")
            else times(_PARTS[part], Decimal(_TIMES[lead]))
        )
        yield Amount(match.start(), match.end(), figure, figure, "%", in_words=True)


def _hedged(text: str, amount: Amount) -> Amount:
    """With the hedge before or behind it, and with how often it comes round."""
    start, hedge = hedge_before(text, amount.start)
    end, behind = hedge_after(text, amount.end)
    per = _PER.match(text, end)
    if per:
        word = per["unit"] or per["short"] or per["word"]
        return replace(
            amount, start=start, end=per.end(), hedge=hedge or behind, per=_PER_WORD.get(word, word)
        )
    return replace(amount, start=start, end=end, hedge=hedge or behind)
