"""Finds names by their capitals: persons, bodies, places, documents, models of machines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from apps.domain.grammar.name_words import (
    BODIES,
    BREAKERS,
    DEMONYMS,
    GENERIC,
    HEADS,
    OFFICES,
    PARTICLES,
    STOP_ACRONYMS,
    TITLES,
    is_common,
    places,
)
from apps.domain.grammar.shapes import Taken
from apps.domain.grammar.words import ABBREVIATED, LOW_TAIL, MODEL, MOST_WORDS, Evidence, Word, bare

_NUMBER = re.compile(r"[0-9]{2,4}[A-Z]{0,3}(?:-[0-9]{1,3})?")
_SHORT = 3
_CONNECTORS = frozenset({"of", "for", "on", "against"})
_FORENAMES = frozenset({"per", "will", "he", "so", "do", "an", "ho"})
_LIKE_BREAKERS = frozenset({"US", "WHO", "UN"})


def names_in(
    text: str, words: Sequence[Word], taken: Taken, evidence: Evidence, *, is_english: bool
) -> Iterator[tuple[int, int]]:
    """The names in the words of a block, in their order."""
    at = 0
    while at < len(words):
        run = _run(text, words, at, taken)
        if run:
            yield from _names_of(text, run, evidence, is_english=is_english)
        at += max(1, len(run))


def _run(text: str, words: Sequence[Word], at: int, taken: Taken) -> list[Word]:
    """Words that stand together as one name may: large ones, and small ones between them."""
    run: list[Word] = []
    while at < len(words) and len(run) < MOST_WORDS:
        word = words[at]
        ahead = words[at : at + 4]
        if run and not (
            _adjoins(text, run[-1], word)
            or _pairs(text, run, ahead[:3])
            or _lists(text, run, ahead)
        ):
            break
        if not taken.is_free(word.start, word.end):
            break
        if _is_part(word) or (run and _goes_on(run[-1], word)):
            run.append(word)
            at += 1
            continue
        bridge = _bridge(text, words, at, run)
        if not bridge:
            break
        run += bridge
        at += len(bridge)
    return run


def _goes_on(last: Word, word: Word) -> bool:
    """A number behind a name, and short words that are part of one: Boeing 737, Nghe An."""
    if word.is_large:
        return len(word.text) <= _SHORT and last.is_large and not is_common(last.text)
    return bool(_NUMBER.fullmatch(word.text)) and not last.text.islower()


def _is_part(word: Word) -> bool:
    if word.small not in BREAKERS or word.text in _LIKE_BREAKERS or word.text[1:] == ".":
        return word.is_large
    return word.is_large and not word.opens and word.small in _FORENAMES


def _adjoins(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    if between in (" ", " & ", ""):
        return not left.text.endswith("'s") or not HEADS.isdisjoint((left.small, left.text.lower()))
    return between == ". " and left.small in ABBREVIATED


def _pairs(text: str, run: Sequence[Word], ahead: Sequence[Word]) -> bool:
    """Whether a dash stands within a name: the Vietnam–Laos Friendship Association."""
    dashed = text[run[-1].end : ahead[0].start] in ("–", " – ")
    return dashed and ahead[0].is_large and any(word.small in HEADS for word in ahead[1:])


def _lists(text: str, run: Sequence[Word], ahead: Sequence[Word]) -> bool:
    """Whether a comma stands within a name: the Treaty of Peace, Friendship and Cooperation."""
    if text[run[-1].end : ahead[0].start] != ", " or len(ahead) < 3:
        return False
    is_titled = any(word.small in HEADS for word in run) and any(w.text == "of" for w in run)
    return (
        is_titled
        and ahead[0].is_large
        and is_common(ahead[0].text)
        and ahead[0].small not in places()
        and ahead[1].text == "and"
        and ahead[2].is_large
        and is_common(ahead[2].text)
    )


def _bridge(text: str, words: Sequence[Word], at: int, run: Sequence[Word]) -> list[Word]:
    """The small words by which a name goes on: of the, van der, and."""
    if not run:
        return []
    ahead = words[at : at + 4]
    small = [word.text for word in ahead]
    size = 0
    if small[0] in PARTICLES:
        size = 2 if small[1:2] and small[1] in PARTICLES else 1
    elif small[0] in _CONNECTORS and any(word.small in HEADS for word in run):
        size = 2 if small[1:2] == ["the"] else 1
    elif small[0] == "and" and _is_one_office(run, ahead[1:]):
        size = 1
    if not size or len(ahead) <= size or not _is_part(ahead[size]):
        return []
    joined = all(text[a.end : b.start] == " " for a, b in pairwise(ahead[: size + 1]))
    return list(ahead[:size]) if joined else []


def _is_one_office(run: Sequence[Word], ahead: Sequence[Word]) -> bool:
    """Whether “and” stands within a name: of Finance and Trade, Food and Agriculture Agency."""
    if not ahead or not is_common(ahead[0].text) or ahead[0].small in places():
        return False
    if any(word.text in _CONNECTORS for word in run):
        return True
    large = takewhile(_is_part, ahead[1:])
    return is_common(run[-1].text) and any(word.small in HEADS for word in large)


def _names_of(
    text: str, run: list[Word], evidence: Evidence, *, is_english: bool
) -> Iterator[tuple[int, int]]:
    run = _without_titles(run)
    if not run:
        return
    if len(run) == 1 and (parts := _compound(run[0])):
        yield from parts
        return
    if run[0].opens and not _may_open(run, evidence, is_english=is_english):
        run = run[1:]
        while run and not _is_part(run[0]):
            run = run[1:]
        if not run:
            return
    if _names_nobody(run, evidence):
        return
    end = run[-1].start + len(bare(run[-1].text))
    yield run[0].start, end


def _without_titles(run: list[Word]) -> list[Word]:
    """Foreign Minister Sergey Lavrov is Sergey Lavrov; the General Assembly stays whole."""
    if any(word.small in BODIES for word in run[1:]) or run[-1].text.endswith("-class"):
        return run
    titled = next((at for at, word in enumerate(run) if word.small not in TITLES), len(run))
    if titled == len(run):
        return []
    rest = run[titled:]
    if rest[0].text in _CONNECTORS:
        rest = _behind_office(rest)
    while rest and rest[-1].small in TITLES and len(rest) > 2:
        rest = rest[:-1]
    return rest


def _behind_office(rest: list[Word]) -> list[Word]:
    """What is named after an office: of Industry and Trade Hoang Trung Hai."""
    while rest and (not rest[0].is_large or rest[0].small in OFFICES):
        rest = rest[1:]
    return rest


def _compound(word: Word) -> list[tuple[int, int]]:
    """Vietnam-Russia names two; a part that names nobody is left out."""
    if "-" not in word.text or MODEL.fullmatch(word.text):
        return []
    parts = [(m.start(), m.group()) for m in re.finditer(r"[^-]+", word.text)]
    known = [part.lower() in places() for _, part in parts]
    if not any(known) or not all(part[:1].isupper() for _, part in parts):
        return []
    return [
        (word.start + at, word.start + at + len(bare(part)))
        for at, part in parts
        if part.lower() not in DEMONYMS
    ]


def _may_open(run: Sequence[Word], evidence: Evidence, *, is_english: bool) -> bool:
    """Whether the first word of a sentence is written large for a reason of its own."""
    first, small = run[0], run[0].small
    if (
        small in places()
        or MODEL.fullmatch(first.text)
        or _is_acronym(first.text)
        or "." in first.text
    ):
        return True
    if small in evidence.large and small not in DEMONYMS:
        is_own = small in evidence.alone or not is_common(bare(first.text))
        return len(run) > 1 or (is_own and small not in evidence.small)
    if not is_english:
        return len(run) > 1
    if len(run) == 1:
        return small not in evidence.small and not is_common(bare(first.text))
    if len(small) > 4 and small.endswith(("ing", "ed", "ly")) and is_common(small):
        return False
    return small not in evidence.small or any(word.small in HEADS for word in run[1:])


def _is_acronym(text: str) -> bool:
    letters = bare(text)
    return len(letters) > 1 and letters.isupper() and letters.strip("-") not in STOP_ACRONYMS


def _names_nobody(run: Sequence[Word], evidence: Evidence) -> bool:
    if len(run) > 1:
        return all(
            word.small in DEMONYMS | GENERIC | TITLES
            or word.text in STOP_ACRONYMS
            or word.text.islower()
            for word in run
        ) and not any(word.small in HEADS for word in run)
    text, small = bare(run[0].text), run[0].small
    if MODEL.fullmatch(text):
        return text.upper() in STOP_ACRONYMS
    if len(text) < 2 or all(part in DEMONYMS for part in text.lower().split("-")):
        return True
    if small in GENERIC or small in TITLES or (small in HEADS and not text.isupper()):
        return True
    if (
        text.lower() in DEMONYMS
        or text.lower().removesuffix("s") in DEMONYMS
        or (text.upper() in STOP_ACRONYMS and text.isupper())
    ):
        return True
    return LOW_TAIL.search(run[0].text) is not None and text.lower() in DEMONYMS
