"""Tells which entity a name in a text stands for, where exactly one is called so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from apps.domain.refusals import Refusal, quoted
from apps.domain.spelling import fold
from apps.entities.models import Entity, Name


def known_names() -> Callable[[str], str]:
    """From a name to the slug of the one living entity of that name, else nothing; one query."""
    called: dict[str, set[str]] = defaultdict(set)
    for folded, slug in Name.objects.values_list("folded", "entity__slug"):
        called[folded].add(slug)
    only = {folded: slugs.pop() for folded, slugs in called.items() if len(slugs) == 1}
    return lambda name: only.get(fold(name), "")


def named_entity(words: str) -> str:
    """The slug of the entity that a person wrote by slug or name; refuses any other."""
    if Entity.objects.living().filter(slug=words).exists():
        return words
    slug = known_names()(words)
    if not slug:
        raise Refusal(
            f"No entity, or more than one, is called {quoted(words)}.",
            remedy="Write the name as its page has it, or the last part of that page's address.",
        )
    return slug
