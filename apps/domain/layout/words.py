"""The text's own words are the evidence for what a broken word was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from apps.domain.layout.lines import Line

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 100
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_COMPOUND = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(?=[-‐]([^\W\d_]+))")
_BROKEN = ("-", "‐", "\u00ad")


@dataclass(frozen=True, slots=True)
class Words:
    """
    Words and compounds as they stand unbroken in a text, in small letters.

    `names` are the words written large in the middle of a sentence and never written small.
    """

    plain: frozenset[str]
    compounds: frozenset[str]
    first_parts: frozenset[str]
    names: frozenset[str]


def words_of(lines: Iterable[Line]) -> Words:
    """Collect the words of a text; the two halves of a word cut by a line end do not count."""
    texts = list(_unbroken(lines))
    words = {word for text in texts for word in _WORD.findall(text)}
    small = {word for word in words if not word[0].isupper()}
    compounds = {pair for text in texts for pair in _COMPOUND.findall(text)}
    inner = {word for text in texts for word in _inside_sentences(text)}
    return Words(
        plain=frozenset(word.lower() for word in words),
        compounds=frozenset(f"{first}-{second}".lower() for first, second in compounds),
        first_parts=frozenset(first.lower() for first, _ in compounds),
        names=frozenset(word for word in inner if word.lower() not in small),
    )


def _unbroken(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the texts of the lines without the halves of words at their ends."""
    cut = False
    for line in lines:
        if line.blank:
            continue
        text = line.text
        first = _WORD.match(text) if cut else None
        cut = text.endswith(_BROKEN)
        if cut:
            text = text[:-_LONGEST_WORD] + _LAST_WORD.sub("", text[-_LONGEST_WORD:-1])
        yield text[first.end() :] if first else text


def _inside_sentences(text: str) -> Iterator[str]:
    """Yield the words written large that follow a word written small."""
    for word in _WORD.finditer(text):
        start = word.start()
        follows = start > 1 and text[start - 1] == " " and text[start - 2].islower()
        if follows and word[0][0].isupper():
            yield word[0]
