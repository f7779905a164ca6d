"""Searching one text, and stepping through its marks beyond what a page shows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from apps.domain.refusals import Refusal
from apps.reading.freshness import revalidated
from apps.reading.searching import MOST_HITS, find_in, stretch_of_lines
from apps.reading.views.reader import number_asked, sight_or_404
from apps.ui.screens import render_screen

SHORTEST = 2
NOTHING_MORE = 204


@require_safe
@revalidated
def source_find(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the words of ?q= stand in the text that the person may read."""
    source, sight = sight_or_404(request, slug)
    asked = request.GET.get("q", "").strip()
    hits = find_in(sight.text, asked) if len(asked) >= SHORTEST else []
    context = {
        "source": source,
        "asked": asked,
        "hits": hits,
        "is_cut": len(hits) == MOST_HITS,
        "query": sight.query,
    }
    return render_screen(
        request,
        page="reading/source_find.html",
        fragment="reading/_hit_results.html",
        context=context,
    )


@require_safe
@revalidated
def source_next(request: HttpRequest, slug: str) -> HttpResponse:
    """The first mark of the layers after an offset, or the last one before it; 204 for none."""
    _, sight = sight_or_404(request, slug)
    after, before = number_asked(request, "after"), number_asked(request, "before")
    if (after is None) == (before is None):
        raise Refusal("It is not said from where.", remedy="Name ?after= or ?before= an offset.")
    passages = sight.passages()
    if before is None:
        passage = passages.filter(start__gt=after).order_by("start", "pk").first()
    else:
        passage = passages.filter(start__lt=before).order_by("-start", "pk").first()
    if passage is None:
        return HttpResponse(status=NOTHING_MORE)
    return JsonResponse({"passage": passage.pk, "start": passage.start, "end": passage.end})


@require_safe
@revalidated
def source_lines(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the lines of ?lines= stand, which a fragment of RFC 5147 names."""
    _, sight = sight_or_404(request, slug)
    start, end = stretch_of_lines(sight.text, request.GET.get("lines", ""))
    return JsonResponse({"start": start, "end": end})
