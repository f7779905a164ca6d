"""The page of a case, and what editors do on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.accounts.permissions import TeamRequest, is_allowed, may
from apps.contradictions import actions
from apps.contradictions.case_page import case_page
from apps.contradictions.forms import HINTS, VerdictForm
from apps.contradictions.models import Contradiction
from apps.domain.refusals import Refusal

UNPROCESSABLE = 422
PRECONDITION_FAILED = 412


@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One contradiction with its claims side by side, the arithmetic, the verdict."""
    contradiction = _case_or_404(pk)
    form = VerdictForm(contradiction=contradiction, initial={"version": contradiction.version})
    return _case_screen(request, contradiction, form)


@require_POST
@may("settle_contradiction")
def settle(request: TeamRequest, pk: int) -> HttpResponse:
    """Give a verdict."""
    contradiction = _case_or_404(pk)
    form = VerdictForm(request.POST, contradiction=contradiction)
    if not form.is_valid():
        return _case_screen(request, contradiction, form, status=UNPROCESSABLE)
    try:
        actions.settle(
            contradiction=contradiction,
            verdict=form.verdict,
            by=request.user,
            version=form.cleaned_data["version"],
        )
    except Refusal as refusal:
        return _refused(request, pk, refusal)
    return redirect(contradiction)


def _refused(request: HttpRequest, pk: int, refusal: Refusal) -> HttpResponse:
    """What was typed, beside the case as it is now: it can be sent once more, and is not lost."""
    contradiction = _case_or_404(pk)
    typed = request.POST.copy()
    typed["version"] = str(contradiction.version)
    form = VerdictForm(typed, contradiction=contradiction)
    form.full_clean()
    form.add_error(None, str(refusal))
    if not isinstance(refusal, actions.Stale):
        return _case_screen(request, contradiction, form, status=UNPROCESSABLE)
    seen = contradiction.said_at(int(request.POST["version"]))
    return _case_screen(request, contradiction, form, status=PRECONDITION_FAILED, seen=seen)


@require_POST
@may("settle_contradiction")
def take(request: TeamRequest, pk: int) -> HttpResponse:
    """Say that one is working on it."""
    contradiction = _case_or_404(pk)
    actions.take(contradiction=contradiction, by=request.user)
    return redirect(contradiction)


@require_POST
@may("settle_contradiction")
def reopen(request: TeamRequest, pk: int) -> HttpResponse:
    """Take a verdict back into question."""
    contradiction = _case_or_404(pk)
    actions.reopen(
        contradiction=contradiction, by=request.user, reason=request.POST.get("reason", "")
    )
    return redirect(contradiction)


def _case_or_404(pk: int) -> Contradiction:
    return get_object_or_404(Contradiction.objects.in_full(), pk=pk)


def _case_screen(
    request: HttpRequest,
    contradiction: Contradiction,
    form: VerdictForm,
    *,
    status: int = 200,
    seen: str = "",
) -> HttpResponse:
    context = {
        "case": contradiction,
        "page": case_page(contradiction, request.user),
        "form": form,
        "hints": HINTS,
        "seen": seen,
        "may_settle": is_allowed(request.user, "settle_contradiction"),
        "steps": contradiction.steps.select_related("by"),
        "verdicts": contradiction.verdicts.select_related("given_by"),
    }
    return render(request, "contradictions/contradiction_detail.html", context, status=status)
