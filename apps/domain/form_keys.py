"""Keys that browsers make up, one for each form, so that what is sent twice is entered once."""

from __future__ import annotations

from apps.domain.refusals import Refusal

SHORTEST, LONGEST = 8, 40


def refuse_no_key(key: str) -> None:
    """Refuse what no browser would have made up."""
    if not SHORTEST <= len(key) <= LONGEST or not key.isascii() or not key.isprintable():
        raise Refusal("The form has no key.", remedy="Open the form again; what you typed is kept.")
