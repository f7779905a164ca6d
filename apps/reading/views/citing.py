"""How to cite a source, or a place in it: in the usual styles, and for bibliography programs."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from apps.domain.refusals import Refusal
from apps.reading.audience import Audience
from apps.reading.cited_places import cited_place
from apps.reading.citing import STYLES, citation
from apps.sources.csl import bibtex, csl_record
from apps.sources.models import Source


def _as_json(source: Source) -> str:
    return json.dumps([csl_record(source)], ensure_ascii=False, indent=2) + "\n"


# Style: media type, ending of the file, and what writes it.
FILES: dict[str, tuple[str, str, Callable[[Source], str]]] = {
    "bibtex": ("application/x-bibtex", "bib", bibtex),
    "csl-json": ("application/vnd.citationstyles.csl+json", "json", _as_json),
}


@require_safe
def source_cite(request: HttpRequest, slug: str) -> HttpResponse:
    """All styles on a page; ?style= gives one of them as plain text, or a file."""
    source = get_object_or_404(Source, slug=slug)
    style = request.GET.get("style", "")
    if style in FILES:
        return _file(source, style)
    if style and style not in STYLES:
        raise Refusal(
            f"There is no style called “{style[:40]}”.",
            remedy=f"Ask for one of these: {', '.join([*STYLES, *FILES])}.",
        )
    place = cited_place(source, request.GET, Audience.of(request.user))
    address = request.build_absolute_uri(place.path)
    if style:
        plain = citation(source, style, place.words, address).plain
        return HttpResponse(plain, content_type="text/plain; charset=utf-8")
    context = {
        "source": source,
        "place": place,
        "address": address,
        "citations": [citation(source, name, place.words, address) for name in STYLES],
    }
    return render(request, "reading/source_cite.html", context)


def _file(source: Source, style: str) -> HttpResponse:
    media_type, ending, write = FILES[style]
    response = HttpResponse(write(source), content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{source.slug}.{ending}"'
    return response
