"""Strokes: what one person sends in one go is stored once, and can be taken back."""

from __future__ import annotations

from typing import Any

from apps.accounts.models import User
from apps.claims import changes
from apps.claims.models import Stroke
from apps.domain.refusals import Refusal
from apps.sources.models import Text

LONGEST_SAYING = 300


def begun(key: str, by: User) -> Stroke | None:
    """The stroke of this key, if it was stored before; two senders wait for each other here."""
    if not 8 <= len(key) <= 40 or not key.isascii() or not key.isprintable():
        raise Refusal("The form has no key.", remedy="Open the form again; what you typed is kept.")
    changes.take_turns()
    return Stroke.objects.filter(person=by, key=key).first()


def kept(text: Text, key: str, says: str, *, by: User, made: dict[str, Any]) -> Stroke:
    """The stroke, stored."""
    return Stroke.objects.create(
        person=by, text=text, key=key, says=says[:LONGEST_SAYING], made=made
    )
