"""While a verdict is being written: its draft, what would follow from it, who else looks on."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from apps.accounts.permissions import TeamRequest, may
from apps.contradictions.drafting import drop_draft, keep_draft
from apps.contradictions.forms import VerdictForm
from apps.contradictions.holding import look, stay
from apps.contradictions.models import Contradiction
from apps.contradictions.outlook import outlook
from apps.contradictions.settling import SHORTEST_RATIONALE
from apps.contradictions.views.screens import (
    LONGEST_VERSION,
    case_or_404,
    seen_in,
    sent_from_page,
    sent_screen,
    typed_in,
)
from apps.domain.refusals import Refusal, Stale
from apps.ui.screens import render_fragment, wants_fragment

NOT_WRITTEN_YET = "The reason is not written yet."


@require_POST
@may("settle_contradiction")
def draft(request: TeamRequest, pk: int) -> HttpResponse:
    """Keep what is typed so far."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    version = request.POST.get("draft_version", "")
    if not version.isdecimal() or len(version) > LONGEST_VERSION:
        raise Refusal("The draft has no version.", remedy="Open the page of the case again.")
    template = "contradictions/_draft_panel.html"
    try:
        kept = keep_draft(
            contradiction=contradiction,
            typed=typed_in(request.POST),
            by=request.user,
            version=int(version),
            seen=seen_in(request.POST),
        )
    except Stale as stale:
        return render_fragment(
            request, template, status=HTTPStatus.PRECONDITION_FAILED, refusal=stale, version=version
        )
    stay(contradiction=contradiction, by=request.user)
    return render_fragment(request, template, draft=kept, is_late=kept is None)


@require_POST
@may("settle_contradiction")
def drop(request: TeamRequest, pk: int) -> HttpResponse:
    """Throw one's draft away."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    drop_draft(contradiction=contradiction, by=request.user)
    return redirect(contradiction)


@sent_from_page
@may("settle_contradiction")
def preview(request: TeamRequest, pk: int) -> HttpResponse:
    """What would close, open and read otherwise; nothing is stored.

    A form that is not filled in yet is nothing wrong where the page itself asks while one types.
    """
    contradiction = case_or_404(pk)
    form = VerdictForm(_with_a_reason(request.POST), contradiction=contradiction)
    seen, refusal = None, None
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            seen = outlook(
                contradiction=contradiction, verdict=form.verdict, by=request.user, version=version
            )
        except Refusal as refused:
            refusal = refused
    status = HTTPStatus.UNPROCESSABLE_ENTITY if seen is None else 200
    lacking = [error for errors in form.errors.values() for error in errors]
    shown: dict[str, Any] = {"outlook": seen, "refusal": refusal, "lacking": lacking, "asked": True}
    if wants_fragment(request):
        template = "contradictions/_outlook_panel.html"
        return render_fragment(request, template, **shown)
    typed = VerdictForm(initial=_initial(request.POST), contradiction=contradiction)
    return sent_screen(request, contradiction, typed, status=status, **shown)


def _with_a_reason(typed: QueryDict) -> QueryDict:
    """What follows from a verdict does not hang on its reason, which may be written last."""
    filled = typed.copy()
    if len(filled.get("rationale", "").strip()) < SHORTEST_RATIONALE:
        filled["rationale"] = NOT_WRITTEN_YET
    return filled


def _initial(typed: QueryDict) -> dict[str, object]:
    return {**typed.dict(), "wrong": typed.getlist("wrong")}


@require_POST
@may("settle_contradiction")
def here(request: TeamRequest, pk: int) -> HttpResponse:
    """Say that one has the page open; who else has."""
    contradiction = get_object_or_404(Contradiction, pk=pk)
    others = look(contradiction=contradiction, by=request.user)
    return render_fragment(request, "contradictions/_presence_panel.html", others=others)
