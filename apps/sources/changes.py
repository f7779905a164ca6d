"""Who wants to know, inside the same transaction, that a text has another layout or bibliography.

A higher room registers what it does then: detection looks at the text again.
"""

from __future__ import annotations

from collections.abc import Iterable

from apps.accounts.followers import Followers
from apps.accounts.models import User

_followers = Followers[frozenset[str]]()
follow = _followers.follow


def tell(slugs: Iterable[str], by: User | None) -> None:
    """Tell all followers which sources have a text that is read otherwise than before."""
    if changed := frozenset(slugs):
        _followers.tell(changed, by)
