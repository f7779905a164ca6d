"""Reads bibliographies and the citations that point to them, without a database."""

from __future__ import annotations

from apps.domain.references.calls import Call, calls_in
from apps.domain.references.entries import Entry, read_entry
from apps.domain.references.linking import Link, Outcome, link, links_of
from apps.domain.references.names import Author, folded
from apps.domain.references.pages import page_range

__all__ = [
    "Author",
    "Call",
    "Entry",
    "Link",
    "Outcome",
    "calls_in",
    "folded",
    "link",
    "links_of",
    "page_range",
    "read_entry",
]
