"""Remembers where a person stopped reading a text."""

from __future__ import annotations

from apps.accounts.models import User
from apps.annotations.models import Place
from apps.domain.refusals import Refusal
from apps.sources.models import Text


def keep_place(*, text: Text, offset: int, by: User) -> None:
    """Keep the place; at either end of the text there is nothing to go on with."""
    if not 0 <= offset <= text.length:
        raise Refusal(
            f"There is no character {offset} in this text, which has {text.length:,}.",
            remedy="Give a place between 0 and its length.",
        )
    if offset in (0, text.length):
        Place.objects.filter(person=by, text=text).delete()
        return
    Place.objects.update_or_create(person=by, text=text, defaults={"offset": offset})
