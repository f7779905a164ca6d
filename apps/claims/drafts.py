"""A claim as a person enters it, before anything is derived or stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ALL = "ALL"
UNSPECIFIED = "UNSPECIFIED"
# What of a claim is written in plain words, one line each.
PLAIN = ("period", "reading", "unit", "basis", "status", "attribution", "note")


@dataclass(frozen=True)
class ClaimDraft:
    """The typed half of a claim; source, measure, subject and roles by their slugs.

    `start` and `end` are code points into the source's original text; `printed` is what stands
    there, to the character. `support` are the other passages on which it stands, as a caption
    with its unit, in the same text.
    """

    key: str
    source: str
    measure: str
    subject: str
    printed: str
    reading: str
    start: int
    end: int
    roles: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    unit: str = ""
    basis: str = ""
    status: str = ""
    attribution: str = ""
    root: str = ""
    sums: str = ""
    note: str = ""
    also: tuple[str, ...] = ()
    support: tuple[tuple[int, int], ...] = ()


def draft_noted(fields: Mapping[str, Any]) -> ClaimDraft:
    """A draft as it was noted in JSON, which has no tuples."""
    support = tuple((start, end) for start, end in fields.get("support", ()))
    return ClaimDraft(**{**fields, "also": tuple(fields.get("also", ())), "support": support})
