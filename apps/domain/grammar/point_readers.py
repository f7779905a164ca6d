"""Turns the parts of a printed date into EDTF, and what has no year into month and day."""

from __future__ import annotations

import re
from collections.abc import Callable

from apps.domain.grammar.months import month_number

Reader = Callable[["re.Match[str]"], tuple[str, str]]
ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st I",
            "second 2nd II",
            "third 3rd III",
            "fourth 4th IV final last",
        ),
        start=1,
    )
    for word in words.split()
}
CENTURIES = {
    name: number
    for number, name in enumerate(
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=15,
    )
}


def _parts(match: re.Match[str]) -> dict[str, str]:
    return {name: value or "" for name, value in match.groupdict().items()}


def _month_of(found: dict[str, str]) -> int:
    return int(found["mm"]) if found.get("mm") else month_number(found["m"])


def day(match: re.Match[str]) -> tuple[str, str]:
    """The day first, unless that gives no month: 25.11.2014, 11/25/2014."""
    found = _parts(match)
    month, day = _month_of(found), int(found["d"])
    if month > 12 >= day and found.get("s"):
        month, day = day, month
    return f"{found['y']}-{month:02}-{day:02}", ""


def days(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    stem = f"{found['y']}-{_month_of(found):02}"
    return f"{stem}-{int(found['d']):02}/{stem}-{int(found['e']):02}", ""


def month(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    return f"{found['y']}-{_month_of(found):02}", ""


def months(match: re.Match[str]) -> tuple[str, str]:
    first, last = month_number(match["m"]), month_number(match["n"])
    return f"{match['y']}-{first:02}/{match['y']}-{last:02}", ""


def quarter(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    quarter = int(found["q"]) if found["q"] else ORDINALS[found["qw"].lower()]
    return f"{found['y']}-{3 * quarter - 2:02}/{found['y']}-{3 * quarter:02}", ""


def half(match: re.Match[str]) -> tuple[str, str]:
    first = match["h"] == "1" or (match["hw"] or "").lower() in ("first", "1st")
    return f"{match['y']}-{'01' if first else '07'}/{match['y']}-{'06' if first else '12'}", ""


def fiscal(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    year = found.get("y") or f"20{found['short']}"
    later = found.get("z", "")
    return (f"{year}/{year[: 4 - len(later)]}{later}" if later else year), ""


def short_range(match: re.Match[str]) -> tuple[str, str]:
    """2011–15 is a range; 2014-11 is a month and read elsewhere."""
    year, later = match["y"], match["z"]
    if int(later) <= int(year[2:]) or (
        match["dash"] == "-" and int(later) <= 12 and int(later) > int(year[2:]) + 1
    ):
        return "", ""
    return f"{year}/{year[:2]}{later}", ""


def years(match: re.Match[str]) -> tuple[str, str]:
    return f"{match['y']}/{match['z']}", ""


def centuries(match: re.Match[str]) -> tuple[str, str]:
    return f"{int(match['n']) - 1:02}00/{int(match['m']) - 1:02}99", ""


def decade(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    if found.get("dd"):
        stem = "18" if found["cc"].lower() in ("nineteenth", "19th") else "19"
        return f"{stem}{found['dd']}X", ""
    return f"{found['c']}X", ""


def century(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    number = int(found["n"]) if found.get("n") else CENTURIES[found["w"].lower()]
    return f"{number - 1:02}XX", ""


def season(match: re.Match[str]) -> tuple[str, str]:
    year, word = match["y"], match["w"].lower()
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[word]
    if first == 12:
        return f"{year}-12/{int(year) + 1}-02", ""
    return f"{year}-{first:02}/{year}-{first + 2:02}", ""


def year(match: re.Match[str]) -> tuple[str, str]:
    return match["y"], ""


def old_year(match: re.Match[str]) -> tuple[str, str]:
    return f"{int(match['y'] or match['z']):04}", ""


def without_year(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    day = found.get("d", "")
    if day and not 1 <= int(day) <= 31:
        return "", ""
    return "", f"-{_month_of(found):02}" + (f"-{int(day):02}" if day else "")
