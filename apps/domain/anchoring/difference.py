"""A map from each stretch of one content to the same stretch of another, wherever that went."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from apps.domain.anchoring.essence import Essence

# So many characters that stand once in both contents are the same place.
CERTAIN = 20
# A shorter stretch that leaves the order of its neighbours is a turn of phrase, not a move.
SHORTEST_MOVE = 60
# How much longer than the old words the new ones may be that are aligned with them.
SLACK = 64
# Cells of a table of comparison; beyond that the words were written anew.
MOST_CELLS = 100_000_000
STEP = 512


class Match(NamedTuple):
    """So many characters of the one essence stand in the other, letter by letter."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length

    def shortened(self, by: int) -> Match:
        """Without its first characters."""
        return Match(self.old + by, self.new + by, self.length - by)


@dataclass(frozen=True)
class Difference:
    """Where the characters of the old essence stand in the new one, in the old order."""

    old: Essence
    new: Essence
    matches: tuple[Match, ...]

    @classmethod
    def between(cls, old: str, new: str) -> Difference:
        """The map between two contents; time and memory grow as their length does."""
        here, there = Essence.of(old), Essence.of(new)
        certain = _without_strays(_apart(_certain(here, there)))
        aligned = _aligned(here, there, certain)
        return cls(here, there, tuple(sorted([*certain, *aligned])))

    def images(self, low: int, high: int) -> list[Match]:
        """What became of the characters from one place up to another."""
        first = bisect_right(self.matches, low, key=lambda match: match.old_end)
        found = []
        for match in self.matches[first:]:
            if match.old >= high or low >= high:
                break
            cut = match.shortened(max(0, low - match.old))
            found.append(Match(cut.old, cut.new, min(cut.length, high - cut.old)))
        return found

    def near(self, place: int) -> int:
        """Where in the new essence the character would stand if it did."""
        last = bisect_right(self.matches, place, key=lambda match: match.old) - 1
        if last < 0:
            return 0
        match = self.matches[last]
        return match.new + min(place - match.old, match.length)

    def gone(self, low: int, high: int) -> Iterator[str]:
        """The stretches without an image that share a character with these."""
        first = max(bisect_right(self.matches, low, key=lambda match: match.old) - 1, 0)
        end = self.matches[first - 1].old_end if first else 0
        for match in self.matches[first:]:
            if end < match.old and end < high and match.old > low:
                yield self.old.chars[end : match.old]
            end = match.old_end
            if end >= high:
                return
        if end < len(self.old.chars):
            yield self.old.chars[end:]


def _certain(here: Essence, there: Essence) -> Iterator[Match]:
    """Stretches around words that stand once in both, as long as they agree."""
    standing, elsewhere = _once(here), _once(there)
    end = diagonal = 0
    for words, old in standing.items():
        new = elsewhere.get(words, -1)
        if old < 0 or new < 0 or (old < end and new - old == diagonal):
            continue
        back = _agreeing_back(here.chars, there.chars, old, new)
        ahead = _agreeing(here.chars, there.chars, old, new)
        end, diagonal = old + ahead, new - old
        yield Match(old - back, new - back, back + ahead)


def _once(essence: Essence) -> dict[str, int]:
    """Where the characters that begin a piece stand; -1 where they stand more than once."""
    found: dict[str, int] = {}
    for place in essence.places_within(0, max(0, len(essence.chars) - CERTAIN + 1)):
        words = essence.chars[place : place + CERTAIN]
        found[words] = -1 if words in found else place
    return found


def _agreeing(here: str, there: str, old: int, new: int) -> int:
    """How many characters agree from here on."""
    length = 0
    while (piece := here[old + length : old + length + STEP]) and piece == there[
        new + length : new + length + STEP
    ]:
        length += len(piece)
    pairs = zip(piece, there[new + length : new + length + STEP], strict=False)
    return length + next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(len(piece), len(there) - new - length)
    )


def _agreeing_back(here: str, there: str, old: int, new: int) -> int:
    """How many characters agree before here."""
    length = 0
    while length < min(old, new) and here[old - length - 1] == there[new - length - 1]:
        length += 1
    return length


def _apart(matches: Iterator[Match]) -> list[Match]:
    """The same without overlaps in either content."""
    for side in (0, 1):
        kept: list[Match] = []
        for match in sorted(matches, key=lambda match: match[side]):
            end = kept[-1][side] + kept[-1].length if kept else 0
            rest = match.shortened(max(0, end - match[side]))
            if rest.length > 0:
                kept.append(rest)
        matches = iter(kept)
    return sorted(matches)


def _without_strays(matches: list[Match]) -> list[Match]:
    """Without short stretches that alone leave the order of those around them."""
    edges = [Match(0, 0, 0), *matches, Match(1 << 60, 1 << 60, 0)]
    return [
        match
        for before, match, after in zip(edges, matches, edges[2:], strict=False)
        if match.length >= SHORTEST_MOVE
        or before.new_end <= match.new <= match.new_end <= after.new
        or before.new_end > after.new
    ]


def _aligned(here: Essence, there: Essence, certain: Sequence[Match]) -> Iterator[Match]:
    """What agrees between the certain stretches, and what was put in the place of a character."""
    starts = sorted(match.new for match in certain)
    ends = sorted(match.new_end for match in certain)
    total = len(there.chars)
    edges = [Match(0, 0, 0), *certain, Match(len(here.chars), total, 0)]
    for before, after in pairwise(edges):
        words = here.chars[before.old_end : after.old]
        if not words:
            continue
        following = bisect_left(starts, before.new_end)
        preceding = bisect_right(ends, after.new) - 1
        head_end = starts[following] if following < len(starts) else total
        tail_start = ends[preceding] if preceding >= 0 else 0
        wide = len(words) + SLACK
        head = (before.new_end, min(head_end, before.new_end + wide))
        tail = (max(tail_start, after.new - wide), after.new)
        if tail[0] < head[1] and head[0] <= tail[1]:
            head, tail = (head[0], tail[1]), (tail[1], tail[1])
        yield from _letter_by_letter(words, before.old_end, there.chars, (head, tail))


def _letter_by_letter(
    words: str, old: int, there: str, targets: tuple[tuple[int, int], tuple[int, int]]
) -> Iterator[Match]:
    """Align the words with two stretches of the new essence, taken as one."""
    (head, head_end), (tail, tail_end) = targets
    target = there[head:head_end] + there[tail:tail_end]
    if not target or len(words) * len(target) > MOST_CELLS:
        return
    seam = head_end - head
    for step in Levenshtein.opcodes(words, target):
        if step.tag not in ("equal", "replace"):
            continue
        cut = min(max(seam - step.dest_start, 0), step.dest_end - step.dest_start)
        if cut:
            yield Match(old + step.src_start, head + step.dest_start, cut)
        if step.dest_start + cut < step.dest_end:
            place = tail + step.dest_start + cut - seam
            rest = step.dest_end - step.dest_start - cut
            yield Match(old + step.src_start + cut, place, rest)
