"""Evens out how a text is typed, one character for one, so that offsets stay what they are."""

from __future__ import annotations

import re

_EVEN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
        **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\t\n", " "),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc`", "'"),
        "—": "–",
        "‒": "–",
    }
)
# 2O14, l994, 1,O56: letters that were read for digits stand among real ones.
_SLIPPED = re.compile(r"(?<![^\W_])[lI]?[0-9][0-9OolI.,]*(?![^\W_])")
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_FEWEST_DIGITS = 2


def legible(text: str) -> str:
    """The text with one kind of blank, dash and apostrophe, and letters among digits mended."""
    return _SLIPPED.sub(_mended, text.translate(_EVEN))


def _mended(match: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in match[0])
    return match[0].translate(_DIGITS) if digits >= _FEWEST_DIGITS else match[0]
