"""Compares names blind to case, accents, script, word order, joined words and slips of a letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz, process

NO_WORD = re.compile(r"[\W_]+")
FIGURES = re.compile(r"[0-9]+")
ROMAN = re.compile(r"[ivx]+")
APOSTROPHES = re.compile(r"['`]")
LIKE_LETTER = {"c": "k", "q": "k", "w": "v", "z": "s"}
LIKE_LETTERS = str.maketrans(LIKE_LETTER)
SILENT = re.compile(r"(?<=.)[aeiouyhj]")
TWICE = re.compile(r"(.)\1+")

LONGEST_BEGINNING = 6
SHORTEST_WITH_SLIP = 4
SHORTEST_SKELETON = 3
SOUNDS_ALIKE = 85.0
IN_OTHER_WORDS = 0.9
SAME_WORD = 65.0
SAME_WHEN_JOINED = 92.0
AN_INITIAL = 80.0


def fold(words: str) -> str:
    """Lower-case ASCII words: “Trương Tấn Sang” and “truong tan sang” are the same."""
    bare = APOSTROPHES.sub("", anyascii(words)).lower()
    return " ".join(NO_WORD.sub(" ", bare).split())


def keys_of(folded: str) -> list[str]:
    """Under what a folded name is kept: words, their beginnings, slips, sounds and joins."""
    words = folded.split()
    keys = {key for word in words for key in (*_spellings(word), *_beginnings(word))}
    return sorted(keys | {joined for _, joined in _joined(words)} | {"".join(words)} - {""})


def keys_asked(folded: str) -> list[list[str]]:
    """For each word asked for the keys of which a name must have one to hold the word."""
    words = folded.split()
    asked = [{*_spellings(word), _beginning(word)} for word in words]
    for place, joined in _joined(words):
        asked[place].add(joined)
        asked[place + 1].add(joined)
    whole = "".join(words)
    return [sorted(keys | {whole}) for keys in asked]


def beginnings_asked(folded: str) -> list[str]:
    """The keys that a name has of which each word asked for begins a word."""
    return sorted({_beginning(word) for word in folded.split()})


def closeness(asked: str, name: str) -> float:
    """How like two folded names are, 100 for the same letters in any order of words."""
    if not asked or not name:
        return 0.0
    whole = max(
        fuzz.token_sort_ratio(asked, name),
        fuzz.ratio(asked.replace(" ", ""), name.replace(" ", "")),
    )
    words = name.split()
    parts = [max(_likeness(part, word) for word in words) for part in asked.split()]
    return max(whole, min(parts) * IN_OTHER_WORDS, _sound(asked, name))


def closenesses(asked: str, names: Iterable[str], *, at_least: float) -> dict[str, float]:
    """The `closeness` of each of many names, of those only that reach so much.

    Whatever compares letters is one call into rapidfuzz for all names or all their words.
    """
    bare = {name: name.replace(" ", "") for name in names if asked and name}
    turned = _likest(asked, bare, fuzz.token_sort_ratio, at_least)
    joined = _likest(asked.replace(" ", ""), set(bare.values()), fuzz.ratio, at_least)
    words = _by_words(asked, bare, at_least / IN_OTHER_WORDS)
    scores = {
        name: max(
            turned.get(name, 0.0),
            joined.get(bare[name], 0.0),
            words.get(name, 0.0) * IN_OTHER_WORDS,
            _sound(asked, name),
        )
        for name in bare
    }
    return {name: score for name, score in scores.items() if score >= at_least}


def resemblance(one: str, other: str) -> float:
    """How far two folded names may be one name, 100 for the same letters in any order of words.

    Unlike `closeness` it takes every word of both into account: each needs its counterpart, and
    names with other figures never resemble each other.
    """
    if sorted(FIGURES.findall(one)) != sorted(FIGURES.findall(other)):
        return 0.0
    left, right = one.split(), other.split()
    if len(left) == len(right):
        return _word_by_word(left, right)
    joined = fuzz.ratio("".join(left), "".join(right))
    return joined if joined >= SAME_WHEN_JOINED else _sound(one, other)


def has_beginnings(name: str, asked: Sequence[str]) -> bool:
    """Whether each word asked for begins a word of the folded name."""
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in asked)


def _likest(
    asked: str, choices: Collection[str], scorer: Callable[..., float], at_least: float
) -> dict[str, float]:
    found = process.extract(asked, list(choices), scorer=scorer, limit=None, score_cutoff=at_least)
    return {choice: score for choice, score, _ in found}


def _by_words(asked: str, names: Collection[str], at_least: float) -> dict[str, float]:
    """For each name how well the words asked for are met by its words, the worst counting."""
    split = {name: name.split() for name in names}
    words = {word for parts in split.values() for word in parts}
    met = [_met(part, words, at_least) for part in asked.split()]
    return {
        name: min(max(likeness.get(word, 0.0) for word in parts) for likeness in met)
        for name, parts in split.items()
    }


def _met(part: str, words: Collection[str], at_least: float) -> dict[str, float]:
    """Words that are like the one asked for."""
    exact = {part: 100.0} if part in words else {}
    if not part.isalpha():
        return exact
    letters = [word for word in words if word.isalpha()]
    like = _likest(part, letters, fuzz.ratio, at_least)
    alike = {word: SOUNDS_ALIKE for word in letters if _sound(part, word)}
    return {word: max(like.get(word, 0.0), alike.get(word, 0.0)) for word in like | alike} | exact


def _word_by_word(left: Sequence[str], right: Sequence[str]) -> float:
    """The mean likeness of the letters; nothing once a word has no counterpart."""
    waiting, reached, letters = list(right), 0.0, 0
    for word in sorted(left, key=lambda word: -len(word)):
        best = max(waiting, key=lambda other: (_counterpart(word, other), other))
        likeness = _counterpart(word, best)
        if likeness < SAME_WORD:
            return 0.0
        waiting.remove(best)
        reached += likeness * (len(word) + len(best))
        letters += len(word) + len(best)
    return reached / letters if letters else 0.0


def _counterpart(word: str, other: str) -> float:
    if ROMAN.fullmatch(word) and ROMAN.fullmatch(other):
        return 100.0 if word == other else 0.0
    if 1 in (len(word), len(other)) and word[0] == other[0] and word != other:
        return AN_INITIAL
    return _likeness(word, other)


@lru_cache(maxsize=65_536)
def _likeness(asked: str, word: str) -> float:
    if asked == word:
        return 100.0
    if not (asked.isalpha() and word.isalpha()):
        return 0.0
    return max(fuzz.ratio(asked, word), _sound(asked, word))


def _sound(asked: str, name: str) -> float:
    first, other = asked[:1], name[:1]
    if LIKE_LETTER.get(first, first) != LIKE_LETTER.get(other, other):
        return 0.0  # the first letter always sounds
    left, right = _skeleton(asked.replace(" ", "")), _skeleton(name.replace(" ", ""))
    return SOUNDS_ALIKE if left == right and len(left) >= SHORTEST_SKELETON else 0.0


def _spellings(word: str) -> Iterator[str]:
    """The word, the word without any one of its letters, and what remains of its sound."""
    yield word
    # Words with a digit are never taken for a slip: they tell S-300PMU-1 from S-300PMU-2.
    if not word.isalpha():
        return
    if len(word) >= SHORTEST_WITH_SLIP:
        yield from (word[:place] + word[place + 1 :] for place in range(len(word)))
    skeleton = _skeleton(word)
    if len(skeleton) >= SHORTEST_SKELETON:
        yield f"~{skeleton}"


def _beginning(word: str) -> str:
    return f"{word[:LONGEST_BEGINNING]}*"


def _beginnings(word: str) -> Iterator[str]:
    return (f"{word[:size]}*" for size in range(1, LONGEST_BEGINNING + 1))


def _joined(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each two neighbours as one word, with the place of the first."""
    return ((place, words[place] + words[place + 1]) for place in range(len(words) - 1))


@lru_cache(maxsize=65_536)
def _skeleton(word: str) -> str:
    """The consonants as they sound: Moskva and Moscow are both mskv."""
    return TWICE.sub(r"\1", SILENT.sub("", word.translate(LIKE_LETTERS)))
