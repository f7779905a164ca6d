"""Two revisions of a text side by side, block by block: what stayed, changed, moved, came, went."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.cache import cache
from django.utils.safestring import SafeString

from apps.annotations.models import Move
from apps.domain.anchoring import Difference
from apps.reading.differences import by_word
from apps.sources.models import Block, Text

KEPT_SECONDS = 300
LONGEST_MARKED = 20_000  # characters of a block; what is longer is shown without marks
BLANKS = re.compile(r"\s+")
SAME, CHANGED, MOVED, CAME, WENT = "same", "changed", "moved", "added", "left out"
TITLES = {
    SAME: "unchanged",
    CHANGED: "changed",
    MOVED: "moved",
    CAME: "only in the new text",
    WENT: "only in the old text",
}


@dataclass(frozen=True)
class Piece:
    """A block as it is compared: where it lies and what it shows."""

    start: int
    end: int
    position: int
    words: str


@dataclass
class Row:
    """A block of either text, or of both."""

    states: tuple[str, ...]
    old: Piece | None
    new: Piece | None
    left: SafeString | str = ""
    right: SafeString | str = ""
    waiting: list[Move] = field(default_factory=list)

    @property
    def titles(self) -> str:
        """How it fared, in words."""
        return ", ".join(TITLES[state] for state in self.states)

    @property
    def is_same(self) -> bool:
        """Whether it holds nothing to look at."""
        return self.states == (SAME,) and not self.waiting


def rows_of(old: Text, new: Text) -> list[Row]:
    """The rows in the order of the new text; what went stands where it stood."""
    key = f"comparison-{old.pk}-{new.pk}"
    rows: list[Row] | None = cache.get(key)
    if rows is None:
        rows = _compared(old, new)
        cache.set(key, rows, KEPT_SECONDS)
    return rows


def counted(rows: Iterable[Row]) -> list[tuple[int, str]]:
    """How many rows fared how, in words."""
    counts = Counter(state for row in rows for state in row.states)
    return [(counts[state], title) for state, title in TITLES.items() if counts[state]]


def with_waiting(rows: Sequence[Row], old: Text, new: Text) -> list[Row]:
    """The rows, each with its passages that have not moved."""
    left = Move.objects.in_full().filter(passage__text=old, text=new).exclude(state="done")
    waiting = list(left.order_by("passage__start"))
    for row in rows:
        piece = row.old
        row.waiting = [
            move for move in waiting if piece and piece.start <= move.passage.start < piece.end
        ]
    return list(rows)


def _compared(old: Text, new: Text) -> list[Row]:
    olds, news = _pieces(old), _pieces(new)
    partner = _partners(Difference.between(old.content or "", new.content or ""), olds, news)
    in_order = _longest_rise([partner[number] for number in sorted(partner)])
    gone = _gone(olds, partner)
    rows = [_went(piece) for piece in gone[-1]]
    for number, piece in enumerate(news):
        there = partner.get(number)
        rows.append(_row(olds[there] if there is not None else None, piece, there not in in_order))
        rows += [_went(lost) for lost in gone.get(there if there is not None else -2, ())]
    return rows


def _row(old: Piece | None, new: Piece, has_moved: object) -> Row:
    if old is None:
        return Row((CAME,), None, new, right=new.words)
    is_same = old.words == new.words
    states = tuple(state for state, holds in ((CHANGED, not is_same), (MOVED, has_moved)) if holds)
    if is_same or max(len(old.words), len(new.words)) > LONGEST_MARKED:
        return Row(states or (SAME,), old, new, old.words, new.words)
    return Row(states, old, new, *by_word(old.words, new.words))


def _went(piece: Piece) -> Row:
    return Row((WENT,), piece, None, left=piece.words)


def _pieces(text: Text) -> list[Piece]:
    content = text.content or ""
    pieces = []
    for block in Block.objects.filter(text=text).order_by("start", "-end", "position"):
        runs = block.runs or [[block.start, block.end, ""]]
        words = "".join(content[start:end] + glue for start, end, glue in runs)
        pieces.append(Piece(block.start, block.end, block.position, BLANKS.sub(" ", words).strip()))
    return pieces


def _partners(
    difference: Difference, olds: Sequence[Piece], news: Sequence[Piece]
) -> dict[int, int]:
    """For each new block the old one that it shares most with, each old one once."""
    starts = [difference.new.place(piece.start) for piece in news]
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for number, piece in enumerate(olds):
        low, high = difference.old.place(piece.start), difference.old.place(piece.end)
        for match in difference.images(low, high):
            shared[bisect_right(starts, match.new) - 1, number] += match.length
    partner: dict[int, int] = {}
    for (new, old), _ in sorted(shared.items(), key=lambda pair: -pair[1]):
        if new >= 0 and new not in partner and old not in partner.values():
            partner[new] = old
    return partner


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The most numbers that follow each other upward: the others have moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    rise, last = set(), ends[-1] if ends else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return rise


def _gone(olds: Sequence[Piece], partner: Mapping[int, int]) -> dict[int, list[Piece]]:
    """Old blocks without a partner, by the one with a partner that they follow; -1 for none."""
    gone: dict[int, list[Piece]] = defaultdict(list)
    kept, last = set(partner.values()), -1
    for number, piece in enumerate(olds):
        if number in kept:
            last = number
        elif piece.words:
            gone[last].append(piece)
    return gone
