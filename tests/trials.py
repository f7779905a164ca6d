"""Edits tried on real passages: which of them were taken to a wrong place, and which were lost."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from apps.domain.anchoring import Movement, Outcome, compared, figures_of, moved
from project.env import CHECKOUT
from tests.edits import (
    Edited,
    Span,
    deleted,
    figures_changed,
    noisy,
    reflowed,
    reordered,
    spread,
)

MOST_TOUCHED = 60
# A misread letter at the edge of a passage belongs to it or not: neither is wrong.
EDGE = 3
Touch = Callable[[str, Sequence[Span], random.Random], tuple[Edited, Collection[Span]]]


@dataclass(frozen=True)
class Tally:
    """How a trial ended; `touched` are the passages that the edit was about."""

    passages: int = 0
    touched: int = 0
    false: int = 0
    reviewed: int = 0
    moved: int = 0
    untouched: int = 0
    lost: int = 0
    false_beside: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            *(a + b for a, b in zip(vars(self).values(), vars(other).values(), strict=True))
        )


def passages_of(source: str) -> list[Span]:
    """Where the mentions and claims of the corpus stand in a source."""
    found = set()
    for name in ("mentions", "claims"):
        for line in (CHECKOUT / "fixtures" / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["source"] == source:
                found.add((row["start"], row["end"]))
    return sorted(found)


def trial(content: str, spans: Sequence[Span], kind: str, draw: random.Random) -> Tally:
    """Edit the content, move the passages, and count."""
    edited, touched = KINDS[kind](content, spans, draw)
    movements = moved(compared(content, edited.content), spans)
    about = [span for span in spans if span in touched]
    beside = [span for span in spans if span not in touched and not _hit(span, touched)]
    accepted = {span for span in spans if movements[span].outcome == Outcome.MOVED}
    return Tally(
        passages=len(spans),
        touched=len(about),
        false=sum(_is_false(content, edited, span, movements[span]) for span in about or beside),
        reviewed=sum(span not in accepted for span in about or beside),
        moved=len(accepted),
        untouched=len(beside),
        lost=sum(span not in accepted for span in beside),
        false_beside=sum(_is_false(content, edited, span, movements[span]) for span in beside),
    )


def _hit(span: Span, touched: Collection[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in touched)


def _is_false(content: str, edited: Edited, span: Span, movement: Movement) -> bool:
    """Whether it was taken by itself to other words, or to words with other figures."""
    if movement.outcome != Outcome.MOVED or movement.place is None:
        return False
    right = edited.went(span)
    if right is None:
        return True
    is_near = all(abs(a - b) <= EDGE for a, b in zip(right, movement.place, strict=True))
    before, after = content[slice(*span)], edited.content[slice(*movement.place)]
    return not is_near or figures_of(before) != figures_of(after)


def _deletion(
    content: str, spans: Sequence[Span], draw: random.Random
) -> tuple[Edited, list[Span]]:
    gone = spread(spans, draw, MOST_TOUCHED)
    return deleted(content, gone), gone


def _deletion_around(
    content: str, spans: Sequence[Span], draw: random.Random
) -> tuple[Edited, list[Span]]:
    """With eighty characters on both sides."""
    chosen = spread(spans, draw, MOST_TOUCHED)
    wide = [(max(0, start - 80), min(len(content), end + 80)) for start, end in chosen]
    inside = [s for s in spans if any(a <= s[0] and s[1] <= b for a, b in wide)]
    return deleted(content, wide), inside


def _digit(content: str, spans: Sequence[Span], draw: random.Random) -> tuple[Edited, list[Span]]:
    with_digits = [s for s in spans if any(c.isdigit() for c in content[slice(*s)])]
    chosen = spread(with_digits, draw, MOST_TOUCHED)
    return figures_changed(content, chosen, draw), chosen


def _untouched(edited: Edited) -> tuple[Edited, list[Span]]:
    return edited, []


KINDS: dict[str, Touch] = {
    "passage deleted": _deletion,
    "surroundings deleted": _deletion_around,
    "digit corrected": _digit,
    "1 % noise": lambda content, spans, draw: _untouched(noisy(content, draw, 0.01)),
    "3 % noise": lambda content, spans, draw: _untouched(noisy(content, draw, 0.03)),
    "paragraphs moved": lambda content, spans, draw: _untouched(reordered(content, draw, 8)),
    "lines broken anew": lambda content, spans, draw: _untouched(reflowed(content, draw)),
}
