"""Browsers hyphenate, read aloud and choose letter forms by language, so each block has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_POLISH_LETTERS = frozenset("ąćęłńśźż")
_POLISH_WORDS = frozenset(
    "i w z na do się oraz jest są że przez od między który która które jak nie ze za po dla jako "
    "a ale też tym ich jego o u przy pod nad przed rola".split()
)
_POLISH_SHARE = 0.2
_POLISH_PROOF = 3  # so few words must at least say so: an author's name is no Polish text
# Letters that Vietnamese has and its neighbours in this alphabet have not.
_VIETNAMESE_LETTERS = re.compile(r"[ăâđêôơư\u1ea0-\u1ef9]")
_ACCENTS = re.compile(r"[àáãèéìíòóõùúý]")
_VIETNAMESE_SHARE = 0.55  # of the words have accents
_VIETNAMESE_PROOF = 0.3  # have letters of its own
_ENOUGH = 400  # words tell the language of any block
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
)


def language_of(text: str) -> str:
    """Return the language most of the words are in; English if nothing speaks against it."""
    words = _WORD.findall(text[: 12 * _ENOUGH])[:_ENOUGH]
    if not words:
        return "en"
    script, count = _main_script(words)
    if 2 * count > len(words):
        return script
    small = [word.lower() for word in words]
    if len(words) > 2 and _is_vietnamese(small):
        return "vi"
    polish = [word in _POLISH_WORDS or bool(_POLISH_LETTERS & set(word)) for word in small]
    if sum(polish) >= _POLISH_PROOF and _share(polish) >= _POLISH_SHARE:
        return "pl"
    return "en"


def _is_vietnamese(small: list[str]) -> bool:
    own = [bool(_VIETNAMESE_LETTERS.search(word)) for word in small]
    if _share(own) < _VIETNAMESE_PROOF:
        return False
    accented = (
        proof or bool(_ACCENTS.search(word)) for proof, word in zip(own, small, strict=True)
    )
    return _share(accented) >= _VIETNAMESE_SHARE


def _share(votes: Iterable[bool]) -> float:
    listed = list(votes)
    return sum(listed) / len(listed)


def _main_script(words: list[str]) -> tuple[str, int]:
    counts = Counter(
        name for word in words for name, low, high in _SCRIPTS if low <= word[0] <= high
    )
    return counts.most_common(1)[0] if counts else ("en", 0)
