"""Which originals the corpus expects, by the list of its sources."""

from __future__ import annotations

import json

from apps.sources.store import checkout


def expected_originals() -> dict[str, str]:
    """The SHA-256 of each source's original, by the slug of the source."""
    path = checkout() / "fixtures" / "sources.json"
    return {row["slug"]: row["text"]["sha256"] for row in json.loads(path.read_text("utf-8"))}
