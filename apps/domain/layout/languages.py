"""Browsers hyphenate, read aloud and choose letter forms by language, so each block has one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_POLISH_WORDS = frozenset(
    "i w z na do się oraz jest są że przez od między który która które jak nie ze za po dla jako "
    "a ale też tym ich jego o u przy pod nad przed rola".split()
)
_POLISH_WORD = re.compile(r"[ąćęłńśźż]|icz|zcz|[^\W\d_]{3}(?:ej|ego|ych)$")
_POLISH_SHARE = 0.2
_POLISH_PROOF = 3  # so few words must at least say so: an author's name is no Polish text
# Letters that Vietnamese has and its neighbours in this alphabet have not.
_VIETNAMESE_LETTERS = re.compile(r"[ăâđêôơư\u1ea0-\u1ef9]")
_ACCENTS = re.compile(r"[àáãèéìíòóõùúý]")
_VIETNAMESE_SHARE = 0.55  # of the words have accents
_VIETNAMESE_PROOF = 0.3  # have letters of its own
_ENOUGH = 400  # words tell the language of any block
# Words that each language uses in nearly every sentence, English among them as the measure.
_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it was with as on by at from are were this be not",
        "de": "der die das und ist nicht ein eine zu den von mit auf dem sich des im am für war",
        "fr": "le la les des et est une du un que qui dans pour pas au sur par en il de ne deux",
        "es": "el la los las de y que en un una por con para es se del no su al lo como",
        "it": "il la di che e un una per non in con del della sono è le si da al gli nel",
        "pt": "o a os as de e que em um uma para com não por do da no na se ao é",
        "nl": "de het een en van is dat niet op te in zijn voor met die er aan ook door",
    }.items()
}
_SMALL_SHARE = 0.2
_SMALL_PROOF = 3
_LONG_ENOUGH = 12  # words show in what language most of a text is
_ENGLISH_PROOF = 2
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
_OTHER_LETTERS = frozenset(language for language, _, _ in _SCRIPTS)


def main_language(texts: Iterable[str]) -> str:
    """Return the language of most of the prose among these texts."""
    extents: Counter[str] = Counter()
    for text in texts:
        if len(text.split(maxsplit=_LONG_ENOUGH)) > _LONG_ENOUGH:
            extents[language_of(text)] += len(text)
    return extents.most_common(1)[0][0] if extents else "en"


def language_of(text: str, main: str = "en") -> str:
    """
    Return the language most of the words are in.

    If nothing speaks for any, it is the `main` one of the text, or English for Latin letters
    in a text of other letters.
    """
    words = _WORD.findall(text[: 12 * _ENOUGH])[:_ENOUGH]
    if not words:
        return main
    script, count = _main_script(words)
    if 2 * count > len(words):
        return script
    small = [word.lower() for word in words]
    if len(words) > 2 and _is_vietnamese(small):
        return "vi"
    polish = [word in _POLISH_WORDS or bool(_POLISH_WORD.search(word)) for word in small]
    if sum(polish) >= _POLISH_PROOF and _share(polish) >= _POLISH_SHARE:
        return "pl"
    return _by_small_words(small) or ("en" if main in _OTHER_LETTERS else main)


def _by_small_words(small: list[str]) -> str:
    """Return the language whose small words are the most frequent, "" if none stands out."""
    counts = {
        language: sum(word in own for word in small) for language, own in _SMALL_WORDS.items()
    }
    best = max(counts, key=lambda language: counts[language])
    if best == "en":
        return "en" if counts["en"] >= _ENGLISH_PROOF else ""
    proven = counts[best] >= max(_SMALL_PROOF, _SMALL_SHARE * len(small))
    return best if proven and counts[best] > 2 * counts["en"] else ""


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
