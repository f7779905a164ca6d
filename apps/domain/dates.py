"""Reads one calendar date as its source gives it: a day, a month, a year, a decade, a century."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from apps.domain.refusals import Refusal, quoted

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# From fine to coarse. A decade or century is a year with X for the digits left open.
PRECISIONS = ("day", "month", "year", "decade", "century")

EXAMPLES = "Write a year, month, day or interval: 2014, 2014-11, 2014-11-25, 2023/.., 2005/2015."

# EDTF (ISO 8601-2:2019; Library of Congress), the closed subset that the sources need.
_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<qualifier>[?~%]?)"
)
_OPEN_DIGITS = re.compile(r"(?P<stem>[0-9]{2}(?:X|[0-9]))X(?P<qualifier>[?~%]?)")
_QUALIFIER_WORDS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The days that a date may mean, first and last, and how finely it is given."""

    first: date
    last: date
    precision: str
    qualifier: str = ""

    @classmethod
    def read(cls, text: str) -> CalendarDate:
        """Refuses, by name, whatever is not one date of the subset."""
        if match := _DATE.fullmatch(text):
            return _read_calendar(text, match)
        if match := _OPEN_DIGITS.fullmatch(text):
            return _read_open_digits(text, match["stem"], match["qualifier"])
        raise Refusal(f"{quoted(text)} is not a date that can be read.", _remedy(text))

    @property
    def approximate(self) -> bool:
        return self.qualifier in ("~", "%")

    @property
    def uncertain(self) -> bool:
        return self.qualifier in ("?", "%")

    def __str__(self) -> str:
        return _QUALIFIER_WORDS[self.qualifier] + self._plain_words()

    def _plain_words(self) -> str:
        match self.precision:
            case "day":
                return day_in_words(self.first)
            case "month":
                return f"{MONTHS[self.first.month - 1]} {self.first.year}"
            case "decade":
                return f"{self.first.year}s"
            case "century":  # “2000s” would read as the decade
                return f"{self.first.year}–{self.last.year}"
            case _:
                return str(self.first.year)


def day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _read_calendar(text: str, match: re.Match[str]) -> CalendarDate:
    year, qualifier = int(match["year"]), match["qualifier"]
    if year == 0:
        raise Refusal(f"{quoted(text)}: there is no year 0.", "Dates run from 0001 to 9999.")
    if match["month"] is None:
        return CalendarDate(date(year, 1, 1), date(year, 12, 31), "year", qualifier)
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise Refusal(f"{quoted(text)}: there is no month {match['month']}.", _remedy(text))
    days = monthrange(year, month)[1]
    if match["day"] is None:
        return CalendarDate(date(year, month, 1), date(year, month, days), "month", qualifier)
    if not 1 <= int(match["day"]) <= days:
        raise Refusal(
            f"{quoted(text)}: there is no day {match['day']} in {MONTHS[month - 1]} {year}.",
            f"Give a day from 01 to {days}, or the month alone.",
        )
    day = date(year, month, int(match["day"]))
    return CalendarDate(day, day, "day", qualifier)


def _read_open_digits(text: str, stem: str, qualifier: str) -> CalendarDate:
    first, last = int(stem.replace("X", "0") + "0"), int(stem.replace("X", "9") + "9")
    if first == 0:
        raise Refusal(f"{quoted(text)} would include a year 0.", "Dates run from 0001 to 9999.")
    precision = "century" if "X" in stem else "decade"
    return CalendarDate(date(first, 1, 1), date(last, 12, 31), precision, qualifier)


def _remedy(text: str) -> str:
    """The form that was probably meant, else the forms there are."""
    if match := re.fullmatch(r"([0-9]{4}) ?[-–—] ?([0-9]{4})", text):
        return f"Write {match[1]}/{match[2]}."
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})[-–—]([0-9]{2})", text)
    if match and match[3] > match[2]:  # 2012-16 would be month 16
        return f"For the years write {match[1]}{match[2]}/{match[1]}{match[3]}."
    if match := re.fullmatch(r"([0-9]{4})-([1-9])", text):
        return f"Write {match[1]}-0{match[2]}."
    if match := re.fullmatch(r"([0-9]{3})0s", text):
        return f"Write {match[1]}X."
    return EXAMPLES
