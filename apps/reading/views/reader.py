"""The reader: one source, its text, and what stands in the margin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.annotations.models import Review
from apps.claims.record_renewal import readable_now
from apps.reading.audience import Audience
from apps.reading.choice import CASES, LAYERS, Choice, read_choice
from apps.reading.contributors import contributors
from apps.reading.edition import edition_of
from apps.sources.models import Source, Text
from apps.sources.rights import Readable


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The text that this person may read; ?edition=record asks for the record edition."""
    source = get_object_or_404(Source, slug=slug)
    audience = Audience.of(request.user)
    readable = readable_now(request.user, [source])[source.pk]
    text = _chosen(readable, request.GET.get("edition", ""))
    choice = read_choice(request.GET, audience)
    context = {
        "source": source,
        "readable": readable,
        "text": text,
        "is_record": text is not None and text.kind == Text.Kind.RECORD,
        "edition": edition_of(text, audience, choice) if text is not None else None,
        "choice": choice,
        "before": Source.objects.before(source),
        "after": Source.objects.after(source),
        **_offered(text, audience, choice),
    }
    return render(request, "reading/source_detail.html", context)


def _offered(text: Text | None, audience: Audience, choice: Choice) -> dict[str, Any]:
    """What can be chosen here, each with whether it is."""
    is_team = text is not None and audience == Audience.TEAM
    return {
        "layers": [(layer, words, layer in choice.layers) for layer, words in LAYERS.items()],
        "cases": CASES.items(),
        "statuses": Review.choices if is_team else (),
        "people": contributors(text) if text is not None and is_team else (),
    }


def _chosen(readable: Readable, edition: str) -> Text | None:
    if edition == Text.Kind.RECORD and readable.record is not None:
        return readable.record
    return readable.text
