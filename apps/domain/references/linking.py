"""Links citations to the entries of their bibliography, or says why that cannot be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from apps.domain.references.calls import Call
from apps.domain.references.entries import Entry
from apps.domain.references.names import ALIKE, Author, folded, likeness, name_likeness

LIKE_A_TITLE = 80
LIKE_IN_WORDS = 60
STEM = 6  # letters: “Document” and “Documents”, “Vietnam” and “Vietnamese”
SHORTEST_TITLE = 2  # words: one word of a title names nothing


# What a sentence says of a year in brackets is a citation only of an author that is listed.
_MAY_BE_ELSE = ("named", "owned")


class Outcome(StrEnum):
    """What became of a citation."""

    LINKED = "linked"
    SEVERAL = "several"
    OTHER_YEAR = "other-year"
    NO_ENTRY = "no-entry"


@dataclass(frozen=True, slots=True)
class Link:
    """The entries that a citation may mean, by their place in the bibliography, likeliest first."""

    outcome: Outcome
    entries: tuple[int, ...] = ()


def link(call: Call, entries: Sequence[Entry]) -> Link:
    """The entry of the same author and year; failing that, those of the author alone."""
    scored = [(score_of(call, entry), place) for place, entry in enumerate(entries)]
    likely = sorted((-score, place) for score, place in scored if score)
    same_year = [(score, at) for score, at in likely if _is_of_year(call, entries[at])]
    same_year = same_year or [
        (LIKE_IN_WORDS, at)
        for at, entry in enumerate(entries)
        if _is_of_year(call, entry) and _shares_all_words(call, entry)
    ]
    if same_year:
        best = _best(call, same_year, entries)
        return Link(Outcome.LINKED if len(best) == 1 else Outcome.SEVERAL, best)
    others = tuple(at for _, at in likely if entries[at].year or not call.year)
    return Link(Outcome.OTHER_YEAR, others) if others else Link(Outcome.NO_ENTRY)


def links_of(calls: Iterable[Call], entries: Sequence[Entry]) -> Iterator[tuple[Call, Link]]:
    """Each citation with its link."""
    for call in calls:
        found = link(call, entries)
        if found.outcome != Outcome.NO_ENTRY or call.shape not in _MAY_BE_ELSE:
            yield call, found


def _best(
    call: Call, scored: Sequence[tuple[int, int]], entries: Sequence[Entry]
) -> tuple[int, ...]:
    """The likeliest; of equals those with the cited day or volume, if there are any."""
    best = [at for score, at in scored if score == scored[0][0]]
    for part in ("volume", "published"):
        cited = call.volume if part == "volume" else call.day
        fitting = [at for at in best if cited and getattr(entries[at], part) == cited]
        best = fitting or best
    return tuple(best)


def score_of(call: Call, entry: Entry) -> int:
    """From 0 to 100: how well what the citation names fits who and what the entry names."""
    by_author = max(likeness(call.names, entry.authors), likeness([call.whole], entry.authors))
    if by_author:
        return by_author
    where = Author(entry.container)
    if entry.container and not entry.authors and name_likeness(call.whole, where) >= ALIKE:
        return 90
    if not call.shape.startswith(("(", "[", "list")):
        return 0
    return _likeness_of_titles(call.whole, entry)


def _likeness_of_titles(cited: str, entry: Entry) -> int:
    """Works without an author are cited by the beginning of their title or of their sender."""
    shortened, names = folded(cited), [entry.title, *(author.family for author in entry.authors)]
    if len(shortened.split()) < SHORTEST_TITLE:
        shorter = [folded(name).split()[:1] == [shortened] for name in names[1:]]
        return 85 if any(shorter) else 0
    for name in map(folded, names):
        if name.startswith(shortened) or fuzz.token_sort_ratio(shortened, name) >= ALIKE:
            return LIKE_A_TITLE
    return 0


def _shares_all_words(call: Call, entry: Entry) -> bool:
    """“Vietnamese Diplomacy” for “Diplomacy of Vietnam”: enough where the year is the same."""
    cited = folded(call.whole).split()
    named = folded(" ".join([entry.title, *(author.family for author in entry.authors)])).split()
    return len(cited) >= SHORTEST_TITLE and all(
        any(word[:STEM] == other[:STEM] for other in named) for word in cited
    )


def _is_of_year(call: Call, entry: Entry) -> bool:
    if not call.year:
        return entry.is_undated or not entry.year
    return call.year == entry.year and call.letter in ("", entry.letter)
