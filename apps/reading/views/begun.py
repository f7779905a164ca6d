"""Keeps what somebody types in the form of a claim, and throws it away when they say so."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from apps.accounts.models import User
from apps.accounts.permissions import TeamRequest, may
from apps.claims.beginning import drop_begun, keep_begun
from apps.claims.models import BegunClaim, Claim
from apps.domain.refusals import Stale
from apps.reading.stretches import stretch_of, text_to_mark
from apps.reading.views.editing import claim_of
from apps.reading.views.marking import precondition_lacks
from apps.sources.models import Text
from apps.ui.screens import render_fragment, wants_fragment

PANEL = "reading/_begun_panel.html"
LONGEST_NUMBER = 9


@require_POST
@may("annotate")
def begun_keep(request: TeamRequest, slug: str) -> HttpResponse:
    """Keep what is typed so far; `edits` names the claim that is edited, if one is."""
    text, typed = text_to_mark(slug), request.POST.dict()
    stretch = stretch_of(text, typed)
    version, edits = typed.get("draft_version", ""), typed.get("edits", "")
    if not version.isdecimal() or len(version) > LONGEST_NUMBER:
        return precondition_lacks(request, "The draft has no version.")
    try:
        begun = keep_begun(
            text=text,
            place=(stretch.start, stretch.end, stretch.quote),
            claim=_edited(edits, text, request.user) if edits else None,
            typed=typed,
            form=typed.get("key", ""),
            version=int(version),
            by=request.user,
        )
    except Stale as stale:
        if not wants_fragment(request):
            raise
        refused = HTTPStatus.PRECONDITION_FAILED
        shown = {"refusal": stale, "draft_version": version}
        return render_fragment(request, PANEL, status=refused, **shown)
    if not wants_fragment(request):
        return redirect("contradictions:my-work")
    draft_version = begun.version if begun else 0
    return render_fragment(request, PANEL, begun=begun, draft_version=draft_version)


@require_POST
@may("annotate")
def begun_drop(request: TeamRequest, pk: int) -> HttpResponse:
    """Throw one's draft away; that of others is not to be found."""
    own = BegunClaim.objects.of(request.user).filter(pk=pk)
    get_object_or_404(own)
    drop_begun(begun=own, by=request.user)
    if wants_fragment(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return redirect("contradictions:my-work")


def _edited(key: str, text: Text, person: User) -> Claim:
    claim = claim_of(key, person)
    if claim.source_id != text.source_id:
        raise Http404("This source makes no such claim.")
    return claim
