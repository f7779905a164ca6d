"""Reckons times that are told by their distance from another: a year later, the same month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from apps.domain.grammar.numerals import figure_of_words
from apps.domain.grammar.points import Point
from apps.domain.grammar.shapes import Taken

_COUNT = (
    r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|[0-9]{1,2}"
)
_RELATIVE = re.compile(
    r"(?<![\w-])(?:(?:of |in )?(?P<same>(?:the )?(?:same|that) (?P<a>year|month|day))"
    r"|(?:of |in )?(?P<next>(?<!over )(?<!within )(?<!during )(?<!for )(?<!in )the "
    r"(?:following|next) (?P<b>year|month|day))"
    r"|(?:of |in )?(?P<previous>the (?:previous|preceding) (?P<c>year|month|day))"
    r"|the (?P<e>year) (?P<beside>before|after)(?=[.,;:)]|$)"
    rf"|(?:only |just )?(?P<count>{_COUNT}) (?P<d>year|month|week|day)s?"
    r" (?P<way>later|earlier|before that|after that))(?!\w)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    rf"{_RELATIVE.pattern}|(?<![\w-])[\w-]{{1,20}} (?:years|months|weeks|days) ago\b", re.I
)
_TO_THE_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(?!~)")
_TO_THE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What is only planned is not the time that a text has come to.
_AHEAD = re.compile(
    r"\b(?:by|until|till|due(?: \w+)?|(?:planned|scheduled|expected|foreseen)(?: for| in| by"
    r"|(?: \w+)? to \w+(?: \w+)? (?:in|by)))(?: the)? $"
)
_NAMING = re.compile(r"\b(?:the|its|their|his|her|under|after) $", re.IGNORECASE)
_LOOK = 40


@dataclass(slots=True)
class Calendar:
    """The time that a text spoke of last, from which “the same year” is reckoned."""

    year: int = 0
    last: str = ""

    def note(self, edtf: str) -> None:
        years = [int(year) for year in re.findall(r"(?<![0-9-])[0-9]{4}", edtf)]
        if years:
            self.year, self.last = years[-1], edtf.rpartition("/")[2]

    def reckoned(self, steps: str, rest: str) -> str:
        """“+1y” is the year after the one that was spoken of; a month and day may follow."""
        count, unit = int(steps[:-1]), steps[-1]
        if unit == "y":
            year = self.year + count
            return with_year(f"{year:04}", rest) if self.year and 0 < year < 10000 else ""
        if unit == "m":
            if not _TO_THE_MONTH.match(self.last):
                return ""
            months = self.year * 12 + int(self.last[5:7]) - 1 + count
            return f"{months // 12:04}-{months % 12 + 1:02}"
        return self._days_on(count * (7 if unit == "w" else 1))

    def _days_on(self, days: int) -> str:
        if not _TO_THE_DAY.fullmatch(self.last):
            return ""
        try:
            return (date.fromisoformat(self.last) + timedelta(days)).isoformat()
        except (ValueError, OverflowError):
            return ""


def with_year(year: str, rest: str) -> str:
    """Months and days of one year, which may be the ends of a range."""
    return "/".join(year + part for part in rest.split("/"))


def related_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a time is told by its distance from another, whether or not that one is known."""
    return (match.span() for match in _RELATED.finditer(text))


def related(text: str, taken: Taken, points: Sequence[Point]) -> Iterator[Point]:
    """Times told by the distance from the last: a year later, on 27 July the same year."""
    ends = {point.end: point for point in points if point.rest}
    for match in _RELATIVE.finditer(text):
        if not taken.is_free(*match.span()):
            continue
        back = range(match.start(), match.start() - 3, -1)
        before = next((ends[at] for at in back if at in ends), None)
        if before is not None:
            yield Point(before.start, match.end(), "", before.rest, _steps(match))
        else:
            yield Point(match.start(), match.end(), "", "", _steps(match))


def _steps(match: re.Match[str]) -> str:
    unit = next(found for name in "abcde" if (found := match[name]))[0].lower()
    if match["same"]:
        return f"+0{unit}"
    if match["next"] or match["previous"]:
        return f"{'+1' if match['next'] else '-1'}{unit}"
    if match["beside"]:
        return "+1y" if match["beside"].lower() == "after" else "-1y"
    count = match["count"].lower()
    number = count if count.isdigit() else figure_of_words(count)
    return ("+" if match["way"].lower() in ("later", "after that") else "-") + number + unit


def is_told_in_passing(text: str, point: Point) -> bool:
    """Whether a text goes on where it was: what is due by then, a treaty named by its year."""
    before = text[max(0, point.start - _LOOK) : point.start]
    if _AHEAD.search(before):
        return True
    names = len(point.edtf) == 4 and text[point.end : point.end + 2].strip().isalpha()
    return names and bool(_NAMING.search(before))
