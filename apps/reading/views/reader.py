"""The reader: one source, its text, and what stands in the margin."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.reading.audience import Audience
from apps.reading.edition import edition_of
from apps.sources.models import Source, Text
from apps.sources.rights import Readable, readable_texts


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The text that this person may read; ?edition=record asks for the record edition."""
    source = get_object_or_404(Source, slug=slug)
    readable = readable_texts(source, request.user)
    text = _chosen(readable, request.GET.get("edition", ""))
    edition = edition_of(text, Audience.of(request.user)) if text is not None else None
    context = {
        "source": source,
        "readable": readable,
        "text": text,
        "is_record": text is not None and text.kind == Text.Kind.RECORD,
        "edition": edition,
    }
    return render(request, "reading/source_detail.html", context)


def _chosen(readable: Readable, edition: str) -> Text | None:
    if edition == Text.Kind.RECORD and readable.record is not None:
        return readable.record
    return readable.text
