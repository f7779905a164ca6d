"""Citations as plain rows for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from apps.domain.refusals import Refusal, quoted
from apps.sources.models import Citation, Reference, Source, Text


def citation_rows(slug: str = "") -> Iterator[dict[str, Any]]:
    """Each citation with its place, its outcome and the entries it may mean, in reading order."""
    if slug and not Source.objects.filter(slug=slug).exists():
        raise Refusal(f"There is no source {quoted(slug)}.", remedy="Name one by its slug.")
    texts = Text.objects.originals().current().installed().select_related("source")
    for text in texts.filter(source__slug=slug) if slug else texts:
        references = list(text.references.select_related("cites"))
        for citation in text.citations.all():
            yield _row(text, citation, references)


def _row(text: Text, citation: Citation, references: list[Reference]) -> dict[str, Any]:
    return {
        "source": text.source.slug,
        "start": citation.start,
        "end": citation.end,
        "cited": str(citation),
        "pages": citation.pages,
        "outcome": citation.outcome,
        "entries": [
            {
                "name": references[at].name,
                "start": references[at].start,
                "end": references[at].end,
                "source": cited.slug if (cited := references[at].cites) else "",
            }
            for at in citation.meant
        ],
    }
