"""Where a passage stands in another content, and whether that may be taken for granted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from apps.domain.anchoring.difference import Difference
from apps.domain.anchoring.essence import essence_of
from apps.domain.anchoring.figures import figures_of

CONTEXT = 32
ACCEPTED = Decimal("0.90")
PROPOSED = Decimal("0.75")
MILLE = Decimal("0.001")
# A piece of noise that may stand between a passage and the edge of its word.
WORD_EDGE = 3
# So many places where the same words stand are looked at; beyond that they tell nothing.
MOST_PLACES = 50
SHORTEST_SEARCHED = 3
# What belongs to a figure although the passage holds only a part of it.
FIGURE_BEFORE = re.compile(r"[<>≤≥~±−+$€£]*(?:\d[.,]?)*$")
FIGURE_AFTER = re.compile(r"(?:[.,]?\d)*%?")

Span = tuple[int, int]


class Outcome(StrEnum):
    """What the guards make of a movement."""

    MOVED = "moved"
    PROPOSED = "proposed"
    ORPHANED = "orphaned"


@dataclass(frozen=True)
class Movement:
    """The place that a passage would have, how sure that is, and about where it would be."""

    outcome: Outcome
    place: Span | None
    near: int
    score: Decimal
    has_other_figures: bool


@dataclass(frozen=True)
class Pair:
    """Two contents and the difference between them."""

    old: str
    new: str
    difference: Difference


def compared(old: str, new: str) -> Pair:
    """Two contents, ready for passages to move."""
    return Pair(old, new, Difference.between(old, new))


def moved(pair: Pair, spans: Iterable[Span]) -> dict[Span, Movement]:
    """Where each passage goes; no two that stand apart are taken to one place."""
    found = {span: _movement(pair, span) for span in sorted(set(spans))}
    taken: dict[Span, Span] = {}
    for span, movement in found.items():
        if movement.outcome == Outcome.MOVED and movement.place is not None:
            other = taken.setdefault(movement.place, span)
            if other != span:
                found[span] = replace(movement, outcome=Outcome.PROPOSED)
    return found


def _movement(pair: Pair, span: Span) -> Movement:
    difference = pair.difference
    low, high = difference.old.place(span[0]), difference.old.place(span[1])
    near = _offset(pair, difference.near(low))
    mapped = _mapped(pair, span, low, high)
    place = mapped or _found_elsewhere(pair, span, difference.old.chars[low:high])
    if place is None:
        return Movement(Outcome.ORPHANED, None, near, Decimal("0.000"), has_other_figures=False)
    score = _score(pair, span, place)
    has_other_figures = _figures(pair.old, span) != _figures(pair.new, place)
    is_certain = mapped is not None and not has_other_figures
    outcome = Outcome.ORPHANED
    if score >= ACCEPTED and is_certain and not _is_one_of_two(pair, low, high):
        outcome = Outcome.MOVED
    elif score >= PROPOSED:
        outcome = Outcome.PROPOSED
    return Movement(outcome, place, place[0], score, has_other_figures)


def _mapped(pair: Pair, span: Span, low: int, high: int) -> Span | None:
    """The place to which the difference map takes the passage, if it keeps it together."""
    images = pair.difference.images(low, high)
    if not images:
        return None
    first, last = images[0].new, images[-1].new_end
    if not 0 < last - first <= 2 * (high - low) + WORD_EDGE:
        longest = max(images, key=lambda match: match.length)
        first, last = longest.new, longest.new_end
    new = pair.difference.new
    place = (new.offset(first), new.offset(last - 1) + 1)
    if new.chars[first:last] == pair.difference.old.chars[low:high]:
        return place
    return _to_word_edges(pair, span, place)


def _to_word_edges(pair: Pair, span: Span, place: Span) -> Span:
    """The place with the rest of its first and last word, where the passage held whole words."""
    (start, end), content = place, pair.new
    if not pair.old[max(0, span[0] - 1) : span[0]].isalnum():
        edge = max(0, start - WORD_EDGE)
        while start > edge and content[start - 1 : start + 1].isalnum():
            start -= 1
    if not pair.old[span[1] : span[1] + 1].isalnum():
        edge = min(len(content), end + WORD_EDGE)
        while end < edge and content[end - 1 : end + 1].isalnum():
            end += 1
    return start, end


def _found_elsewhere(pair: Pair, span: Span, quote: str) -> Span | None:
    """Where the very words stand between the words most like those around them."""
    if len(quote) < SHORTEST_SEARCHED:
        return None
    new, at = pair.difference.new, -1
    places: list[Span] = []
    while (at := new.chars.find(quote, at + 1)) >= 0 and len(places) <= MOST_PLACES:
        places.append((new.offset(at), new.offset(at + len(quote) - 1) + 1))
    if not places or len(places) > MOST_PLACES:
        return None
    best = max(places, key=lambda place: _score(pair, span, place))
    return best if _score(pair, span, best) >= PROPOSED else None


def _score(pair: Pair, span: Span, place: Span) -> Decimal:
    """How much alike the words are, and those before or after them: each counts half."""
    quotes = _alike(pair.old[slice(*span)], pair.new[slice(*place)])
    before = _alike(
        pair.old[max(0, span[0] - CONTEXT) : span[0]],
        pair.new[max(0, place[0] - CONTEXT) : place[0]],
    )
    after = _alike(pair.old[span[1] : span[1] + CONTEXT], pair.new[place[1] : place[1] + CONTEXT])
    return ((quotes + max(before, after)) / 2).quantize(MILLE)


def _alike(words: str, others: str) -> Decimal:
    one, other = essence_of(words), essence_of(others)
    longest = max(len(one), len(other))
    return 1 - Decimal(Levenshtein.distance(one, other)) / longest if longest else Decimal(0)


def _is_one_of_two(pair: Pair, low: int, high: int) -> bool:
    """Whether the same words were deleted or put in just beside: nobody can tell which are which.

    A stretch that was deleted may be told shifted by some characters, so it is read round.
    """
    difference = pair.difference
    quote, there = difference.old.chars[low:high], difference.new.chars
    around = (max(0, low - CONTEXT), high + CONTEXT)
    own = {match.new - match.old for match in difference.images(low, high)}
    others = {match.new - match.old for match in difference.images(*around)} - own
    return any(quote in gone + gone for gone in difference.gone(*around)) or any(
        low + shift >= 0 and there[low + shift : high + shift] == quote for shift in others
    )


def _figures(content: str, span: Span) -> tuple[str, ...]:
    """The figures of a passage, with the digits and signs that touch it."""
    start, end = span
    before = FIGURE_BEFORE.search(content, max(0, start - CONTEXT), start)
    after = FIGURE_AFTER.match(content, end)
    if before and content[start].isdigit():
        start = before.start()
    if after and content[end - 1].isdigit():
        end = after.end()
    return figures_of(content[start:end])


def _offset(pair: Pair, place: int) -> int:
    """The offset of a place that may lie behind the last character."""
    new = pair.difference.new
    return new.offset(place) if place < len(new.chars) else len(pair.new)
