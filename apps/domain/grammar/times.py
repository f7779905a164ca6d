"""Reads the times that a text speaks of: dates, what opens or narrows them, and ranges of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from apps.domain.grammar.halves import narrowed
from apps.domain.grammar.points import Point, is_period, points_in
from apps.domain.grammar.related import Calendar, is_told_in_passing, related, with_year
from apps.domain.grammar.shapes import Taken
from apps.domain.grammar.years import is_no_year
from apps.domain.periods import Period

_NARROWING = re.compile(
    r"(?<!\w)(?:the )?(?P<part>(?:very )?early(?: in| months of| part of)?|mid(?:dle)?(?: of)?|"
    r"late(?: in)?|beginning of|start of|end of|end(?=-)|year-end|turn of|close of|first half of|"
    r"second half of|latter half of|(?:first|opening|last|final|closing) (?:months|weeks) of|"
    r"начале|конце|середине|đầu|cuối|giữa)"
    r"(?: the)?[ -]$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?<!\w)(?P<word>since|starting (?:in|from|on)|beginning (?:in|from|on)|as of|as from|from|"
    r"after|post-?|up until|"
    r"until|till|up to|through|by|before|prior to|pre-?|no later than|"
    r"с|после|до|từ|sau|trước|đến|od|po|do)"
    r"(?: about| around| at least)?(?: the)?(?: year| years| late| early)? ?$",
    re.IGNORECASE,
)
_OPENS_END = frozenset(
    "since|starting in|starting from|starting on|beginning in|beginning from|beginning on|as from|"
    "from|after|post|post-|с|после|từ|sau|od|po".split("|")
)
_ABOUT = re.compile(
    r"(?<!\w)(?:about|around|circa|ca\.|c\.|approximately|roughly|~) ?(?:the year )?$", re.I
)
_BETWEEN = re.compile(
    r"(?P<to> ?[–-] ?| to | until | till | through | up to | по | до | đến | do )"
    r"(?:about )?(?:the )?(?:end of |early |mid-|late )?"
    r"|(?P<and> and | và | и )(?:the )?(?:early |mid-|late )?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?<!\w)(?P<word>from|between|с|từ|od|między) (?:the )?"
    r"(?:years? |end of |early |mid-|late )?$",
    re.I,
)
_PRESENT = re.compile(
    r" ?(?:[–-] ?| to | until | through )(?:the )?(?:present(?: day)?|today|now|date)\b"
    r"| onwards?\b| on(?=[,.;)]|$)",
    re.I,
)
_LOOK = 28
_MOST_LISTED = 6
_LISTED = re.compile(r",? (?:and |or )?|, ")
# The year that follows says which one was meant: the following year, on 14 February 2019.
_TOLD_EXACTLY = re.compile(r", (?:i\.e\. )?(?:in |on )|,? \((?:in )?", re.IGNORECASE)
_NOT = re.compile(r"(?:\bnot|n't|\bnever)\b[^.;]*$")


@dataclass(frozen=True, slots=True)
class When:
    """A time where it stands, in EDTF."""

    start: int
    end: int
    edtf: str


def times_in(text: str, taken: Taken, calendar: Calendar) -> Iterator[When]:
    """The times of a block's words in their order."""
    points = [point for point in points_in(text, taken) if not is_no_year(text, point)]
    spoken = [*related(text, taken, points), *points]
    spoken.sort(key=lambda point: (point.start, -point.end))
    ranged = _ranged(text, _dated(text, spoken, calendar))
    for when in ranged:
        if is_period(when.edtf):
            yield when


def _dated(text: str, spoken: Sequence[Point], calendar: Calendar) -> Iterator[When]:
    """Points as times; those without a year take the one that was spoken of last."""
    end, passing = -1, False
    for at, point in enumerate(spoken):
        if point.start < end:
            continue
        edtf = point.edtf or _completed(text, spoken, at, calendar)
        if not edtf:
            continue
        goes_on = passing and bool(_BETWEEN.fullmatch(text, end, point.start))
        passing = goes_on or is_told_in_passing(text, point)
        if not passing:
            calendar.note(edtf)
        start, edtf = narrowed_by(text, point.start, edtf)
        yield When(start, point.end, edtf)
        end = point.end


def _completed(text: str, spoken: Sequence[Point], at: int, calendar: Calendar) -> str:
    """A time that was told without its year, or by its distance from the last."""
    point = spoken[at]
    ahead = spoken[at + 1] if at + 1 < len(spoken) else None
    told = ahead is not None and _TOLD_EXACTLY.fullmatch(text, point.end, ahead.start)
    if ahead is not None and told and ahead.edtf and point.steps.endswith("y"):
        return with_year(ahead.edtf[:4], point.rest)
    if point.steps:
        return calendar.reckoned(point.steps, point.rest)
    year = _year_ahead(text, spoken, at) or (f"{calendar.year:04}" if calendar.year else "")
    return with_year(year, point.rest) if year else ""


def _year_ahead(text: str, spoken: Sequence[Point], at: int) -> str:
    """The year that ends share: 28 February to 2 March 2000; January, May and June 2011."""
    for point, ahead in pairwise(spoken[at : at + _MOST_LISTED]):
        if not (
            _BETWEEN.fullmatch(text, point.end, ahead.start)
            or _LISTED.fullmatch(text, point.end, ahead.start)
        ):
            return ""
        if ahead.edtf:
            return ahead.edtf[:4]
    return ""


def narrowed_by(text: str, start: int, edtf: str) -> tuple[int, str]:
    """With the words in front that take a part of it: early 2014, the end of the 1990s."""
    window = text[max(0, start - _LOOK) : start]
    part = _NARROWING.search(window)
    if part:
        return start - len(window) + part.start(), narrowed(edtf, part["part"].lower())
    about = _ABOUT.search(window)
    if about and len(edtf) in (4, 7) and "X" not in edtf and "/" not in edtf:
        return start - len(window) + about.start(), f"{edtf}~"
    return start, edtf


def _ranged(text: str, whens: Iterator[When]) -> Iterator[When]:
    """Two times as one where they are the ends of a range; single ones opened by since or until."""
    waiting: When | None = None
    for when in whens:
        if waiting is None:
            waiting = when
            continue
        joined = _range(text, waiting, when)
        if joined is not None:
            yield joined
            waiting = None
        else:
            yield _opened(text, waiting)
            waiting = when
    if waiting is not None:
        yield _opened(text, waiting)


def _range(text: str, left: When, right: When) -> When | None:
    between = _BETWEEN.fullmatch(text, left.end, right.start)
    if between is None:
        return None
    window = text[max(0, left.start - _LOOK) : left.start]
    lead = _LEAD.search(window)
    if between["and"] and not (lead and lead["word"].lower().startswith(("between", "między"))):
        return None
    first, last = Period.read(left.edtf), Period.read(right.edtf)
    if "/" in left.edtf + right.edtf and not (first.start and last.end):
        return None
    if not (first.start and last.end) or first.start > last.end:
        return None
    edtf = f"{_edge(left.edtf, 0)}/{_edge(right.edtf, -1)}"
    start = left.start - len(window) + lead.start() if lead else left.start
    return When(start, right.end, edtf)


def _edge(edtf: str, side: int) -> str:
    """The first or last date of a period, a decade or century as a year."""
    end = edtf.split("/")[side]
    return end.replace("X", "0" if side == 0 else "9")


def _opened(text: str, when: When) -> When:
    window = text[max(0, when.start - _LOOK) : when.start]
    present = _PRESENT.match(text, when.end)
    opening = _OPENING.search(window)
    if present and "/" not in when.edtf:
        start = when.start - len(window) + opening.start() if opening else when.start
        return When(start, present.end(), f"{_edge(when.edtf, 0)}/..")
    if opening is None or ("/" in when.edtf and "~" not in when.edtf):
        return when
    word = opening["word"].lower()
    start = when.start - len(window) + opening.start()
    if _is_told_otherwise(text, when, opening[0].lower(), start):
        return when
    if word == "as of":
        return replace(when, start=start)
    if word in _OPENS_END:
        edge = _edge(
            when.edtf, -1 if word in ("after", "post", "post-", "после", "sau", "po") else 0
        )
        return When(start, when.end, f"{edge}/..")
    return When(start, when.end, f"../{_edge(when.edtf, -1).removesuffix('-12~')}")


def _is_told_otherwise(text: str, when: When, opening: str, start: int) -> bool:
    """“not until 1863” is 1863, and “after the 1994 treaty” speaks of a treaty of 1994."""
    if opening.startswith("until"):
        return bool(_NOT.search(text[max(0, start - _LOOK) : start]))
    follows = text[when.end : when.end + 1] == " " and text[when.end + 1 : when.end + 2].isalpha()
    return "the" in opening.split() and follows
