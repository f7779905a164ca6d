"""Page numbers and running heads cut sentences in two, so they must be known before reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from apps.domain.layout.lines import Line
from apps.domain.layout.openings import opening_of
from apps.domain.layout.sentences import finished, starts_low

_PAGE_NUMBER = re.compile(
    r"^[-–—|\s]*(?:page|p\.|s\.|стр\.|trang)?\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*$", re.I
)
_LONGEST_PAGE_NUMBER = 30
_LONGEST_RUNNING_HEAD = 90
_LONGEST_GAP = 30  # pages whose numbers may be missing in between
_SHORTEST_CUT = 40  # characters a line must have to be a sentence that a page end cut


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Return the positions of lines that belong to the page and not to the text."""
    alone = [at for at in range(len(lines)) if _stands_alone(lines, at)]
    candidates = [at for at in alone if _page_number(lines[at].text) is not None]
    proven = [at for at in candidates if _cuts(lines, at) or _at_page_end(lines, at)]
    pages: set[int] = set()
    if _count_up(lines, proven):
        pages.update(candidates if _count_up(lines, candidates) else proven)
    shapes = Counter(_shape(lines[at].text) for at in alone)
    heads = {
        at
        for at in alone
        if at not in pages
        and shapes[_shape(lines[at].text)] > 2
        and _could_be_running_head(lines[at].text)
        and (_at_page_end(lines, at) or _cuts(lines, at) or _beside(lines, at, pages))
    }
    return frozenset(pages | heads)


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    if lines[at].blank:
        return False
    before = at == 0 or lines[at - 1].blank or lines[at - 1].page_end
    after = at + 1 == len(lines) or lines[at + 1].blank or lines[at].page_end
    return before and after


def _could_be_running_head(text: str) -> bool:
    if len(text) > _LONGEST_RUNNING_HEAD or finished(text):
        return False
    if not any(char.isalnum() for char in text):
        return False
    return opening_of(text).mark not in ("caption", "origin", "hash")


def _page_number(text: str) -> int | None:
    match = _PAGE_NUMBER.match(text) if len(text) < _LONGEST_PAGE_NUMBER else None
    return int(match[1]) if match else None


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _count_up(lines: Sequence[Line], numbers: Sequence[int]) -> bool:
    """True if the numbers rise, as those of pages do; one alone proves nothing."""
    values = [_page_number(lines[at].text) or 0 for at in numbers]
    return len(values) > 1 and all(
        low < high <= low + _LONGEST_GAP for low, high in pairwise(values)
    )


def _neighbour(lines: Sequence[Line], at: int, step: int) -> int | None:
    """Return the next line with ink in a direction, at most six lines off."""
    for distance in range(1, 7):
        found = at + step * distance
        if not 0 <= found < len(lines):
            return None
        if not lines[found].blank:
            return found
    return None


def _at_page_end(lines: Sequence[Line], at: int) -> bool:
    """True if only blank lines lie between this line and a form feed."""
    before, after = _neighbour(lines, at, -1), _neighbour(lines, at, 1)
    above = range(at if before is None else before, at)
    below = range(at, at + 1 if after is None else after)
    return any(lines[line].page_end for line in (*above, *below))


def _cuts(lines: Sequence[Line], at: int) -> bool:
    """True if the line stands in the middle of a sentence."""
    before, after = _neighbour(lines, at, -1), _neighbour(lines, at, 1)
    if before is None or after is None:
        return False
    text = lines[before].text
    return (
        len(text) >= _SHORTEST_CUT and not finished(text) and starts_low(lines[after].text)
    ) or (text.endswith(("-", "\u00ad")) and starts_low(lines[after].text))


def _beside(lines: Sequence[Line], at: int, pages: set[int]) -> bool:
    return _neighbour(lines, at, -1) in pages or _neighbour(lines, at, 1) in pages
