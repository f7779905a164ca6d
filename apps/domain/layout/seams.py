"""Two lines of one sentence meet in a seam: with a blank, without one, or minus a hyphen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apps.domain.layout.sentences import is_wide, starts_address
from apps.domain.layout.words import Words

HYPHENS = "-‐"
SOFT_HYPHEN = "\u00ad"
_LAST_LETTERS = re.compile(r"([^\W\d_]+)$")
_FIRST_LETTERS = re.compile(r"^([^\W\d_]+)")
_LAST_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_ADDRESS_SIGNS = frozenset("/=?&%_")
_NO_ADDRESS = re.compile(r"^(?:and/or|[\d/.-]+)$", re.I)
_ADDRESS_ENDING = re.compile(r"^(?:html?|pdf|aspx?|php)\b", re.I)
# Second halves that English sets off with a hyphen even where the text gives no other proof.
_COMPOUND_ENDINGS = frozenset(
    "wide based led made like style type free term level scale backed owned run known sized "
    "related oriented driven bound born".split()
)
_COMPOUND_FIRSTS = frozenset("well self half long short high low ill cross mid".split())
_SUSPENDED = frozenset("and or to und oder i lub и или".split())
_CLOSED_FIRSTS = frozenset(
    "with there where here how who what when which any some every no in on up out over under "
    "through for can may him her my our your them it be a an re to so as al an at".split()
)


@dataclass(frozen=True, slots=True)
class Seam:
    """`cut` characters fall away from the end of the first half, then `glue` is set."""

    cut: int
    glue: str


def seam(tail: str, head: str, words: Words) -> Seam:
    """Return how the last words of one line meet the first words of the next."""
    if tail.endswith(SOFT_HYPHEN):
        return Seam(1, "")
    if address_goes_on(tail, head):
        return Seam(0, "")
    if len(tail) > 1 and tail[-1] in HYPHENS and tail[-2].isalnum():
        return _hyphen_seam(tail, head, words)
    if len(tail) > 1 and tail[-1] in "–—/" and not tail[-2].isspace() and head[:1].isalnum():
        return Seam(0, "")
    if head[:1] == "—" and not head[1:2].isspace() and tail[-1:].isalnum():
        return Seam(0, "")
    if is_wide(tail[-1:]) and is_wide(head[:1]):
        return Seam(0, "")
    return Seam(0, " ")


def address_goes_on(tail: str, head: str) -> bool:
    """True if an internet address was cut by the line end: ".../international-rela> tions/x"."""
    tail = tail[-400:].rstrip(">")
    if not _LAST_ADDRESS.search(tail) or starts_address(head):
        return False
    if tail[-1] in ".,;:)]*":
        return tail[-1] == "." and bool(_ADDRESS_ENDING.match(head))
    first = head[:400].split(maxsplit=1)[:1]
    return bool(first) and _could_be_address(first[0])


def _could_be_address(word: str) -> bool:
    """True for "relations-cooperation/mps-11378.html", not for "and/or" or "12/03/2014"."""
    if _ADDRESS_ENDING.search(word.rpartition(".")[2]) and "." in word:
        return True
    opens = word[0].isalnum() or word[0] in _ADDRESS_SIGNS
    return opens and not _ADDRESS_SIGNS.isdisjoint(word) and not _NO_ADDRESS.match(word)


def keeps_hyphen(first: str, second: str, words: Words) -> bool:
    """
    True if first-second is written with its hyphen, false if the line end brought it in.

    Proof is taken from the text itself, strongest first: the word stands elsewhere in one
    piece, or with its hyphen; else one of the halves is no word of this text.
    """
    joined, compound = (first + second).lower(), f"{first}-{second}".lower()
    if compound in words.compounds:
        return True
    if joined in words.plain:
        return False
    if first.isupper() and second.isupper():
        return first.lower() in words.plain and second.lower() in words.plain
    if first.isupper() and len(first) > 1:
        return True
    set_off = first.lower() in _COMPOUND_FIRSTS
    if second.lower() in _COMPOUND_ENDINGS and (set_off or first.lower() in words.plain):
        return True
    if second.lower() not in words.plain or first.lower() in _CLOSED_FIRSTS:
        return False
    if set_off or first.lower() in words.first_parts:
        return True
    return first.lower() in words.plain and min(len(first), len(second)) > 3


def _hyphen_seam(tail: str, head: str, words: Words) -> Seam:
    first = _LAST_LETTERS.search(tail[-81:-1])
    second = _FIRST_LETTERS.match(head[:80])
    if second is not None and second[1].lower() in _SUSPENDED and head[second.end() :][:1] == " ":
        return Seam(0, " ")
    if first is None or second is None:
        return Seam(0, "")
    if _large_start(first[1], second[1]):
        return Seam(0, "")
    return Seam(0, "") if keeps_hyphen(first[1], second[1], words) else Seam(1, "")


def _large_start(first: str, second: str) -> bool:
    """Asia-Pacific keeps its hyphen; INTRODUC-TION is one word in capitals."""
    return second[0].isupper() and not (first.isupper() and second.isupper() and len(second) > 2)
