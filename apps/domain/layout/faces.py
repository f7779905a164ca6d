"""Emphasis and addresses are plain characters here; a good page sets them as what they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from apps.domain.layout.blocks import Face, Run, Style
from apps.domain.layout.marks import emphasis_pairs
from apps.domain.layout.offsets import bases_of

_EMPHASIS: dict[int, tuple[Face, ...]] = {1: ("italic",), 2: ("bold",), 3: ("italic", "bold")}
_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"“”«»\[\]]+|www\.[^\s<>\"“”«»\[\]]+)|"
    r"(?P<doi>\b10\.\d{4,9}/[^\s<>\"“”«»\[\],;]+)|"
    r"(?P<mail>\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
)
_STOPS = ".,;:!?'’*_"


def emphasis_in(text: str, runs: Sequence[Run], kind: str) -> Iterator[Style]:
    """Yield what stands between emphasis marks; `text` is what the runs show with them."""
    bases = bases_of(runs)
    for opening, closing in emphasis_pairs(text):
        if kind == "heading" and (opening[0], closing[1]) == (0, len(text)):
            continue
        start, end = _span(runs, bases, opening[1], closing[0])
        for face in _EMPHASIS[opening[1] - opening[0]]:
            yield Style(start, end, face)


def addresses_in(content: str, runs: Sequence[Run]) -> Iterator[Style]:
    """Yield the internet addresses in what the runs show, each with where it leads."""
    bases = bases_of(runs)
    shown = "".join(content[run.start : run.end] + run.glue for run in runs)
    for match in _ADDRESS.finditer(shown):
        address = _without_stops(match[0])
        start, end = _span(runs, bases, match.start(), match.start() + len(address))
        yield Style(start, end, "address", _target(match, address))


def in_order(styles: Sequence[Style]) -> tuple[Style, ...]:
    """Return the styles as they begin in the text, the wider first."""
    return tuple(sorted(styles, key=lambda style: (style.start, -style.end, style.face)))


def _target(match: re.Match[str], address: str) -> str:
    if match["mail"]:
        return f"mailto:{address}"
    if match["doi"]:
        return f"https://doi.org/{address}"
    return f"https://{address}" if address.startswith("www.") else address


def _without_stops(address: str) -> str:
    """Return the address without the stops of the sentence that it ends."""
    while address[-1] in _STOPS or (address[-1] == ")" and "(" not in address):
        address = address[:-1]
    return address


def _span(runs: Sequence[Run], bases: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return the places in the content of a stretch of what the runs show."""
    return _place(runs, bases, start), _place(runs, bases, end - 1) + 1


def _place(runs: Sequence[Run], bases: Sequence[int], offset: int) -> int:
    at = bisect_right(bases, offset) - 1
    return min(runs[at].start + offset - bases[at], runs[at].end)
