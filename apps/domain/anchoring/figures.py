"""The figures in a few words, so that none of them changes unseen."""

from __future__ import annotations

import re

# A hyphen at the end of a line stays where it joins figures; the line break after it goes.
LINE_END = re.compile("(?<=[-\u2010\u2011])\\s*\\n\\s*")
# Between letters it goes too.
WORD_BREAK = re.compile("(?<=[^\\W\\d_])[-\u2010]\\s*\\n\\s*(?=[^\\W\\d_])")
BLANKS = re.compile(r"\s+")
# Digits with the marks inside them and the signs that touch them.
FIGURE = re.compile(r"[<>≤≥~±−+\-$€£]*\d(?:[\d.,:/–—\- ]*\d)?%?")
# A word that multiplies is part of its figure: a million less is not a billion.
MULTIPLIER = re.compile(
    r"(?i)\b(hundred|thousand|million|billion|trillion|mln|mn|bln|bn|trln|млн|млрд|тыс|triệu|tỷ)"
    r"(?![^\W\d_])"
)


def figures_of(words: str) -> tuple[str, ...]:
    """The figures in their order, and the words that multiply them."""
    line = BLANKS.sub(" ", LINE_END.sub("", WORD_BREAK.sub("", words.replace("\u00ad", ""))))
    found = [*FIGURE.finditer(line), *MULTIPLIER.finditer(line)]
    return tuple(
        match.group().casefold() for match in sorted(found, key=lambda match: match.start())
    )
