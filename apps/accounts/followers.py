"""Lets a higher room hear, inside the same transaction, of what a lower one changed.

This is how a lower room calls upward: through lists that can be read and searched, instead of
through signals.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from apps.accounts.models import User

Change = TypeVar("Change")


class Followers(Generic[Change]):
    """Who wants to know of one kind of change; a higher room registers when it starts."""

    def __init__(self, *followers: Callable[[Change, User | None], None]) -> None:
        self._all = list(followers)

    def follow(self, follower: Callable[[Change, User | None], None]) -> None:
        """Call the follower with each change and its actor; registering twice is once."""
        if follower not in self._all:
            self._all.append(follower)

    def tell(self, change: Change, by: User | None) -> None:
        """Tell all followers, in the order in which they registered."""
        for follower in self._all:
            follower(change, by)
