"""Finds ranks in sentences: ranked fourth, the third-largest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from apps.domain.grammar.shapes import Taken

_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}
_ORDINAL = rf"(?P<place>{'|'.join(_ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\w)(?:rank(?:s|ed|ing)?|placed|came|finished|stood)(?: in| as)?(?: the)? "
        rf"{_ORDINAL}(?!\w)",
        rf"(?<![\w-]){_ORDINAL}[ -](?:largest|biggest|highest|lowest|smallest|longest|most|busiest|"
        r"richest|poorest|oldest|youngest|tallest|deepest|fastest|best|leading|main|place)(?!\w)",
    )
)


def ranks_in(text: str, taken: Taken) -> Iterator[tuple[int, int, str]]:
    """Where each rank stands, and its figure."""
    for form in _FORMS:
        for match in form.finditer(text):
            if taken.is_free(*match.span()):
                place = match["place"].lower()
                yield match.start("place"), match.end(), _ORDINALS.get(place) or place[:-2]
