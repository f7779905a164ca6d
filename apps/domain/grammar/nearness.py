"""Which of the times in a paragraph a figure speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from apps.domain.grammar.amount import Amount
from apps.domain.grammar.times import When

_AT_ONCE = re.compile(r"[ ,]*\(?(?:in|for|during|by|from|of|on|at|as of|over)?(?: the)? ?")
# Few words without a stop lie between a figure and the time that is told of it.
_SOON = re.compile(
    r"[^.,;:()0-9]{0,60} (?:in|for|during|by|on|at|of|over|since|throughout|between)(?: the)? "
    r"|[^.,;:()0-9]{0,60} "
)
_CLAUSE_OVER = re.compile(r"[.!?…][\"'”’)\]]*[0-9]{0,3} +(?=[^\W\d_a-z]|[0-9])|; ")
_COMPARED = re.compile(r"\b(?:compared|against|versus|than|(?:up|down) from)\b")
_STARTS_ANEW = re.compile(r".*, ?(?:and|but|while|whereas|then|yet) (?:\w+ )?(?:the )?")
_RESPECTIVELY = re.compile(r"\brespectively\b")
# In what money something is reckoned, not when it was.
_MONEY_OF = re.compile(
    r" (?:constant |fixed )?(?:US |U\.S\. )?(?:prices|dollars|USD|euros|money)\b"
)
# The 1994 Treaty: a year that is part of a name.
_PART_OF_A_NAME = re.compile(
    r" (?:[A-Z]|(?:agreement|treaty|law|act|accord|contract|deal|declaration|memorandum|protocol|"
    r"constitution|resolution|statement|visit|summit|revolution|edition)s?\b)"
)
_NAMING = re.compile(r"(?<!under )\b(?:the|its|their|Resolution of) $", re.IGNORECASE)
_OF_WHICH = re.compile(r",? of (?:which|whom|these|this)\b")
_IN_BRACKETS = re.compile(r"\([^()]{0,40}\)")
# What is so today, or at any time, is not told of the time before.
_NOW = re.compile(
    r"\b(?:is|are|has an?|have an?|can|may|weighs?|costs?|displaces?|remains?|today|now|nowadays|"
    r"lives?|currently|(?:over the )?(?:last|past|this|next|current) (?:\w+ )?(?:years?|months?|"
    r"decades?))\b"
)
# What a thing is like is so at any time.
_INHERENT = frozenset(
    "m cm mm nm µm mi ft in nmi km/h mph knots kg g mg lb ° Hz kHz MHz GHz".split()
)
_LASTING = _INHERENT | frozenset(
    "km years months weeks days hours minutes seconds decades °C °F K GB MB TB".split()
)
_LOOK = 12


@dataclass(frozen=True, slots=True)
class _Clause:
    """The times and figures that stand together, and the time in which what is before ended."""

    text: str
    times: Sequence[When]
    figures: Sequence[Amount]
    brought: str
    goes_on: bool

    def periods(self) -> Iterator[str]:
        if not self.times:
            lasts = [one.base in _LASTING or not self.goes_on for one in self.figures]
            yield from ("" if is_lasting else self.brought for is_lasting in lasts)
        elif len(self.times) == len(self.figures) > 1 and self._is_respectively():
            yield from (when.edtf for when in self.times)
        else:
            yield from map(self._chosen, self.figures)

    def _is_respectively(self) -> bool:
        """Whether as many figures as times are told one after the other."""
        times, figures = self.times, self.figures
        apart = times[-1].start < figures[0].start or figures[-1].start < times[0].start
        end = max(times[-1].end, figures[-1].end)
        return apart and bool(_RESPECTIVELY.search(self.text, end, end + 40))

    def _chosen(self, figure: Amount) -> str:
        """What follows at once; else what was told before, unless that belongs to another."""
        at = bisect_right([when.start for when in self.times], figure.start)
        before = self.times[at - 1] if at else None
        behind = self.times[at] if at < len(self.times) else None
        if behind is not None and self._is_told_at_once(figure, behind):
            return behind.edtf
        if figure.base in _INHERENT:
            return ""
        if before is None or behind is None:
            return behind.edtf if behind is not None else self._last_told(figure)
        is_next = self._is_spent(before) and self._is_soon(figure, behind)
        return behind.edtf if is_next else before.edtf

    def _is_told_at_once(self, figure: Amount, behind: When) -> bool:
        opens = self.text.startswith(":", behind.end)
        return not opens and bool(_AT_ONCE.fullmatch(self.text, figure.end, behind.start))

    def _last_told(self, figure: Amount) -> str:
        """Behind the last time: that with which the clause began, if the last has its own."""
        first, last = self.times[0], self.times[-1]
        if _OF_WHICH.match(self.text, last.end, figure.start):
            return last.edtf
        return (first if self._is_spent(last) and not self._is_spent(first) else last).edtf

    def _is_spent(self, when: When) -> bool:
        """Whether a time was told of the figure before it: of 44 in 1990, to 16."""
        at = self.times.index(when)
        since = self.times[at - 1].end if at else 0
        own = [one.end for one in self.figures if since <= one.start and one.end <= when.start]
        return bool(own) and not _STARTS_ANEW.fullmatch(self.text, own[-1], when.start)

    def _is_soon(self, figure: Amount, behind: When) -> bool:
        """Whether the next time is told of this figure, or of one that goes with it."""
        between = [o for o in self.figures if figure.end <= o.start and o.end <= behind.start]
        end = between[-1].end if between else figure.end
        if between and _COMPARED.search(self.text, figure.end, end):
            return False
        words = _IN_BRACKETS.sub("", self.text[end : behind.start])
        return any(form.fullmatch(words) for form in (_SOON, _AT_ONCE))

    def goes_on_in(self) -> str:
        """The time that the next clause is brought: the one that this opens with, else its last."""
        past = [when for when in self.times if not when.edtf.startswith("../")]
        if not past:
            return self.brought
        return (past[-1] if self._is_spent(past[0]) else past[0]).edtf


def nearest_times(text: str, times: Sequence[When], figures: Sequence[Amount]) -> Iterator[str]:
    """For each figure of a paragraph the period that it most likely speaks of.

    A clause without a time goes on in that of the one before.
    """
    told = [when for when in times if not _MONEY_OF.match(text, when.end)]
    whens, starts = [when.start for when in told], [figure.start for figure in figures]
    brought, first = "", 0
    for last in (*(match.end() for match in _CLAUSE_OVER.finditer(text)), len(text) + 1):
        inside = told[bisect_left(whens, first) : bisect_left(whens, last)]
        plain = [when for when in inside if not _is_part_of_a_name(text, when)]
        here = figures[bisect_left(starts, first) : bisect_left(starts, last)]
        goes_on = not _NOW.search(text, first, last)
        clause = _Clause(text, plain or inside, here, brought, goes_on)
        yield from clause.periods()
        brought = clause.goes_on_in() if plain else brought
        first = last


def _is_part_of_a_name(text: str, when: When) -> bool:
    named = _NAMING.search(text[max(0, when.start - _LOOK) : when.start])
    return len(when.edtf) == 4 and bool(named and _PART_OF_A_NAME.match(text, when.end))
