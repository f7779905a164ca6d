"""The revisions of a text: their list, two of them side by side, and a new one with its preview."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.annotations.models import Move
from apps.claims.revising import Prospect, look_ahead, revise_text
from apps.domain.refusals import Refusal
from apps.reading.comparison import counted, rows_of, with_waiting
from apps.sources.models import Source, Text
from apps.sources.rights import may_read_original, readable_revision
from apps.sources.upload import forget, kept, raw_from

ROWS = 40
TO_REVIEW_SHOWN = 30


@require_safe
def revision_list(request: HttpRequest, slug: str) -> HttpResponse:
    """All revisions of the author's wording that this person may read."""
    return _list(request, get_object_or_404(Source, slug=slug))


@require_POST
@may("revise_text")
def revision_preview(request: TeamRequest, slug: str) -> HttpResponse:
    """Read an uploaded file, and tell how many passages would move; nothing is stored."""
    source = get_object_or_404(Source, slug=slug)
    try:
        raw, name = raw_from(file=request.FILES.get("file"), pasted="", waiting="")
        prospect = look_ahead(source=source, raw=raw, name=name)
    except Refusal as refusal:
        return _list(request, source, refusal)
    return _preview(request, source, prospect, {"waiting": kept(raw), "name": name})


@require_POST
@may("revise_text")
def revision_add(request: TeamRequest, slug: str) -> HttpResponse:
    """Put the file that was previewed in the place of the present text."""
    source = get_object_or_404(Source, slug=slug)
    waiting, name = request.POST.get("waiting", ""), request.POST.get("name", "")[:100]
    reason = request.POST.get("reason", "")
    try:
        raw, _ = raw_from(file=None, pasted="", waiting=waiting)
        text = revise_text(source=source, raw=raw, name=name, by=request.user, reason=reason)
    except Refusal as refusal:
        return _list(request, source, refusal)
    forget(waiting)
    messages.success(request, f"Revision {text.revision} has taken the place of the former text.")
    return redirect("reading:comparison", slug, text.revision - 1, text.revision)


@require_safe
def comparison(request: HttpRequest, slug: str, old: int, new: int) -> HttpResponse:
    """Two revisions side by side; ?all=1 shows also what stayed as it was."""
    source = get_object_or_404(Source, slug=slug)
    texts = [readable_revision(source, number, request.user) for number in (old, new)]
    former, latter = texts
    if former is None or latter is None or former == latter:
        raise Http404("There are no two such revisions to read.")
    rows = with_waiting(rows_of(former, latter), former, latter)
    is_whole = request.GET.get("all") == "1"
    shown = rows if is_whole else [row for row in rows if not row.is_same]
    moves = Move.objects.filter(passage__text=former, text=latter)
    context = {
        "source": source,
        "old": former,
        "new": latter,
        "counts": counted(rows),
        "page": Paginator(shown, ROWS).get_page(request.GET.get("page")),
        "is_whole": is_whole,
        "moves": moves.counted(),
        "may_review": is_allowed(request.user, "review"),
    }
    return render(request, "reading/comparison.html", context)


def _list(request: HttpRequest, source: Source, refusal: Refusal | None = None) -> HttpResponse:
    texts = Text.objects.none()
    if may_read_original(source, request.user):
        texts = source.texts.originals().defer("content").order_by("-revision")
    context: dict[str, Any] = {
        "source": source,
        "texts": list(texts),
        "may_revise": is_allowed(request.user, "revise_text"),
        "waiting": Move.objects.open().of_source(source).count(),
        "refusal": refusal,
        "typed": request.POST,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refusal else 200
    return render(request, "reading/revision_list.html", context, status=status)


def _preview(
    request: HttpRequest, source: Source, prospect: Prospect, upload: dict[str, Any]
) -> HttpResponse:
    counts = prospect.forecast.counts
    context = {
        "source": source,
        "prospect": prospect,
        "counts": [(counts[value], label) for value, label in Move.Outcome.choices],
        "to_review": prospect.forecast.to_review[:TO_REVIEW_SHOWN],
        "more": max(0, len(prospect.forecast.to_review) - TO_REVIEW_SHOWN),
        "reason": request.POST.get("reason", ""),
        **upload,
    }
    return render(request, "reading/revision_preview.html", context)
