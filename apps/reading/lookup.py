"""Finds entities by label or alias, blind to case, accents and word order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from apps.entities.models import Alias, Entity

# Letters that Unicode does not take apart into a base and a mark.
APART = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
NO_WORD = re.compile(r"[\W_]+")
NOT_FOUND = 9


@dataclass(frozen=True)
class Found:
    """An entity and, where its label does not say why it was found, the alias that does."""

    entity: Entity
    alias: str


def fold(words: str) -> str:
    """Lower case without accents: “Trương Tấn Sang” and “truong tan sang” are the same."""
    apart = unicodedata.normalize("NFKD", words.casefold().translate(APART))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(NO_WORD.sub(" ", bare).split())


def find_entities(words: str, kind: str = "") -> list[Found]:
    """Entities of which a name holds the beginning of each word asked for; best first."""
    entities = sorted(_of_kind(kind), key=lambda entity: fold(entity.label))
    asked = fold(words).split()
    if not asked:
        return [Found(entity, "") for entity in entities]
    aliases = _aliases()
    found = []
    for entity in entities:
        names = [entity.label, *aliases.get(entity.pk, ())]
        ranked = [(_rank(fold(name), asked), place) for place, name in enumerate(names)]
        rank, place = min(ranked)
        if rank < NOT_FOUND:
            found.append((rank, Found(entity, names[place] if place else "")))
    return [one for _, one in sorted(found, key=lambda entry: entry[0])]


def _rank(name: str, asked: Sequence[str]) -> int:
    """0 for the very name, then its beginning, then its words in any order."""
    joined = " ".join(asked)
    if name == joined:
        return 0
    if name.startswith(joined):
        return 1
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in asked):
        return 2
    return NOT_FOUND


def _of_kind(kind: str) -> Iterable[Entity]:
    return Entity.objects.filter(kind=kind) if kind else Entity.objects.all()


def _aliases() -> dict[int, list[str]]:
    aliases: dict[int, list[str]] = {}
    for entity, form in Alias.objects.values_list("entity", "form"):
        aliases.setdefault(entity, []).append(form)
    return aliases
