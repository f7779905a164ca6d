"""Whether a sentence is over is what tells a page break from a paragraph's end."""

from __future__ import annotations

import re

# Closing quotes, brackets, emphasis and a glued footnote number may follow the full stop.
_CLOSING = r"[\"'”’»›\)\]\*_]*"
FINISHED = re.compile(rf"[.!?…:;。！？؟۔।]{_CLOSING}\d{{0,3}}{_CLOSING}$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]\.){1,4}|\b(?:etc|approx|e\.g|i\.e|cf|vs|No|Nos|pp?|vol|Mr|Mrs|Dr|Prof|St)\.)$"
)
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|mailto:)\S|\S@\S+\.\w+$", re.I)
_ADDRESS_START = re.compile(r"^[<(\[]?(?:https?://|www\.)", re.I)
_OPENING = "“\"'‘«‹„([*_ "
_ENUMERATED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,3})[.)]\s")

_WIDE = (("\u3000", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))

# English words that cannot end a sentence or a heading.
DANGLING = frozenset(
    "a an the of to in on at by for from with without into onto upon between among against "
    "towards toward through during within about as than that which who whose whom when while "
    "where because although though unless until if whether since and or but nor its their his "
    "her our your my this these those is are was were be been has have had will would could "
    "should may might must cannot not very more most such each every some any no".split()
)
_LAST_WORD = re.compile(r"([^\W\d_]+)$")


def finished(text: str) -> bool:
    """True if the text ends as a sentence, an entry or an address ends."""
    tail = text[-80:]
    last_word = text[-600:].rsplit(maxsplit=1)[-1:]
    if last_word and _ADDRESS.search(last_word[0].rstrip(">)")):
        return True
    return bool(FINISHED.search(tail))


def abbreviated(text: str) -> bool:
    """True if the final point may be that of an abbreviation: "the U.S.", "etc."."""
    return bool(_ABBREVIATED.search(text[-10:]))


def starts_low(text: str) -> bool:
    """True if the first word is written small, so that it cannot begin a sentence."""
    if _ENUMERATED.match(text) or starts_address(text):
        return False
    return text.lstrip(_OPENING)[:1].islower()


def starts_address(text: str) -> bool:
    """True if the text begins with an internet address."""
    return bool(_ADDRESS_START.match(text))


def dangling(text: str) -> bool:
    """True if the last word asks for another one."""
    word = _LAST_WORD.search(text[-40:])
    return word is not None and word[1].lower() in DANGLING


def word_count(text: str) -> int:
    """Return how many words hold a letter or a digit; two Chinese characters count as one."""
    wide = 0 if text.isascii() else sum(is_wide(char) for char in text)
    return wide // 2 + sum(any(char.isalnum() for char in word) for word in text.split())


def is_wide(char: str) -> bool:
    """True for the scripts of China and Japan and their punctuation, set without blanks."""
    return any(low <= char <= high for low, high in _WIDE)
