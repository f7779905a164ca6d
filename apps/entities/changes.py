"""Who wants to know, inside the same transaction, that entities moved or have another label.

A higher room registers what it does then: claims reckon anew to which sums they belong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from apps.accounts.models import User

Follower = Callable[[frozenset[str], User | None], None]

_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Call the follower with the slugs that moved and the actor; registering twice is once."""
    if follower not in _followers:
        _followers.append(follower)


def tell(slugs: Iterable[str], by: User | None) -> None:
    """Tell all followers which entities have other wholes or another label than before."""
    moved = frozenset(slugs)
    if moved:
        for follower in _followers:
            follower(moved, by)
