"""Who wants to know, inside the same transaction, that a text has another layout or bibliography.

A higher room registers what it does then: detection looks at the text again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from apps.accounts.models import User

Follower = Callable[[frozenset[str], User | None], None]

_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Call the follower with the slugs of the sources and the actor; registering twice is once."""
    if follower not in _followers:
        _followers.append(follower)


def tell(slugs: Iterable[str], by: User | None) -> None:
    """Tell all followers which sources have a text that is read otherwise than before."""
    changed = frozenset(slugs)
    if changed:
        for follower in _followers:
            follower(changed, by)
