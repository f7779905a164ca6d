"""Who wants to know, inside the same transaction, that entities moved or have another label.

A higher room registers what it does then: claims reckon anew to which sums they belong.
"""

from __future__ import annotations

from collections.abc import Iterable

from apps.accounts.followers import Followers
from apps.accounts.models import User

_followers = Followers[frozenset[str]]()
follow = _followers.follow


def tell(slugs: Iterable[str], by: User | None) -> None:
    """Tell all followers which entities have other wholes or another label than before."""
    if moved := frozenset(slugs):
        _followers.tell(moved, by)
