"""Some lines say by their first characters what they open: a list item, a caption, a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from apps.domain.layout.lines import Line

Mark = Literal["", "hash", "bullet", "number", "caption", "origin", "byline"]

RULE = re.compile(r"^(?:[*\-_=~#·•⁂—–+]\s*){3,}$|^⁂$")
UNDERLINES = "=-~"  # from the highest level of headings down
_HASH = re.compile(r"^(#{1,6})\s+(?=[^\s#])")
_BULLET = re.compile(r"^[-*•·▪‣◦●○■□–➢✓]\s+(?=\S)")
_NUMBER = re.compile(r"^([(\[]?)(\d{1,3})([.)\]]|\.\))\s+(?=\S)|^\[\^(\d{1,3})\]:\s+(?=\S)")
_LETTER = re.compile(r"^\(?([a-z])[.)]\s+(?=\S)")
_CAPTION = re.compile(
    r"^(?P<label>(?:Table|Chart|Figure|Fig\.|Graph|Diagram|Map|Box|Tabela|Wykres|Rysunek|"
    r"Таблица|Табл\.|Рисунок|Рис\.|График|Bảng|Biểu đồ|Hình|Tabelle|Abbildung|Abb\.|Tableau)"
    r"\s(?:\d{1,3}(?:\.\d{1,2})?|[IVX]{1,5}))(?:[.:]\s+|\s[—–-]\s)(?=\S)"
)
_ORIGIN = re.compile(
    r"^(?:Sources?|Notes?|Источник(?:и)?|Примечани[ея]|Źródł[oa]|Uwag[ai]|Nguồn|Ghi chú|"
    r"Quellen?|Anmerkung(?:en)?)\s?:\s*(?=\S)"
)
_INNER_ORIGIN = re.compile(r"\s(?=(?:Sources?|Źródło|Источник|Nguồn|Quelle):\s)")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BYLINE = re.compile(rf"^(?:By|BY)\s{_NAME}(?:,?\s(?:and\s|&\s|de\s|van\s|von\s)?{_NAME}){{0,8}}$")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line opens; `lead` characters of it are the mark itself, `label` names it."""

    mark: Mark = ""
    lead: int = 0
    label: str = ""
    number: int = 0


NOTHING = Opening()


def opening_of(text: str) -> Opening:
    """Return what the first characters of a line announce, taken by themselves."""
    if match := _HASH.match(text):
        return Opening("hash", match.end(), match[1])
    if match := _BULLET.match(text):
        return Opening("bullet", match.end())
    if match := _NUMBER.match(text):
        digits = match[2] or match[4]
        return Opening("number", match.end(), text[: match.end()].rstrip(": "), int(digits))
    if match := _LETTER.match(text):
        return Opening("number", match.end(), match[0].rstrip(), ord(match[1]) - ord("a") + 1)
    if match := _CAPTION.match(text):
        return Opening("caption", 0, match["label"])
    if _ORIGIN.match(text):
        return Opening("origin")
    if len(text) < 120 and _BYLINE.match(text):
        return Opening("byline")
    return NOTHING


def opening_of_line(line: Line) -> Opening:
    """Return what a line opens by its first characters or by the rule drawn below it."""
    if line.underline:
        return Opening("hash", 0, "#" * (1 + UNDERLINES.index(line.underline)))
    return opening_of(line.text)


def inner_origin(text: str) -> int | None:
    """Return where "Source: ..." begins inside a caption's own line."""
    match = _INNER_ORIGIN.search(text)
    return match.end() if match else None


def successors(first: Opening, second: Opening) -> bool:
    """True if two numbers of one style follow each other: 4. and 5., (1) and (2), a) and b)."""
    return (
        first.mark == second.mark == "number"
        and second.number == first.number + 1
        and _style(first) == _style(second)
    )


def openings_of(chunk: Sequence[Line]) -> list[Opening]:
    """
    Return what each line of a chunk opens.

    Inside a chunk a number opens an item only beside its neighbour (a wrapped sentence may
    begin a line with "12. "), so lone numbers are dropped there.
    """
    found = [opening_of_line(line) for line in chunk]
    numbered = [at for at, opening in enumerate(found) if opening.mark == "number"]
    proven = {
        at
        for first, second in pairwise(numbered)
        if successors(found[first], found[second])
        for at in (first, second)
    }
    return [
        NOTHING if at and opening.mark == "number" and at not in proven else opening
        for at, opening in enumerate(found)
    ]


def _style(opening: Opening) -> str:
    return re.sub(r"[a-z]", "a", re.sub(r"\d+", "1", opening.label))
