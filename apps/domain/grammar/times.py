"""Reads the times that a text speaks of: dates, what opens or narrows them, and ranges of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from apps.domain.grammar.halves import narrowed
from apps.domain.grammar.numerals import figure_of_words
from apps.domain.grammar.points import Point, is_period, points_in
from apps.domain.grammar.shapes import Taken
from apps.domain.grammar.years import is_no_year
from apps.domain.periods import Period

_NARROWING = re.compile(
    r"(?<!\w)(?:the )?(?P<part>(?:very )?early|mid(?:dle)?(?: of)?|late|beginning of|start of|"
    r"end of|turn of|close of|first half of|second half of|latter half of|first months of|"
    r"начале|конце|середине|đầu|cuối|giữa)"
    r"(?: the)?[ -]$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?<!\w)(?P<word>since|starting in|beginning in|as of|from|after|post-?|"
    r"until|till|up to|through|by|before|prior to|pre-?|no later than|"
    r"с|после|до|từ|sau|trước|đến|od|po|do)"
    r"(?: about| around)?(?: the)?(?: year| years| late| early)? ?$",
    re.IGNORECASE,
)
_OPENS_END = frozenset(
    "since|starting in|beginning in|from|after|post|post-|с|после|từ|sau|od|po".split("|")
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
    r" ?(?:[–-] ?| to | until | through )(?:the )?(?:present(?: day)?|today|now|date)\b", re.I
)
_LOOK = 28
_NOT = re.compile(r"(?:\bnot|n't|\bnever)\b[^.;]*$")
_RELATIVE = re.compile(
    r"(?<![\w-])(?:(?:of |in )?(?P<same>(?:the )?(?:same|that) year)"
    r"|(?P<next>(?:the )?(?:following|next) year)"
    r"|(?P<previous>(?:the )?(?:previous|preceding) year)"
    r"|(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|[0-9]{1,2})"
    r" years? (?P<way>later|earlier|before that|after that))(?!\w)",
    re.IGNORECASE,
)

_RELATED = re.compile(
    rf"{_RELATIVE.pattern}|(?<![\w-])[\w-]{{1,20}} (?:years|months|weeks|days) ago\b", re.I
)


@dataclass(frozen=True, slots=True)
class When:
    """A time where it stands, in EDTF."""

    start: int
    end: int
    edtf: str


@dataclass(slots=True)
class Calendar:
    """The year that a text spoke of last, from which “the same year” is reckoned."""

    year: int = 0

    def note(self, edtf: str) -> None:
        years = [int(year) for year in re.findall(r"(?<![0-9-])[0-9]{4}", edtf)]
        if years:
            self.year = years[-1]


def related_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a time is told by its distance from another, whether or not that one is known."""
    return (match.span() for match in _RELATED.finditer(text))


def times_in(text: str, taken: Taken, calendar: Calendar) -> Iterator[When]:
    """The times of a block's words in their order."""
    points = [point for point in points_in(text, taken) if not is_no_year(text, point)]
    spoken = [*_related(text, taken, points), *points]
    spoken.sort(key=lambda point: (point.start, -point.end))
    ranged = _ranged(text, _dated(text, spoken, calendar))
    for when in ranged:
        if is_period(when.edtf):
            yield when


def _dated(text: str, spoken: Sequence[Point], calendar: Calendar) -> Iterator[When]:
    """Points as times; those without a year take the one that was spoken of last."""
    end = -1
    for at, point in enumerate(spoken):
        if point.start < end:
            continue
        edtf = point.edtf
        if ";" in point.rest:
            edtf = _reckoned(point.rest, calendar)
        elif point.rest:
            year = _year_ahead(text, spoken, at) or (f"{calendar.year:04}" if calendar.year else "")
            edtf = year and year + point.rest
        if not edtf:
            continue
        if not text.endswith(("by ", "until "), 0, point.start):
            calendar.note(edtf)
        start, edtf = narrowed_by(text, point.start, edtf)
        yield When(start, point.end, edtf)
        end = point.end


def _year_ahead(text: str, spoken: Sequence[Point], at: int) -> str:
    """The year that both ends of a range share: 28 February to 2 March 2000."""
    ahead = spoken[at + 1] if at + 1 < len(spoken) else None
    if ahead and ahead.edtf and _BETWEEN.fullmatch(text, spoken[at].end, ahead.start):
        return ahead.edtf[:4]
    return ""


def _reckoned(rest: str, calendar: Calendar) -> str:
    """“+1” is the year after the one that was spoken of; a month and day may follow."""
    if not calendar.year:
        return ""
    steps, _, day = rest.partition(";")
    year = calendar.year + int(steps)
    return f"{year:04}{day}" if 0 < year < 10000 else ""


def _related(text: str, taken: Taken, points: Sequence[Point]) -> Iterator[Point]:
    """Times told by the distance from the last: a year later, on 27 July the same year."""
    ends = {point.end: point for point in points if point.rest}
    for match in _RELATIVE.finditer(text):
        if not taken.is_free(*match.span()):
            continue
        steps = _steps(match)
        before = next(
            (ends[at] for at in range(match.start(), match.start() - 3, -1) if at in ends), None
        )
        if before is not None:
            yield Point(before.start, match.end(), "", f"{steps};{before.rest}")
        else:
            yield Point(match.start(), match.end(), "", f"{steps};")


def _steps(match: re.Match[str]) -> str:
    if match["same"]:
        return "+0"
    if match["next"] or match["previous"]:
        return "+1" if match["next"] else "-1"
    count = match["count"].lower()
    number = count if count.isdigit() else figure_of_words(count)
    return ("+" if match["way"].lower() in ("later", "after that") else "-") + number


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
