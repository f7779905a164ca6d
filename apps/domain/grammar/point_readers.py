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

COUNTS = {
    word: number
    for number, words in enumerate(
        "two three four five six seven eight nine ten eleven".split(), start=2
    )
    for word in (words, str(number))
}
DECADES = {
    word: number
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
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


def two_days(match: re.Match[str]) -> tuple[str, str]:
    """The days of two months: January 28-February 5, 1979."""
    first, last = month_number(match["m"]), month_number(match["n"])
    left = f"{match['x'] or match['y']}-{first:02}-{int(match['d']):02}"
    return f"{left}/{match['y']}-{last:02}-{int(match['e']):02}", ""


def month(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    return f"{found['y']}-{_month_of(found):02}", ""


def months(match: re.Match[str]) -> tuple[str, str]:
    first, last = month_number(match["m"]), month_number(match["n"])
    return f"{match['y']}-{first:02}/{match['y']}-{last:02}", ""


def quarter(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    digit, year = found["q"] or found.get("p"), found["y"] or found["z"]
    quarter = int(digit) if digit else ORDINALS[found["qw"].lower()]
    return f"{year}-{3 * quarter - 2:02}/{year}-{3 * quarter:02}", ""


def quarters(match: re.Match[str]) -> tuple[str, str]:
    first, last = int(match["q"]), int(match["p"])
    return f"{match['y']}-{3 * first - 2:02}/{match['y']}-{3 * last:02}", ""


def many_months(match: re.Match[str]) -> tuple[str, str]:
    """The first nine months of a year, the last two quarters."""
    count, year = COUNTS[match["count"].lower()], match["y"]
    count = min(12, 3 * count) if match["unit"].lower() == "quarter" else count
    is_first = match["part"].lower() == "first"
    return f"{year}-01/{year}-{count:02}" if is_first else f"{year}-{13 - count:02}/{year}-12", ""


def half(match: re.Match[str]) -> tuple[str, str]:
    first = "1" in (match["h"], match["i"]) or (match["hw"] or "").lower() in ("first", "1st")
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


def next_year(match: re.Match[str]) -> tuple[str, str]:
    """2003/4, where the second is the year that follows."""
    later = int(match["y"]) + 1
    return f"{match['y']}/{later}" if later % 10 == int(match["z"]) else "", ""


def years(match: re.Match[str]) -> tuple[str, str]:
    """2015–2018; with a stroke only years that follow each other: 2015/2016."""
    first, last = match["y"] or match["a"], match["z"] or match["b"]
    is_one_apart = match["a"] is None or int(last) == int(first) + 1
    return f"{first}/{last}" if is_one_apart else "", ""


def centuries(match: re.Match[str]) -> tuple[str, str]:
    return f"{int(match['n']) - 1:02}00/{int(match['m']) - 1:02}99", ""


def decade(match: re.Match[str]) -> tuple[str, str]:
    found = _parts(match)
    if found.get("ds") or found.get("dw"):
        return f"19{found['ds'] or DECADES[found['dw'].lower()]}X", ""
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


def winter(match: re.Match[str]) -> tuple[str, str]:
    year = int(match["y"])
    return (f"{year}-12/{year + 1}-02" if int(match["z"]) % 100 == (year + 1) % 100 else ""), ""


def year(match: re.Match[str]) -> tuple[str, str]:
    return match["y"], ""


def old_year(match: re.Match[str]) -> tuple[str, str]:
    return f"{int(match['y'] or match['z']):04}", ""


def without_year(match: re.Match[str]) -> tuple[str, str]:
    """A day, a month, or the first and last of some, in a year that is told elsewhere."""
    found = _parts(match)
    stem = f"-{_month_of(found):02}"
    days = [int(found[name]) for name in "de" if found.get(name)]
    if any(not 1 <= day <= 31 for day in days):
        return "", ""
    if found.get("n"):
        return "", f"{stem}/-{month_number(found['n']):02}"
    return "", "/".join(f"{stem}-{day:02}" for day in days) or stem
