"""Finds single dates as they are printed: days, months, quarters, years, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from apps.domain.grammar import point_readers as read
from apps.domain.grammar.months import month_pattern
from apps.domain.grammar.point_readers import CENTURIES, COUNTS, DECADES, ORDINALS, Reader
from apps.domain.grammar.shapes import Taken
from apps.domain.periods import Period
from apps.domain.refusals import Refusal

_PLACEHOLDERS = {
    "YEAR": "(?:1[0-9]|20|21)[0-9]{2}",
    "ENDING": "(?:st|nd|rd|th)?",
    "TO": " ?(?:-|–|to|and) ?",
    "ORDINAL": "|".join(sorted(ORDINALS, key=len, reverse=True)),
    "CENTURY": "|".join(CENTURIES),
    "DECADE": "|".join(DECADES),
    "SUFFIX": r"(?: (?:года|году|год|roku)(?!\w)| ?(?:г|гг|r)\.(?!\w))?",
    "LEAD": "|".join(
        f"(?<={words})"
        for words in (
            *(f"{word} " for word in "in since until by during from between early late".split()),
            "mid-",
            "mid ",
            "end of ",
            "beginning of ",
            "middle of ",
            "start of ",
        )
    ),
    # A month stands written large, “may” and “march” do not.
    "LARGE": r"(?=(?-i:[^\W\d_a-zа-яё]))",
    "COUNT": "|".join(COUNTS),
}
_FORMS: tuple[tuple[str, Reader], ...] = (
    (
        r"(?:the )?(?P<d>[0-9]{1,2})ENDING(?:\.|-е|-го)?(?: day)?(?: of| de)? (?P<m>MONTH),?"
        r"(?: of| de)? (?P<y>YEAR)SUFFIX",
        read.day,
    ),
    (r"(?P<m>MONTH) (?:the )?(?P<d>[0-9]{1,2})ENDING,? (?:of )?(?P<y>YEAR)", read.day),
    (r"(?P<y>YEAR)-(?P<mm>[01][0-9])-(?P<d>[0-3][0-9])(?:T[0-9:.]+Z?)?", read.day),
    (r"(?P<y>YEAR)[/.](?P<mm>[01]?[0-9])[/.](?P<d>[0-3]?[0-9])", read.day),
    (
        r"(?P<d>[0-9]{1,2})(?P<s>[./-]) ?(?P<mm>[0-9]{1,2})(?P=s) ?(?P<y>YEAR)SUFFIX",
        read.day,
    ),
    (r"(?:ngày )?(?P<d>[0-9]{1,2}) tháng (?P<mm>[0-9]{1,2}),? năm (?P<y>YEAR)", read.day),
    (r"tháng (?P<mm>[0-9]{1,2})(?:,? năm |/|-)(?P<y>YEAR)", read.month),
    (r"(?P<y>YEAR) (?P<m>MONTH) (?P<d>[0-9]{1,2})", read.day),
    (
        r"(?P<d>[0-9]{1,2})ENDINGTO(?P<e>[0-9]{1,2})ENDING(?: of)? (?P<m>MONTH),? "
        r"(?P<y>YEAR)SUFFIX",
        read.days,
    ),
    (r"(?P<m>MONTH) (?P<d>[0-9]{1,2})ENDINGTO(?P<e>[0-9]{1,2})ENDING,? (?P<y>YEAR)", read.days),
    (
        r"(?P<m>MONTH) (?P<d>[0-9]{1,2})(?:,? (?P<x>YEAR))?-(?P<n>MONTH) (?P<e>[0-9]{1,2}),? "
        r"(?P<y>YEAR)",
        read.two_days,
    ),
    (
        r"(?P<d>[0-9]{1,2}) (?P<m>MONTH)(?: (?P<x>YEAR))?-(?P<e>[0-9]{1,2}) (?P<n>MONTH) "
        r"(?P<y>YEAR)",
        read.two_days,
    ),
    (
        r"(?P<d>[0-9]{1,2})TO(?P<e>[0-9]{1,2})(?P<s>[./])(?P<mm>[0-9]{1,2})(?P=s)(?P<y>YEAR)",
        read.days,
    ),
    (r"(?P<m>MONTH),?(?: of| de)? (?P<y>YEAR)SUFFIX", read.month),
    (r"(?P<y>YEAR)-(?P<mm>0[1-9]|1[0-2])", read.month),
    (r"(?P<mm>0[1-9]|1[0-2])/(?P<y>YEAR)", read.month),
    (
        r"(?P<m>MONTH)(?: ?(?:-|–|/) ?| to | and | through )(?P<n>MONTH),?(?: of)? (?P<y>YEAR)",
        read.months,
    ),
    (
        r"(?:the )?(?:Q ?(?P<q>[1-4])|(?P<qw>ORDINAL)[ -]quarter)(?: of|,)?(?: FY)? ?(?P<y>YEAR)",
        read.quarter,
    ),
    (r"(?P<y>YEAR)[ -]?Q ?(?P<q>[1-4])|(?P<p>[1-4])Q ?(?P<z>YEAR)", read.quarter),
    (r"Q ?(?P<q>[1-4]) ?(?:-|–|to) ?Q ?(?P<p>[1-4])(?: of|,)? ?(?P<y>YEAR)", read.quarters),
    (
        r"(?:the )?(?P<part>first|last|final) (?P<count>COUNT) (?P<unit>month|quarter)s "
        r"(?:of|in) (?P<y>YEAR)",
        read.many_months,
    ),
    (
        r"(?:the )?(?:H(?P<h>[12])|(?P<i>[12])H|(?P<hw>first|second|1st|2nd) half)(?: of|,)? ?"
        r"(?P<y>YEAR)(?!s)",
        read.half,
    ),
    (
        r"(?:FY|fiscal(?: year)?|financial year) ?'?(?P<y>(?:19|20)[0-9]{2})"
        r"(?:[-–/](?P<z>(?:20)?[0-9]{2}))?",
        read.fiscal,
    ),
    (r"(?:FY|fiscal(?: year)?) ?'?(?P<short>[0-9]{2})", read.fiscal),
    (r"(?P<y>YEAR)(?P<dash>[-–/])(?P<z>[0-9]{2})", read.short_range),
    (r"(?P<y>YEAR)/(?P<z>[0-9])", read.next_year),
    (r"(?P<y>YEAR) ?[-–] ?(?P<z>YEAR)|(?P<a>YEAR)/(?P<b>YEAR)", read.years),
    (
        r"(?:the )?(?P<n>1[0-9]|[5-9])th(?: and | to |-|–)(?:the )?(?:early |late |mid-)?"
        r"(?P<m>1[0-9]|2[01])(?:th|st|nd) centuries",
        read.centuries,
    ),
    (r"(?P<c>(?:1[3-9]|20)[0-9])0(?:'?s|-х|-ых|-e)(?: годов| годах| годы)?", read.decade),
    (r"the '(?P<ds>[2-9])0s|the (?P<dw>DECADE)(?! (?:of|per|years))", read.decade),
    (r"(?P<dd>[2-9])0s of the (?P<cc>twentieth|nineteenth|20th|19th|last) century", read.decade),
    (r"(?:the )?(?P<n>1[0-9]|2[01]|[5-9])(?:th|st|nd|rd)[ -]century", read.century),
    (r"(?:the )?(?P<w>CENTURY)[ -]century", read.century),
    (r"(?:the )?(?P<w>spring|summer|autumn|fall|winter) (?:of )?(?P<y>YEAR)", read.season),
    (r"(?:the )?winter (?:of )?(?P<y>YEAR)[-–/](?P<z>(?:[0-9]{2}){1,2})", read.winter),
    (r"(?P<y>YEAR)(?: AD| CE)?SUFFIX", read.year),
    (r"AD (?P<y>[1-9][0-9]{2,3})|(?P<z>[1-9][0-9]{2}) (?:AD|CE)", read.old_year),
    (r"(?P<d>[0-9]{1,2})ENDING(?: day)?(?: of)? (?P<m>MONTH)", read.without_year),
    (
        r"(?P<d>[0-9]{1,2})ENDINGTO(?P<e>[0-9]{1,2})ENDING(?: of)? LARGE(?P<m>MONTH)",
        read.without_year,
    ),
    (r"(?P<m>MONTH) (?P<d>[0-9]{1,2})ENDING(?!,? [0-9]{4})", read.without_year),
    (
        r"(?:LEAD)LARGE(?P<m>MONTH)(?: ?(?:-|–) ?| to | and )LARGE(?P<n>MONTH)",
        read.without_year,
    ),
    (r"(?:LEAD)LARGE(?P<m>MONTH)", read.without_year),
)
_DIGIT = re.compile("[0-9]")
_BEFORE = (
    r"(?<![\w$€£])(?<![0-9][.,/-])(?:(?<!\w-)|(?<=mid-)|(?<=post-)|(?<=pre-)|(?<=end-)|(?<=0s-))"
)
# A note's number may stand glued behind the full stop: "of 2010.12".
_BEHIND = r"(?![\w%])(?![,:/][0-9])(?!\.[0-9](?![0-9]?(?: |$)))"


@dataclass(frozen=True, slots=True)
class Point:
    """A date where it stands.

    Without a year `edtf` is empty, `rest` is month and day, and `steps` is how far it lies from
    the one told last: “+2y” is two years later.
    """

    start: int
    end: int
    edtf: str
    rest: str = ""
    steps: str = ""


def points_in(text: str, taken: Taken) -> list[Point]:
    """The dates of a text in their order; where two readings overlap, the longer one."""
    found = [point for point in _found(text) if taken.is_free(point.start, point.end)]
    found.sort(key=lambda point: (point.start, -point.end))
    kept: list[Point] = []
    for point in found:
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
        elif point.end - point.start > kept[-1].end - kept[-1].start:
            kept[-1] = point
    return kept


def is_period(edtf: str) -> bool:
    try:
        return bool(Period.read(edtf))
    except Refusal:
        return False


def _found(text: str) -> Iterator[Point]:
    has_digits = bool(_DIGIT.search(text))
    for pattern, reader, needs_digits in _compiled():
        if needs_digits and not has_digits:
            continue
        for match in pattern.finditer(text):
            edtf, rest = reader(match)
            if rest or is_period(edtf):
                yield Point(match.start(), match.end(), edtf, rest)


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reader, bool], ...]:
    return tuple(
        (
            re.compile(_BEFORE + _filled(form) + _BEHIND, re.IGNORECASE),
            reader,
            "YEAR" in form or "[0-9]" in form,
        )
        for form, reader in _FORMS
    )


def _filled(form: str) -> str:
    for name, pattern in _PLACEHOLDERS.items():
        form = form.replace(name, pattern)
    return form.replace("MONTH", month_pattern())
