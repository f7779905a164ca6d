"""Strokes: what one person sends in one go is stored once, and can be taken back."""

from __future__ import annotations

from typing import Any

from apps.accounts.models import User
from apps.claims import changes
from apps.claims.models import Stroke
from apps.domain.form_keys import refuse_no_key
from apps.sources.models import Text

LONGEST_SAYING = 300


def begun(key: str, by: User) -> Stroke | None:
    """The stroke of this key, if it was stored before; two senders wait for each other here."""
    refuse_no_key(key)
    changes.take_turns()
    return Stroke.objects.filter(person=by, key=key).first()


def kept(text: Text, key: str, says: str, *, by: User, made: dict[str, Any]) -> Stroke:
    """The stroke, stored."""
    return Stroke.objects.create(
        person=by, text=text, key=key, says=says[:LONGEST_SAYING], made=made
    )
