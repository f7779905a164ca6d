"""Tells which entity a name in a text stands for, where exactly one is called so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from apps.domain.spelling import fold
from apps.entities.models import Name


def known_names() -> Callable[[str], str]:
    """From a name to the slug of the one living entity of that name, else nothing; one query."""
    called: dict[str, set[str]] = defaultdict(set)
    for folded, slug in Name.objects.values_list("folded", "entity__slug"):
        called[folded].add(slug)
    only = {folded: slugs.pop() for folded, slugs in called.items() if len(slugs) == 1}
    return lambda name: only.get(fold(name), "")
