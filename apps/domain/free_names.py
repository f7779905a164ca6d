"""Names that nothing has yet: what was wished for, with a number where it is taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count


def free_names(wished: Iterable[str], taken: Collection[str]) -> list[str]:
    """One for each wish, none of them twice."""
    there, found = set(taken), []
    for base in wished:
        numbered = (f"{base}-{number}" for number in count(2))
        name = base if base not in there else next(one for one in numbered if one not in there)
        there.add(name)
        found.append(name)
    return found
