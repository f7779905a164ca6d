"""Puts figures together with their signs, scales, units and hedges, and says which are amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from apps.domain.figures import ONE, plain_figure
from apps.domain.grammar.amount import Amount
from apps.domain.grammar.counted import Figures, counts_something
from apps.domain.grammar.hedges import hedge_after, hedge_before
from apps.domain.grammar.lending import in_one_currency, lent
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
from apps.domain.grammar.numerals import Numeral, figure_of_words, numerals_in, times
from apps.domain.grammar.ranges import joined
from apps.domain.grammar.ranks import ranks_in
from apps.domain.grammar.shapes import Taken

_SIGNED = re.compile(r"(?<![\w)–-])[-–+]$")
_LASTING = frozenset("years months weeks days decades".split())
_LONGER_THAN = re.compile(
    r"(?:^|\b(?:for|in|of|by|just|well|lasted|took|is|was|were|after|aged) )$"
)
_PER = re.compile(
    r",? ?(?:(?:a|per|each|every) (?P<unit>year|month|week|day|hour|quarter)\b"
    r"(?! (?:later|earlier|before|after|ago)\b)"
    r"|/ ?(?P<short>year|yr|month|day)\b"
    r"|(?P<word>annually|yearly|monthly|daily|weekly|per annum|p\.a\.|в год|mỗi năm)(?!\w))"
)
_PER_WORD = {
    "annually": "year", "yearly": "year", "per annum": "year", "p.a.": "year", "в год": "year",
    "mỗi năm": "year", "monthly": "month", "daily": "day", "weekly": "week", "yr": "year",
}  # fmt: skip
# What is told in millions: 2.3 m people, 1.2 m tonnes.
_IN_MILLIONS = frozenset({"persons", "tonnes", "barrels", "ha", "acres"})
_AGED = re.compile(r"\b(?:aged|ages?) $")
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<lead>one|a|two|three|four) ?-?)?(?P<part>half|thirds?|quarters?|fifths?|"
    r"tenths?)(?=(?:,? of|,? the)\b|[,.;)]|$| (?:in|from|by|to|at|over|between|since|during|and)\b)"
    r"(?! of (?:the )?(?:year|period|1[0-9]{3}|20[0-9]{2}))",
    re.IGNORECASE,
)
_BY_A_PART = re.compile(r"\b(?:by|to|about|nearly|almost|over|than|roughly|around|some|only) $")
_ONE_IN = re.compile(
    r"(?<![\w.,-])(?P<some>one|two|three|four|[1-9]) (?:in|out of)(?: every)? "
    r"(?P<all>three|four|five|six|seven|eight|nine|ten|twenty|[3-9]|[1-9]0|100)(?![\w,.]\d|\w)"
    r"(?! (?:years?|months?|days?|weeks?|hours?|minutes|per|%|millions?|January|February|March|"
    r"April|May|June|July|August|September|October|November|December))"
)
_PARTS = {"half": "50", "third": "33.3", "quarter": "25", "fifth": "20", "tenth": "10"}
_TIMES = {"": 1, "one": 1, "a": 1, "two": 2, "three": 3, "four": 4}


def amounts_in(text: str, taken: Taken, *, in_cell: bool = False) -> Iterator[Amount]:
    """The amounts of a block's words that are not taken yet, in their order.

    A bare figure in a cell always counts; in a sentence it depends on what stands around it.
    """
    for start, end, place in ranks_in(text, taken):
        taken.add(start, end)
        yield Amount(start, end, place, place, "rank")
    shares = list(_shares(text, taken))
    numerals = [n for n in numerals_in(text) if taken.is_free(n.start, n.end)]
    apart = in_one_currency(text, [_with_unit(text, numeral) for numeral in _apart(numerals)])
    whole = list(lent(text, list(joined(text, apart))))
    for amount in (*shares, *whole, *_fractions(text, taken)):
        hedged = _hedged(text, amount)
        if in_cell or counts_something(
            text, (hedged.start, hedged.end), _figures_of(amount, hedged)
        ):
            yield hedged


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
    signed = not before and bool(_SIGNED.search(text[max(0, start - 2) : start]))
    negative = signed and text[start - 1] != "+"
    if signed:
        start -= 1
    found = SCALE_AFTER.match(text, end)
    if found and _is_scale(text, found, numeral, base):
        scale, end = SCALES[found["scale"]], found.end()
    if not base:
        base, end = _unit_after(text, end, is_scaled=scale != ONE)
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
    if behind and (is_currency(base_of(behind["unit"])) or base_of(behind["unit"]) in _IN_MILLIONS):
        return True
    return is_glued and found["scale"] in ("k", "b", "bn", "mn", "tn")


def _unit_after(text: str, end: int, *, is_scaled: bool) -> tuple[str, int]:
    sign = SIGN_AFTER.match(text, end)
    if sign:
        return base_of(sign[0].strip()), sign.end()
    unit = UNIT_AFTER.match(text, end)
    loose = unit is not None and unit["gap"] == " " and unit["unit"] in ("g", "K", "l", "t", "°")
    if unit and not (loose and not is_scaled):
        return base_of(unit["unit"]), unit.end()
    return "", end


def _fractions(text: str, taken: Taken) -> Iterator[Amount]:
    for match in _FRACTION.finditer(text):
        lead, part = (match["lead"] or "").lower(), match["part"].lower().rstrip("s")
        is_told = lead not in ("", "a") or text.startswith((" of", " the"), match.end())
        by = _BY_A_PART.search(text[max(0, match.start() - 10) : match.start()])
        if not taken.is_free(*match.span()) or not (is_told or by) or (part != "half" and not lead):
            continue
        figure = (
            "66.7"
            if (lead, part) == ("two", "third")
            else times(_PARTS[part], Decimal(_TIMES[lead]))
        )
        yield Amount(match.start(), match.end(), figure, figure, "%", in_words=True)


def _shares(text: str, taken: Taken) -> Iterator[Amount]:
    """One in five is 20 per cent."""
    for match in _ONE_IN.finditer(text):
        some, whole = (Decimal(figure_of_words(match[n]) if match[n].isalpha() else match[n])
                       for n in ("some", "all"))  # fmt: skip
        if taken.is_free(*match.span()) and some < whole:
            figure = plain_figure((100 * some / whole).quantize(Decimal("0.1")))
            taken.add(*match.span())
            yield Amount(match.start(), match.end(), figure, figure, "%", in_words=True)


def _hedged(text: str, amount: Amount) -> Amount:
    """With the hedge before or behind it, and with how often it comes round."""
    start, hedge = hedge_before(text, amount.start)
    if _is_meanwhile(text, start, amount):
        start, hedge = amount.start, ""
    end, behind = hedge_after(text, amount.end)
    per = _PER.match(text, end)
    if per:
        word = per["unit"] or per["short"] or per["word"]
        return replace(
            amount, start=start, end=per.end(), hedge=hedge or behind, per=_PER_WORD.get(word, word)
        )
    return replace(amount, start=start, end=end, hedge=hedge or behind)


def _is_meanwhile(text: str, start: int, amount: Amount) -> bool:
    """Whether “over” tells how long: repaid over 12 years; but lasted for over 12 years."""
    return (
        amount.base in _LASTING
        and text.startswith("over ", start)
        and not _LONGER_THAN.search(text[max(0, start - 12) : start])
    )
