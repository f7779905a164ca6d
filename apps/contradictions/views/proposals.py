"""The queue of what people proposed: looked at one by one, or accepted together after a preview."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, may
from apps.contradictions import appraising, outlook, safe_proposals
from apps.contradictions.models import Appraisal
from apps.contradictions.proposal_forms import ClaimCorrectionForm, MentionCorrectionForm
from apps.contradictions.proposals import KINDS, Proposal, Seen, Wanted, after, in_full, order_of
from apps.contradictions.queue_of_proposals import authors_waiting, sources_waiting
from apps.contradictions.waiting import is_for_another
from apps.domain.refusals import Refusal

PER_PAGE = 20
NARROWING = ("author", "source", "kind")


@require_safe
@may("review")
def proposal_list(request: TeamRequest) -> HttpResponse:
    """What waits, the oldest first; ?author=, ?source= and ?kind= narrow it, ?after= skips."""
    order = order_of(_wanted(request.GET))
    shown = after(order, request.GET.get("after", ""))
    entries = in_full(shown[:PER_PAGE])
    context = {
        **_asked(request.GET),
        "entries": entries,
        "last": entries[-1].key if entries else "",
        "count": len(order),
        "more": len(shown) > PER_PAGE,
        "kinds": KINDS.items(),
        "authors": authors_waiting(),
        "sources": sources_waiting(),
        "own": request.user if is_for_another(request.user, request.user) else None,
        "decided": Appraisal.objects.standing().filter(by=request.user).in_full()[:PER_PAGE],
    }
    return render(request, "contradictions/proposal_list.html", context)


@require_safe
@may("review")
def proposal(request: TeamRequest, kind: str, pk: int) -> HttpResponse:
    """One of them, with what would follow if it were accepted, and a form to correct it."""
    found = _proposal(kind, pk)
    return _screen(request, found, _form(found))


@require_POST
@may("review")
def decide(request: TeamRequest) -> HttpResponse:
    """Accept or reject one; then on with the rest."""
    seen, act = Seen.read(request.POST.get("proposal", "")), request.POST.get("act", "")
    if act == "accept":
        done = appraising.accept(proposals=[seen], by=request.user)
    elif act == "reject":
        reason = request.POST.get("reason", "")
        done = appraising.reject(proposal=seen, reason=reason, by=request.user)
    else:
        raise Refusal("It is not said what to do.", remedy="Accept or reject it.")
    return _onward(request, done)


@require_POST
@may("review")
def correct(request: TeamRequest, kind: str, pk: int) -> HttpResponse:
    """Accept it as corrected, or say what is wrong beside what was typed."""
    found = _proposal(kind, pk)
    form = _form(found, request.POST)
    if form.is_valid():
        seen = Seen.read(request.POST.get("proposal", ""))
        try:
            return _onward(request, _corrected(seen, form, by=request.user))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _screen(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_safe
@may("review")
def together(request: TeamRequest) -> HttpResponse:
    """What of one author's proposals can be accepted without a look at each."""
    author = get_object_or_404(User, username=_asked(request.GET)["author"])
    sorted_out = safe_proposals.together(
        author=author, wanted=_wanted(request.GET), by=request.user
    )
    context = {**_asked(request.GET), "person": author, "together": sorted_out}
    return render(request, "contradictions/proposal_preview.html", context)


@require_POST
@may("review")
def accept_all(request: TeamRequest) -> HttpResponse:
    """Accept just what the preview showed."""
    seen = [Seen.read(token) for token in request.POST.getlist("proposal")]
    return _onward(request, safe_proposals.accept_together(proposals=seen, by=request.user))


@require_POST
@may("review")
def undo(request: TeamRequest) -> HttpResponse:
    """Let what was decided in one act wait again."""
    count = appraising.undo(act=request.POST.get("act", ""), by=request.user)
    messages.success(request, f"Undone: {count} back among the proposals.")
    return redirect(_queue(request.POST))


def _corrected(seen: Seen, form: forms.Form, by: User) -> str:
    if isinstance(form, ClaimCorrectionForm):
        return appraising.accept_claim_as(proposal=seen, draft=form.draft, by=by)
    return appraising.accept_mention_as(proposal=seen, entity=form.cleaned_data["entity"], by=by)


def _form(found: Proposal, typed: QueryDict | None = None) -> forms.Form:
    if found.claim is not None:
        return ClaimCorrectionForm(typed, claim=found.claim)
    return MentionCorrectionForm(typed, initial={"entity": found.entity})


def _proposal(kind: str, pk: int) -> Proposal:
    found = in_full([Seen(kind, pk, 0)])
    if not found:
        raise Http404("Nothing is proposed under this number, or it was reviewed meanwhile.")
    return found[0]


def _screen(
    request: TeamRequest, found: Proposal, form: forms.Form, status: int = HTTPStatus.OK
) -> HttpResponse:
    claim = found.claim
    context = {
        **_asked(request.GET),
        "entry": found,
        "form": form,
        "outlook": outlook.accepted(claim=claim, by=request.user) if claim else None,
        "is_own": is_for_another(found.author, request.user),
    }
    return render(request, "contradictions/proposal_detail.html", context, status=status)


def _wanted(asked: QueryDict) -> Wanted:
    return Wanted(**{name: asked.get(name, "") for name in NARROWING})


def _asked(asked: QueryDict) -> dict[str, Any]:
    """How the queue is narrowed, and as it stands in addresses."""
    said = {name: asked.get(name, "") for name in NARROWING}
    return {**said, "narrowed": urlencode({name: word for name, word in said.items() if word})}


def _queue(asked: QueryDict) -> str:
    said = {name: asked.get(name, "") for name in (*NARROWING, "after") if asked.get(name)}
    return reverse("contradictions:proposals") + (f"?{urlencode(said)}" if said else "")


def _onward(request: HttpRequest, act: str) -> HttpResponse:
    """Back to the queue, with a word on what was done; it lists how to undo it."""
    done = list(Appraisal.objects.filter(act=act).in_full())
    counts = {one.get_outcome_display() for one in done}
    first = f"“{done[-1].quote}”" if len(done) == 1 else f"{len(done)} proposals"
    messages.success(request, f"{first}: {', '.join(sorted(counts))}.")
    return redirect(_queue(request.POST))
