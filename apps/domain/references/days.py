"""Dates as references print them, read as plain EDTF strings."""

from __future__ import annotations

import re

from apps.domain.dates import MONTHS

MONTH = "|".join(MONTHS)
_NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)}
# 5.09.2018, 4.04. 2022 · May 11, 2025 · 11 May 2025 · May 2025
PRINTED_DAY = (
    r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
    rf"|(?:{MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{MONTH}),? \d{{4}}|(?:{MONTH}),? \d{{4}}"
)
_FORMS = (
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"),
    re.compile(rf"(?P<name>{MONTH}) (?P<d>\d{{1,2}}), (?P<y>\d{{4}})"),
    re.compile(rf"(?P<d>\d{{1,2}}) (?P<name>{MONTH}),? (?P<y>\d{{4}})"),
    re.compile(rf"(?P<name>{MONTH}),? (?P<y>\d{{4}})"),
)
# /2014/04/ · 2013-02-01 · 12152023100756, which is month, day, year and time
_IN_ADDRESS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)([/-])(?P<m>\d\d)(?:\2(?P<d>\d\d))?(?![\d])"),
    re.compile(r"(?<!\d)(?P<m>\d\d)(?P<d>\d\d)(?P<y>20\d\d)\d{6}(?!\d)"),
)
# Where files are put says when they were put there, and not when they came out.
_FOLDERS = re.compile(r"upload|/files?/|static", re.IGNORECASE)


def read_day(printed: str) -> str:
    """The date as EDTF; nothing where there is no such day."""
    for form in _FORMS:
        if match := form.fullmatch(printed.strip()):
            found = match.groupdict()
            month = int(found["m"]) if "m" in found else _NUMBER[found["name"]]
            return edtf(found["y"], month, int(found.get("d") or 0))
    return ""


def day_of_month(printed: str, year: str) -> str:
    """“May 5” or “11 May” of a year that stands elsewhere."""
    words = printed.replace(",", " ").split()
    month = next((_NUMBER[word] for word in words if word in _NUMBER), 0)
    day = next((int(word) for word in words if word.isdigit()), 0)
    return edtf(year, month, day) if month else ""


def edtf(year: str, month: int, day: int) -> str:
    """Year, month and day as EDTF; 0 is a part that is not known, other nonsense gives nothing."""
    if not 1 <= month <= 12 or not 0 <= day <= 31:
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def day_in_address(address: str) -> tuple[int, int, str] | None:
    """The date that an address holds, and where in it."""
    if _FOLDERS.search(address):
        return None
    for form in _IN_ADDRESS:
        for match in form.finditer(address):
            found = edtf(match["y"], int(match["m"]), int(match["d"] or 0))
            if found:
                return match.start(), match.end(), found
    return None
