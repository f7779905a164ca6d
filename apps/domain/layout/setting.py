"""How a text is set decides what a line end means: a wrap, or the end of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from apps.domain.layout.lines import Line
from apps.domain.layout.openings import opening_of_line
from apps.domain.layout.seams import HYPHENS

_WIDEST_WRAP = 120  # beyond this no printed line was ever as wide: a paragraph stands on a line
_NARROWEST_WRAP = 40  # below this it is verse, an address or a list
_FLOW_PROOF = 8  # so many wraps must agree before their trailing blanks are a habit
_FLOW_SHARE = 0.85
_OPENING = "“\"'‘«(—"
_VERSE_PROOF = 4  # lines
_VERSE_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Setting:
    """
    `wrapped`: prose is cut into lines of about `width`. `flowing`: whoever extracted the text
    left a blank at the end of each line that goes on, so a line without one ends something.
    `marked`: headings carry # marks, so that nothing but a mark or a blank line ends a paragraph.
    """

    width: int
    wrapped: bool
    flowing: bool
    marked: bool


def setting_of(chunks: Sequence[Sequence[Line]]) -> Setting:
    """Measure how a text is set, from its lines of prose."""
    lengths = sorted(line.width for chunk in chunks for line in chunk)
    width = _weighted_median(lengths)
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and not _is_verse(chunks)
    hashes = sum(opening_of_line(line).mark == "hash" for chunk in chunks for line in chunk)
    return Setting(
        width=width,
        wrapped=wrapped,
        flowing=wrapped and _flows(chunks),
        marked=hashes > 1,
    )


def goes_on(line: Line) -> bool:
    """True if the line's end itself says that more follows: a blank, a hyphen or a dash."""
    return line.flows or line.text[-1:] in HYPHENS or line.text[-1:] in "–—/\u00ad"


def _weighted_median(lengths: Sequence[int]) -> int:
    """Return the length of the line that holds the middle character of all."""
    half, seen = sum(lengths) / 2, 0
    for length in lengths:
        seen += length
        if seen >= half:
            return length
    return 0


def _is_verse(chunks: Sequence[Sequence[Line]]) -> bool:
    """True if nearly every line begins with a capital; of wrapped prose it is one in five."""
    inner = [line for chunk in chunks for line in chunk[1:] if not line.flows]
    capitals = sum(line.text.lstrip(_OPENING)[:1].isupper() for line in inner)
    return len(inner) >= _VERSE_PROOF and capitals >= _VERSE_SHARE * len(inner)


def _flows(chunks: Sequence[Sequence[Line]]) -> bool:
    inner = [line for chunk in chunks for line in chunk[:-1]]
    blanks = sum(line.flows for line in inner)
    going_on = sum(goes_on(line) for line in inner)
    ends = [chunk[-1] for chunk in chunks if chunk]
    stopped = sum(not line.flows for line in ends)
    return (
        blanks >= _FLOW_PROOF and going_on >= _FLOW_SHARE * len(inner) and stopped >= len(ends) / 2
    )
