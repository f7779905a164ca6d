"""Edits of a text of which it is known where every character of it went."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]
# A stretch of the old content, and what stands in its place; None keeps it.
Piece = tuple[int, int, str | None]

LOOK_ALIKE = dict(zip("aceilmnorstu1053", "oeclinuvnsfnlO6B", strict=True))
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LINE = 60
HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")
FAR_APART = 200


@dataclass(frozen=True)
class Edited:
    """A content, and for each character of the first one where it stands now; -1 where it went."""

    content: str
    places: Sequence[int]

    def went(self, span: Span) -> Span | None:
        """The stretch from the first to the last character that is left."""
        left = [place for place in self.places[slice(*span)] if place >= 0]
        return (min(left), max(left) + 1) if left else None


def put_together(content: str, pieces: Iterable[Piece]) -> Edited:
    """The pieces in this order; those of equal length are the same characters, read otherwise."""
    words, places, length = [], [-1] * len(content), 0
    for start, end, instead in pieces:
        piece = content[start:end] if instead is None else instead
        if len(piece) == end - start:
            places[start:end] = range(length, length + len(piece))
        words.append(piece)
        length += len(piece)
    return Edited("".join(words), places)


def changed(content: str, changes: Iterable[tuple[int, int, str]]) -> Edited:
    """Other words in place of stretches that do not overlap."""

    def pieces() -> Iterator[Piece]:
        at = 0
        for start, end, words in sorted(changes):
            yield at, start, None
            yield start, end, words
            at = end
        yield at, len(content), None

    return put_together(content, pieces())


def deleted(content: str, spans: Iterable[Span]) -> Edited:
    """Without these stretches."""
    return changed(content, [(start, end, "") for start, end in spans])


def noisy(content: str, draw: random.Random, share: float) -> Edited:
    """Misread as scans are: most often another letter, now and then one too many or too few."""

    def misread(at: int) -> tuple[int, int, str]:
        character = content[at]
        kind = draw.random()
        if kind < 0.7:
            return at, at + 1, LOOK_ALIKE.get(character, draw.choice(LETTERS))
        return (at, at + 1, "") if kind < 0.85 else (at, at, draw.choice(LETTERS))

    places = (at for at, character in enumerate(content) if not character.isspace())
    return changed(content, [misread(at) for at in places if draw.random() < share])


def reordered(content: str, draw: random.Random, moves: int) -> Edited:
    """With some of its paragraphs at other places."""
    breaks = [0, *(found.end() for found in re.finditer(r"\n\n+", content)), len(content)]
    pieces: list[Piece] = [(start, end, None) for start, end in pairwise(breaks)]
    long = [piece for piece in pieces if piece[1] - piece[0] > FAR_APART]
    for piece in draw.sample(long, min(moves, len(long))):
        pieces.remove(piece)
        pieces.insert(draw.randrange(len(pieces)), piece)
    return put_together(content, pieces)


def reflowed(content: str, draw: random.Random) -> Edited:
    """Broken into other lines, with other words hyphenated at their ends."""
    joined = changed(content, [(*found.span(), "") for found in HYPHENATED.finditer(content)])
    column, changes = 0, []
    for found in re.finditer(r"[^ \n\t]+|[ \n]+|\t", joined.content):
        start, end = found.span()
        column += end - start
        if "\n\n" in found.group() or "\t" in found.group():
            column = 0
        elif found.group().isspace():
            broken = column > LINE
            after_hyphen = joined.content[start - 1 : start] == "-" and "\n" in found.group()
            changes.append((start, end, "\n" if broken else "" if after_hyphen else " "))
            column = 0 if broken else column
        elif column > LINE and end - start > 6 and found.group().isalpha() and draw.random() < 0.5:
            changes.append((start + 3, start + 3, "-\n"))
            column = end - start - 3
    again = changed(joined.content, changes)
    places = [again.places[place] if place >= 0 else -1 for place in joined.places]
    return Edited(again.content, places)


def figures_changed(content: str, spans: Iterable[Span], draw: random.Random) -> Edited:
    """With another digit in each of these stretches."""
    changes = []
    for start, end in spans:
        at = draw.choice([place for place in range(start, end) if content[place].isdigit()])
        digit = draw.choice([one for one in "0123456789" if one != content[at]])
        changes.append((at, at + 1, digit))
    return changed(content, changes)


def spread(spans: Iterable[Span], draw: random.Random, most: int) -> list[Span]:
    """Some of the stretches, far from each other."""
    chosen: list[Span] = []
    for span in sorted(set(spans)):
        if not chosen or span[0] - chosen[-1][1] > FAR_APART + draw.randrange(FAR_APART):
            chosen.append(span)
    return sorted(draw.sample(chosen, min(most, len(chosen))))
