"""Writes fixtures/outlines.json, the skeletons of the originals, from the originals."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.domain.layout import read_layout
from apps.domain.refusals import Refusal
from apps.sources.decoding import read_wording
from apps.sources.expected import expected_originals
from apps.sources.outlines import Outline, outline_from, outlines_file, written
from apps.sources.store import recognised


class Command(BaseCommand):
    """Needs all originals, and no database."""

    help = "Write the headings and tables of the originals to fixtures/outlines.json."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outlines = outlines_of_originals()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        outlines_file().write_text(written(outlines), encoding="utf-8")
        self.stdout.write(f"Wrote {outlines_file().name}: {', '.join(sorted(outlines))}.")


def outlines_of_originals() -> dict[str, Outline]:
    """The skeleton of each original of the corpus; refuses when one of them is not here."""
    expected = expected_originals()
    found = recognised(set(expected.values()))
    missing = sorted(slug for slug, sha256 in expected.items() if sha256 not in found)
    if missing:
        raise Refusal(
            f"These originals were not found: {', '.join(missing)}.",
            remedy="Put them into fixtures/texts, or name their folder in VARIORUM_TEXTS.",
        )
    return {slug: _outline(slug, found[sha256].read_bytes()) for slug, sha256 in expected.items()}


def _outline(slug: str, raw: bytes) -> Outline:
    content = read_wording(raw, slug).content
    return outline_from(content, read_layout(content))
