"""Names as they stand at the head of a reference entry, and as a citation repeats them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

INITIALS = r"(?:[^\W\d_a-z]\.[-\s]?)+"
_PERSON = re.compile(rf"(?P<family>[^\s,&][^,&]*?),?\s+(?P<given>{INITIALS})(?=\s*(?:,|&|and\b|$))")
_BETWEEN = re.compile(r"\s*(?:,\s*&|,\s*and\b|,|&|\band\b)?\s*")
_EDITORS = re.compile(r"\s*\((?:eds?|hrsg|red)\.\)\.?\s*$", re.IGNORECASE)
_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O"})
_SMALL_WORDS = frozenset("of the and for in on de la et a an".split())
ALIKE = 88


@dataclass(frozen=True, slots=True)
class Author:
    """A person by family and given name, or whoever else signs, whole as the family."""

    family: str
    given: str = ""


def read_authors(head: str) -> tuple[Author, ...]:
    """The authors at the head of an entry; what is no list of persons is one name."""
    head = _EDITORS.sub("", head).strip(" ,")
    persons = _persons(head)
    if persons:
        return persons
    head = head.rstrip(".")
    family, comma, given = head.partition(", ")
    if comma and len(family.split()) == len(given.split()) == 1:
        return (Author(family, given),)
    return (Author(head),) if head else ()


def _persons(head: str) -> tuple[Author, ...]:
    """The persons, if the head names nothing else."""
    found: list[Author] = []
    at = 0
    while at < len(head):
        person = _PERSON.match(head, at)
        if person is None:
            return ()
        found.append(Author(person["family"], person["given"].strip()))
        between = _BETWEEN.match(head, person.end())
        at = between.end() if between else person.end()
    return tuple(found)


@lru_cache(maxsize=10_000)
def folded(words: str) -> str:
    """Without diacritics, case and marks: what two spellings of a name share."""
    bare = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", letters.casefold()))


def likeness(cited: Sequence[str], authors: Sequence[Author]) -> int:
    """From 0 to 100: how well the cited names fit these authors; a first author fits best."""
    scores = [_best(name, authors) for name in cited]
    if not scores or min(score for score, _ in scores) < ALIKE:
        return 0
    leads = scores[0][1] == 0
    return min(100, sum(score for score, _ in scores) // len(scores)) - (0 if leads else 6)


def _best(name: str, authors: Sequence[Author]) -> tuple[int, int]:
    scored = [(name_likeness(name, author), -at) for at, author in enumerate(authors)]
    score, place = max(scored, default=(0, 0))
    return score, -place


def name_likeness(name: str, author: Author) -> int:
    """How well one cited name fits one author: by family name, the whole or its initials."""
    if is_short_for(name, author.family):
        return 95
    cited = folded(name)
    forms = {folded(author.family), folded(f"{author.family} {author.given}")}
    first, *more = folded(author.family).split() or [""]
    scores = [fuzz.ratio(cited, form) for form in forms]
    if not author.given and more and len(cited.split()) == 1:
        scores.append(94.0 if cited == first else 0.0)
    return int(max(scores))


def is_short_for(name: str, whole: str) -> bool:
    """Whether the name is made of the initials of the whole: SIPRI, MND."""
    sender, _, _ = whole.partition(",")
    words = [word for word in re.findall(r"[^\W\d_]+", sender) if word not in _SMALL_WORDS]
    initials = "".join(word[0] for word in words).casefold()
    return len(name) > 1 and name.isupper() and name.casefold() == initials
