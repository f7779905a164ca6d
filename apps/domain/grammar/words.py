"""The words of a text as names are looked for in them: large or small, inside or at an opening."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from apps.domain.grammar.name_words import places

_TOKEN = re.compile(r"(?:[^\W\d_]\.-?){1,4}(?!\w)|[^\W_](?:\w|[-'/&+](?=\w))*")
_NUMBERED = r"[0-9]{1,2}[A-ZА-Я]{1,2}-?[0-9]{2,4}\w{0,2}"
MODEL = re.compile(
    rf"[^\W\d_][^\W\d_]{{0,7}}(?:-|/)?[0-9]{{1,4}}[\w]{{0,6}}(?:[-/]\w{{1,5}})*|{_NUMBERED}"
)
_MODEL_FIRST = re.compile(_NUMBERED)
LOW_TAIL = re.compile(r"-[^\W\d_A-ZА-ЯĐ][\w'-]*$")
_SENTENCE_END = tuple(".!?:;…•*|")
ABBREVIATED = frozenset(
    "dr mr mrs ms prof gen col lt capt st sen rep gov adm maj sgt rev hon".split()
)
MOST_WORDS = 14
LONGEST_WORD = 60
TITLED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands; `opens` says that a sentence begins with it."""

    start: int
    end: int
    text: str
    opens: bool

    @property
    def is_large(self) -> bool:
        opens_large = self.text[0].isupper() or bool(_MODEL_FIRST.fullmatch(self.text))
        return opens_large and len(self.text) <= LONGEST_WORD

    @property
    def small(self) -> str:
        return self.text.lower().removesuffix("'s").rstrip(".'")

    def touches(self, other: Word) -> bool:
        """Whether nothing but a space stands between the two."""
        first, second = sorted((self, other), key=lambda word: word.start)
        return second.start - first.end <= 1


@dataclass(slots=True)
class Evidence:
    """What a whole text shows of its words: large within sentences, large and alone, small."""

    large: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def note(self, words: Sequence[Word]) -> None:
        for at, word in enumerate(words):
            if not word.is_large:
                self.small.add(word.text.lower())
            elif not word.opens:
                self.large.add(word.small)
                beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
                if not any(other.is_large and other.touches(word) for other in beside):
                    self.alone.add(word.small)


def words_of(text: str) -> list[Word]:
    return [
        Word(match.start(), match.end(), match[0], _opens(text, match.start()))
        for match in _TOKEN.finditer(text)
    ]


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a cell begins here."""
    at = start
    while at and text[at - 1] in " \"'“”„«‘*_":
        at -= 1
    before = text[max(0, at - 8) : at]
    if not before or any(char in '"“„«' for char in text[at:start]):
        return True
    if not before.endswith(_SENTENCE_END):
        return False
    last = re.search(r"(\w+)\.$", before)
    return not (
        last and ((len(last[1]) == 1 and last[1].isupper()) or last[1].lower() in ABBREVIATED)
    )


def bare(text: str) -> str:
    """Without a possessive or a small tail: Russia's, Russian-led; but Kilo-class."""
    text = re.sub(r"'s?$", "", text)
    if not text.endswith("-class"):
        text = LOW_TAIL.sub("", text)
    return text


def is_titled(words: Sequence[Word]) -> bool:
    """Whether nearly every word of a heading is written large, so that capitals say nothing."""
    telling = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return sum(word.is_large for word in telling) > TITLED_SHARE * len(telling)


def known_in(words: Sequence[Word], names: Container[str]) -> Iterator[tuple[int, int]]:
    """The longest runs of words that are names elsewhere in the text."""
    at = 0
    while at < len(words):
        sizes = range(min(MOST_WORDS, len(words) - at), 0, -1) if words[at].is_large else ()
        for size in sizes:
            run = words[at : at + size]
            last = bare(run[-1].text)
            name = " ".join((*(word.text for word in run[:-1]), last)).lower()
            if name in names or name in places() or (size == 1 and MODEL.fullmatch(last)):
                yield run[0].start, run[-1].start + len(last)
                at += size - 1
                break
        at += 1
