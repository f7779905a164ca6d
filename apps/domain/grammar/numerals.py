"""Reads numbers, in digits and in words, as plain figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from apps.domain.figures import EXACT, HALF, ONE

MOST_DIGITS = 24
LONGEST_IN_WORDS = 80

_DIGITS = re.compile(
    r"(?:(?<![^\W_])|(?<=\b(?:USD|EUR|RUB|GBP|CNY|RMB|INR|JPY))|(?<=\bRs))(?<![0-9][.,:/])(?<![^\W\d_][-./])"
    r"(?P<figure>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]+)?)(?P<half> ?[½¼¾])?(?![0-9])(?!,[0-9]{2})(?![.:][0-9])"
)
_HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_GREAT = {"hundred": 100, "thousand": 1000, "dozen": 12}
_WORD = "|".join(sorted({*_SMALL, *_TENS}, key=len, reverse=True))
_NEXT = rf"(?:{_WORD}|hundred|thousand|dozen)"
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?:(?:half )?an?(?= (?:million|billion|trillion)\b)|(?:half )?an? (?={_NEXT}\b)"
    rf"(?:hundred|thousand|dozen)|(?:{_WORD}))"
    rf"(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)) and ){_NEXT})*(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands; `figure` is plain, `doubtful` has another reading as well."""

    start: int
    end: int
    figure: str
    other: str = ""
    in_words: bool = False


def numerals_in(text: str) -> Iterator[Numeral]:
    """All numbers of a text in their order."""
    found = [*_digits(text), *_words(text)]
    return iter(sorted(found, key=lambda numeral: numeral.start))


def _digits(text: str) -> Iterator[Numeral]:
    for match in _DIGITS.finditer(text):
        figure, other = _plain(match["figure"])
        if match["half"] and "." not in figure:
            figure += _HALVES[match["half"].strip()]
        if len(figure) <= MOST_DIGITS:
            yield Numeral(match.start(), match.end(), figure, other)


def _plain(printed: str) -> tuple[str, str]:
    """The figure as English reads it, and the other reading of a single comma or point."""
    bare = printed.replace(" ", "").replace("'", "")
    whole, comma, rest = bare.partition(",")
    if bare.count(".") > 1:
        return _trimmed(bare.replace(".", "").replace(",", ".")), ""
    if comma and "," not in rest and "." not in bare:
        if len(rest) == 3 and whole != "0":
            return _trimmed(whole + rest), _trimmed(f"{whole}.{rest}")
        return _trimmed(f"{whole}.{rest}"), ""
    return _trimmed(bare.replace(",", "")), ""


def _trimmed(figure: str) -> str:
    whole, point, rest = figure.partition(".")
    return (whole.lstrip("0") or "0") + point + rest


def _words(text: str) -> Iterator[Numeral]:
    for match in _IN_WORDS.finditer(text):
        if len(match[0]) > LONGEST_IN_WORDS:
            continue
        figure = figure_of_words(match[0])
        yield Numeral(match.start(), match.end(), figure, in_words=True)


def figure_of_words(printed: str) -> str:
    """“twenty-five” is 25, “two hundred and six” is 206, “half a” of a million is 0.5."""
    words = printed.lower().replace("-", " ").split()
    is_half = words[0] == "half"
    total, part = 0, 0
    for word in words:
        if word in ("a", "an"):
            part = 1
        elif word == "thousand":
            total, part = total + (part or 1) * 1000, 0
        elif word in _GREAT:
            part = (part or 1) * _GREAT[word]
        else:
            part += _SMALL.get(word, 0) + _TENS.get(word, 0)
    figure = Decimal(total + part)
    return times(str(figure), HALF) if is_half else str(figure)


def times(figure: str, factor: Decimal) -> str:
    """The figure times a factor, plain and exact."""
    if factor == ONE:
        return figure
    product = EXACT.multiply(Decimal(figure), factor)
    plain = f"{product:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
