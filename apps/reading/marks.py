"""Cuts a block's shown text at the edges of the passages on it, so that overlaps lie flat."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar

# A run of the content and the glue that is shown after it: [start, end, glue].
Runs = Sequence[Sequence[int | str]]


class Placed(Protocol):
    """Something that lies on a stretch of the content."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


class Mark(NamedTuple):
    """A passage as it is to be shown: where it lies, how it looks, which card it opens."""

    start: int
    end: int
    looks: tuple[str, ...]
    opens: str
    anchor: str
    weight: int = 0


class Face(NamedTuple):
    """A stretch that is set in a face of its own: italic, bold, note_call, address, citation."""

    start: int
    end: int
    name: str
    to: str | int


class Segment(NamedTuple):
    """A stretch of shown text under the same marks; `anchors` are those that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    anchors: tuple[str, ...]
    faces: tuple[Face, ...] = ()


class Shown:
    """The text of a block as it is shown, and the way from offsets in the content to it."""

    def __init__(self, content: str, runs: Runs) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.places: list[int] = []
        pieces: list[str] = []
        length = 0
        for start, end, glue in runs:
            piece = content[int(start) : int(end)] + str(glue)
            self.starts.append(int(start))
            self.ends.append(int(end))
            self.places.append(length)
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)

    def first_place(self, offset: int) -> int:
        """Where the first character at or after the offset is shown."""
        run = bisect_right(self.starts, offset) - 1
        if run >= 0 and offset < self.ends[run]:
            return self.places[run] + offset - self.starts[run]
        return self.places[run + 1] if run + 1 < len(self.places) else len(self.text)

    def end_place(self, offset: int) -> int:
        """Just behind the last character that is shown from before the offset."""
        run = bisect_left(self.starts, offset) - 1
        if run < 0:
            return 0
        return self.places[run] + min(offset, self.ends[run]) - self.starts[run]


def segments(shown: Shown, marks: Iterable[Mark], faces: Iterable[Face] = ()) -> Iterator[Segment]:
    """The shown text in order, cut wherever a mark or a face begins or ends.

    Marks that show no character of the block are left out.
    """
    placed = sorted(_placed(shown, marks), key=lambda entry: (entry[0], -entry[1]))
    faced = list(_placed(shown, faces))
    edges = sorted({0, len(shown.text), *(p for place in (*placed, *faced) for p in place[:2])})
    waiting = iter(placed)
    upcoming = next(waiting, None)
    active: list[tuple[int, int, Mark]] = []
    for here, there in pairwise(edges):
        active = [entry for entry in active if entry[1] > here]
        anchors = []
        while upcoming is not None and upcoming[0] == here:
            active.append(upcoming)
            anchors.append(upcoming[2].anchor)
            upcoming = next(waiting, None)
        yield Segment(
            shown.text[here:there],
            tuple(mark for _, _, mark in active),
            tuple(dict.fromkeys(anchors)),
            tuple(face for first, end, face in faced if first <= here < end),
        )


def _placed(shown: Shown, placed: Iterable[P]) -> Iterator[tuple[int, int, P]]:
    for one in placed:
        first, end = shown.first_place(one.start), shown.end_place(one.end)
        if first < end:
            yield first, end, one


class Spread(Generic[P]):
    """Things with a start and an end, kept so that those on a stretch are found at once."""

    def __init__(self, placed: Iterable[P]) -> None:
        self.placed = sorted(placed, key=lambda one: (one.start, -one.end))
        self.starts = [one.start for one in self.placed]
        self.longest = max((one.end - one.start for one in self.placed), default=0)

    def on(self, start: int, end: int) -> list[P]:
        """All that share a character with content[start:end], in reading order."""
        first = bisect_left(self.starts, start - self.longest)
        last = bisect_left(self.starts, end)
        return [one for one in self.placed[first:last] if one.end > start]
