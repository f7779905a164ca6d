"""What the team says on a passage: its thread, and where one is begun."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, may
from apps.annotations.models import Passage
from apps.contradictions.talking import begin_thread
from apps.reading.frame import frame_of
from apps.reading.stretches import stretch_of, text_to_mark
from apps.ui.screens import render_fragment, render_screen, wants_fragment


@require_safe
@may("annotate")
def talk(request: TeamRequest, pk: int) -> HttpResponse:
    """The thread of a passage."""
    passage = get_object_or_404(Passage.objects.select_related("text__source"), pk=pk)
    context = {
        "passage": passage,
        "comments": passage.comments.select_related("by"),
        "says_to": reverse("contradictions:passage-comment", args=[pk]),
    }
    return render(request, "reading/talk_detail.html", context)


@require_safe
@may("annotate")
def comment_form(request: TeamRequest, slug: str) -> HttpResponse:
    """Where a thread on a stretch is begun."""
    stretch = stretch_of(text_to_mark(slug), request.GET.dict())
    context = {"source": stretch.text.source, "stretch": stretch, "as": "comment"}
    return render_screen(
        request,
        page="reading/mark_form.html",
        fragment="reading/_comment_form.html",
        context=context,
    )


@require_POST
@may("annotate")
def comment_enter(request: TeamRequest, slug: str) -> HttpResponse:
    """Begin it, or go on with it."""
    text = text_to_mark(slug)
    stretch = stretch_of(text, request.POST.dict())
    span = (stretch.start, stretch.end, stretch.quote)
    words = request.POST.get("words", "")
    said = begin_thread(text=text, span=span, words=words, by=request.user)
    if not wants_fragment(request):
        return redirect(said)
    row = frame_of(text).row_at(stretch.start).position
    return render_fragment(request, "reading/_said_panel.html", row=row)
