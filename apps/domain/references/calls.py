"""Finds the citations in running text, in brackets and in sentences, by their form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from apps.domain.dates import MONTHS
from apps.domain.references.days import PRINTED_DAY, read_day

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)(?![\d–—-])"
_PAGES = r"(?:(?::|,? pp?\.)\s?(?P<first>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?)?"
_NAME = r"(?P<names>[^\W\d_a-z][^;:()\[\]]*?)"
_SLASHED = r"(?P<slashed>\d{1,2}/\d{1,2}/\d{4})"
# Kuik, 2008 · Goh, 2005: 2 · Korneev 2015 · MND, n.d. · TASS: 4.10.2019 · Thayer 2018a, p. 7
_CITED = re.compile(
    rf"(?:(?:see|cf\.|e\.g\.,?|after) )?{_NAME}(?:, (?:volume|vol\.) (?P<after>\d+)"
    rf"| (?:volume|vol\.) (?P<volume>\d+))?"
    rf"(?P<between>,\s?|:\s?|\s)(?:(?P<day>{PRINTED_DAY})|{_SLASHED}|{_YEAR}{_PAGES}"
    r"|(?P<none>n\.\s?d\.))"
    # Joshi 2005, 2007a · Statistics Norway, 2011, table 3
    r"(?:, (?:1[5-9]|20)\d\d[a-z]?)*"
    r"(?:, (?:tables?|figs?\.?|figures?|ch\.|chapters?|annex|appendix|sections?|paras?\.?) \w+)?"
)
_TITLED = re.compile(rf"(?P<names>[^\W\d_a-z][^;()\[\]]{{8,}}), {_YEAR}")
_BRACKETED = re.compile(r"\(([^()\[\]]{4,200})\)|\[([^()\[\]]{4,200})\]")
_SURNAME = r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_a-z][^\W\d_]+)?"
_SURNAMES = rf"{_SURNAME}(?: (?:&|and) {_SURNAME}| et al\.)?"
# Baylis (2003) · Wezeman et al. (2023) · Yin’s 2018 ethnography
_IN_SENTENCE = re.compile(
    rf"\b(?P<names>{_SURNAMES})(?:['’]s)? \({_YEAR}{_PAGES}\)"
    rf"|\b(?P<owner>{_SURNAME})['’]s (?P<owned>(?:1[5-9]|20)\d\d) (?=[^\W\d_])"
)
_LISTED = re.compile(r"^\s*Sources?: ")
_APART = re.compile(r"\s*(?:,\s*&|&|,\s*and\b|\band\b|,)\s*")
_MORE = re.compile(r",? et al\.?$")
_NO_NAMES = frozenset(
    {
        *MONTHS,
        "Spring",
        "Summer",
        "Autumn",
        "Fall",
        "Winter",
        "Since",
        "After",
        "Before",
        "Until",
        "From",
        "About",
        "Phase",
        "Table",
        "Figure",
    }
)


@dataclass(frozen=True, slots=True)
class Call:
    """A citation in running text; offsets count in that text.

    `names` are those that it cites by, in their order; `shape` is how it is set: sources keep
    to one or two. `year_at` and `pages_at` are where these stand.
    """

    start: int
    end: int
    shape: str
    names: tuple[str, ...]
    whole: str
    year: str = ""
    letter: str = ""
    day: str = ""
    volume: str = ""
    pages: str = ""
    year_at: tuple[int, int] = (0, 0)
    pages_at: tuple[int, int] = (0, 0)


def calls_in(words: str) -> Iterator[Call]:
    """The citations of a paragraph, in their order."""
    found = [*_bracketed(words), *_in_sentences(words), *_listed(words)]
    end = 0
    for call in sorted(found, key=lambda call: (call.start, -call.end)):
        if call.start >= end:
            yield call
            end = call.end


def _bracketed(words: str) -> Iterator[Call]:
    for brackets in _BRACKETED.finditer(words):
        round_ones = brackets[1] is not None
        at = brackets.start(1 if round_ones else 2)
        yield from _parts(words, at, brackets.end() - 1, "(" if round_ones else "[")


def _listed(words: str) -> Iterator[Call]:
    lead = _LISTED.match(words)
    if lead:
        yield from _parts(words, lead.end(), len(words.rstrip(". ")), "list")


def _parts(words: str, start: int, end: int, opening: str) -> Iterator[Call]:
    """What is cited between two places, parted by semicolons."""
    at = start
    for part in words[start:end].split(";"):
        lead = len(part) - len(part.lstrip())
        match = _CITED.fullmatch(part.strip()) or _TITLED.fullmatch(part.strip())
        if match and _is_name(match["names"]):
            yield _call(match, at + lead, opening)
        at += len(part) + 1


def _is_name(names: str) -> bool:
    words = re.findall(r"[^\W\d_]+", names)
    return bool(words) and not set(words) & _NO_NAMES and len(max(words, key=len)) > 1


def _call(match: re.Match[str], at: int, opening: str) -> Call:
    found = {name: value or "" for name, value in match.groupdict().items()}
    day = read_day(found.get("day", ""))
    dated = next((name for name in ("year", "day", "slashed") if found.get(name)), "none")
    return Call(
        start=at,
        end=at + len(match[0]),
        shape=opening + found.get("between", ",").strip(),
        names=names_of(found["names"]),
        whole=found["names"].strip(" ,."),
        year=found.get("year", "") or day[:4] or found.get("slashed", "")[-4:],
        letter=found.get("letter", ""),
        day=day,
        volume=found.get("after", "") or found.get("volume", ""),
        pages=_pages(found),
        year_at=_moved(match.span(dated), at) if dated in match.re.groupindex else (0, 0),
        pages_at=_pages_at(match, at),
    )


def _in_sentences(words: str) -> Iterator[Call]:
    for match in _IN_SENTENCE.finditer(words):
        owned = match["owner"] is not None
        yield Call(
            start=match.start(),
            end=match.end("owned") if owned else match.end(),
            shape="owned" if owned else "named",
            names=names_of(match["owner"] or match["names"]),
            whole=match["owner"] or match["names"],
            year=match["owned"] or match["year"],
            letter=match["letter"] or "",
            pages=_pages({name: value or "" for name, value in match.groupdict().items()}),
            year_at=match.span("owned" if owned else "year"),
            pages_at=_pages_at(match, 0),
        )


def names_of(printed: str) -> tuple[str, ...]:
    """The single names of “Storey, Thayer”, “Hiebert & Nguyen”, “Wezeman et al.”."""
    pieces = _APART.split(_MORE.sub("", printed.strip(" ,.")))
    return tuple(piece.strip(" ,.") for piece in pieces if piece.strip(" ,."))


def _pages(found: dict[str, str]) -> str:
    first, last = found.get("first", ""), found.get("last", "")
    return first + (f"–{last}" if last else "")


def _pages_at(match: re.Match[str], at: int) -> tuple[int, int]:
    if "first" not in match.re.groupindex or match["first"] is None:
        return 0, 0
    return _moved((match.start("first"), match.end("last" if match["last"] else "first")), at)


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
