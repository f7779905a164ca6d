"""Compares what the grammar reads with what people marked, and counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from apps.domain.grammar import Kind, Suggestion, suggest

_MARKED = re.compile(
    r"\[\[([^|\]]+)\|([mdqx])(?:\|([^|\]]*))?(?:\|([^|\]]*))?(?:\|(?P<period>[^\]]*))?\]\]"
)
_KINDS: Mapping[str, Kind] = {"m": "mention", "d": "date", "q": "quantity"}


@dataclass(frozen=True)
class Marked:
    """A stretch that a person marked; a kind of nothing says that either answer is right."""

    start: int
    end: int
    kind: Kind | None
    form: tuple[str, ...]
    period: str | None = None


@dataclass
class Score:
    """How many were proposed, how many of them rightly, how many were to be found."""

    proposed: int = 0
    right: int = 0
    marked: int = 0
    found: int = 0
    in_form: int = 0
    timed: int = 0
    in_time: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.proposed

    @property
    def recall(self) -> float:
        return self.found / self.marked

    @property
    def normal_form(self) -> float:
        return self.in_form / self.found

    @property
    def right_period(self) -> float:
        """Of the quantities that were found and are marked with their period."""
        return self.in_time / self.timed

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}, recall {self.recall:.3f}, "
            f"normal form {self.normal_form:.3f} of {self.marked}"
        )


def unmarked(text: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and where they stood."""
    pieces, marks, at, length = [], [], 0, 0
    for match in _MARKED.finditer(text):
        pieces += [text[at : match.start()], match[1]]
        length += match.start() - at
        form = tuple(part for part in match.groups()[2:4] if part is not None)
        end, kind = length + len(match[1]), _KINDS.get(match[2])
        marks.append(Marked(length, end, kind, form, match["period"]))
        length += len(match[1])
        at = match.end()
    return "".join((*pieces, text[at:])), marks


def scores(texts: Iterable[str]) -> dict[Kind, Score]:
    """For each kind how well the grammar reads these marked texts."""
    counted: dict[Kind, Score] = {kind: Score() for kind in _KINDS.values()}
    for marked in texts:
        text, marks = unmarked(_unwrapped(marked.strip("\n")))
        suggestions = suggest(text)
        either = [mark for mark in marks if mark.kind is None]
        for kind, score in counted.items():
            proposed = [one for one in suggestions if one.kind == kind]
            own = [mark for mark in marks if mark.kind == kind]
            _count_proposed(score, proposed, own, either)
            _count_marked(score, proposed, own)
    return counted


def _unwrapped(text: str) -> str:
    return (
        text if "\t" in text or text.startswith("Notes") else re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    )


def together(counted: Iterable[Score]) -> Score:
    whole = Score()
    for score in counted:
        for name in vars(whole):
            setattr(whole, name, getattr(whole, name) + getattr(score, name))
    return whole


def _count_proposed(
    score: Score, proposed: list[Suggestion], own: list[Marked], either: list[Marked]
) -> None:
    for one in proposed:
        is_right = any(_meets(one, mark) for mark in own)
        score.right += is_right
        score.proposed += is_right or not any(_meets(one, mark) for mark in either)


def _count_marked(score: Score, proposed: list[Suggestion], own: list[Marked]) -> None:
    for mark in own:
        hits = [one for one in proposed if _meets(one, mark)]
        score.marked += 1
        score.found += bool(hits)
        score.in_form += any(_fits(one, mark) for one in hits)
        if hits and mark.period is not None:
            score.timed += 1
            score.in_time += any(one.period == mark.period for one in hits)


def _meets(one: Suggestion, mark: Marked) -> bool:
    return one.start < mark.end and mark.start < one.end


def _fits(one: Suggestion, mark: Marked) -> bool:
    if one.kind == "mention":
        return (one.start, one.end) == (mark.start, mark.end)
    if one.kind == "date":
        return (one.period,) == mark.form
    return (one.reading, one.unit) == mark.form


def read(text: str) -> Iterator[str]:
    """Each suggestion in a line: kind, words, and what was read in them."""
    for one in suggest(text):
        form = f"{one.reading} {one.unit}".strip() if one.kind == "quantity" else one.period
        yield f"{one.kind}: {text[one.start : one.end]}" + (f" = {form}" if form else "")
