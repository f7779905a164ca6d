"""What the grammar proposes for a text, and what people make of it, one by one or together."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, may
from apps.annotations.deciding import Outcome, Proposal, accept_suggestion, pass_over
from apps.domain.refusals import Refusal
from apps.entities.recognising import named_entity
from apps.reading.accuracy import accuracies
from apps.reading.suggestions import (
    KINDS,
    accept_shown,
    acceptable,
    first_after,
    in_context,
    narrowed,
    proposals_of,
)
from apps.reading.views.reader import number_asked
from apps.sources.models import Source, Text
from apps.ui.screens import wants_fragment

PER_PAGE = 25
PASSED_OVER = {"reject": Outcome.REJECTED, "skip": Outcome.SKIPPED}


@require_safe
@may("annotate")
def suggestion_list(request: TeamRequest, slug: str) -> HttpResponse:
    """What is still to be decided on; ?kind= and ?q= narrow it."""
    text = _text(slug)
    shown = _shown(text, request.GET, request.user)
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **_asked(request.GET),
        "source": text.source,
        "kinds": KINDS.items(),
        "page": page,
        "entries": list(in_context(text, page.object_list)),
        "acceptable": len(acceptable(shown)),
    }
    return render(request, "reading/suggestion_list.html", context)


@require_safe
@may("annotate")
def suggestion_places(request: TeamRequest, slug: str) -> HttpResponse:
    """Where something is still to be decided on, for the page of the text.

    With ?after= only what comes first from an offset on, which is there at once.
    """
    text, after = _text(slug), number_asked(request, "after")
    if after is None:
        found = proposals_of(text, request.user)
    else:
        found = first_after(text, request.user, after)
    return JsonResponse([[one.start, one.end] for one in found], safe=False)


@require_POST
@may("annotate")
def suggestion_decide(request: TeamRequest, slug: str) -> HttpResponse:
    """Accept, correct, reject or skip one; then on with the rest."""
    text, act = _text(slug), request.POST.get("act", "")
    proposal = _proposal(text, request.POST, request.user)
    if act == "accept":
        typed = request.POST.get("entity", "").strip()
        entity = named_entity(typed) if proposal.kind == "mention" and typed else ""
        accept_suggestion(text=text, proposal=proposal, entity=entity, by=request.user)
    elif act in PASSED_OVER:
        pass_over(text=text, proposal=proposal, outcome=PASSED_OVER[act], by=request.user)
    else:
        raise Refusal("It is not said what to do.", remedy="Accept, reject or skip it.")
    if wants_fragment(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return _back(slug, request.POST.get("among", ""), request.POST.get("q", ""))


@require_safe
@may("annotate")
def suggestion_preview(request: TeamRequest, slug: str) -> HttpResponse:
    """What accepting all that is shown would enter."""
    text = _text(slug)
    shown = _shown(text, request.GET, request.user)
    entered = acceptable(shown)
    context = {
        **_asked(request.GET),
        "source": text.source,
        "entries": list(in_context(text, entered)),
        "nameless": len(shown) - len(entered),
    }
    return render(request, "reading/suggestion_preview.html", context)


@require_POST
@may("annotate")
def suggestion_accept_all(request: TeamRequest, slug: str) -> HttpResponse:
    """Enter just what the preview showed, all or none."""
    text = _text(slug)
    count = request.POST.get("count", "")
    shown = _shown(text, request.POST, request.user)
    accept_shown(text=text, proposals=shown, count=count, by=request.user)
    messages.success(request, f"{count} suggestions accepted.")
    return _back(slug, request.POST.get("kind", ""), request.POST.get("q", ""))


@require_safe
@may("annotate")
def suggestion_accuracy(request: TeamRequest) -> HttpResponse:
    """How often suggestions were right, and how much of people's work they had found."""
    return render(request, "reading/suggestion_accuracy.html", {"rows": accuracies()})


def _text(slug: str) -> Text:
    source = get_object_or_404(Source, slug=slug)
    text = source.texts.originals().current().installed().first()
    if text is None:
        raise Http404("This source has no text here in which anything could be proposed.")
    return text


def _asked(asked: QueryDict) -> dict[str, Any]:
    kind = asked.get("kind", "")
    words = " ".join(asked.get("q", "").replace("\0", "").split())
    return {"kind": kind if kind in KINDS else "", "words": words}


def _shown(text: Text, asked: QueryDict, by: User) -> list[Proposal]:
    return narrowed(proposals_of(text, by), **_asked(asked))


def _proposal(text: Text, typed: QueryDict, by: User) -> Proposal:
    kind = typed.get("suggested") or typed.get("kind", "")
    place = (typed.get("start", ""), typed.get("end", ""), kind)
    for one in proposals_of(text, by):
        if (str(one.start), str(one.end), one.kind) == place:
            return one
    raise Refusal(
        "Nothing is proposed at this place, or somebody decided on it meanwhile.",
        remedy="Load the page again.",
    )


def _back(slug: str, kind: str, words: str) -> HttpResponse:
    """To the list, narrowed as before."""
    response = redirect("reading:suggestions", slug)
    response["Location"] += f"?{urlencode({'kind': kind, 'q': words})}"
    return response
